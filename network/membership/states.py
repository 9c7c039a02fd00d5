"""What can a membership be, and what can be done to it?"""

from enum import StrEnum

from django.utils.translation import pgettext_lazy


class State(StrEnum):
    APPLIED = "applied"
    INVITED = "invited"
    MEMBER = "member"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Verb(StrEnum):
    APPLY = "apply"
    INVITE = "invite"
    JOIN = "join"
    ACCEPT = "accept"
    REFUSE = "refuse"
    SUSPEND = "suspend"
    RESTORE = "restore"
    EXTEND = "extend"
    END = "end"


STATES = [
    (State.APPLIED.value, pgettext_lazy("membership", "Applied")),
    (State.INVITED.value, pgettext_lazy("membership", "Invited")),
    (State.MEMBER.value, pgettext_lazy("membership", "Member")),
    (State.REFUSED.value, pgettext_lazy("membership", "Refused")),
    (State.SUSPENDED.value, pgettext_lazy("membership", "Suspended")),
    (State.ENDED.value, pgettext_lazy("membership", "Ended")),
]
VERBS = [
    (Verb.APPLY.value, pgettext_lazy("membership, done", "Applied")),
    (Verb.INVITE.value, pgettext_lazy("membership, done", "Invited")),
    (Verb.JOIN.value, pgettext_lazy("membership, done", "Took up the invitation")),
    (Verb.ACCEPT.value, pgettext_lazy("membership, done", "Accepted")),
    (Verb.REFUSE.value, pgettext_lazy("membership, done", "Refused")),
    (Verb.SUSPEND.value, pgettext_lazy("membership, done", "Suspended")),
    (Verb.RESTORE.value, pgettext_lazy("membership, done", "Restored")),
    (Verb.EXTEND.value, pgettext_lazy("membership, done", "Extended")),
    (Verb.END.value, pgettext_lazy("membership, done", "Ended")),
]
