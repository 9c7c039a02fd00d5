"""What do accounts and memberships show, and who answers for it?"""

from access.surfaces.declaring import Answer, Kind, others, views

MEMBERSHIP = "network.Membership"

SURFACES = [
    *views(
        Answer.OWN,
        [
            "",
            "details/",
            "invitation/<str:token>/",
            "membership/apply/",
            "membership/vouch/<int:pk>/",
        ],
        below="<language>/account/",
        pk=MEMBERSHIP,
    ),
    *views(
        Answer.PUBLIC,
        [
            "<language>/_util/login/",
            "admin/login/",
            "admin/logout/",
            "admin/password_reset/",
            "admin/password_reset/(?P<path>.+)$",
        ],
    ),
    *views(
        Answer.RIGHT,
        [
            "",
            "results/",
            "invite/",
            "new/",
            "<int:pk>/<slug:verb>/",
            "inspect/<int:pk>/",
            "edit/<int:pk>/",
            "delete/<int:pk>/",
            "history/<int:pk>/",
            "history-results/<int:pk>/",
            "usage/<int:pk>/",
        ],
        below="admin/members/",
        pk=MEMBERSHIP,
    ),
    # The mails of a demonstration, for whoever sits at its machine.
    *views(Answer.OPERATOR, ["_mail/", "_mail/<str:name>/"]),
    *others(Kind.MAIL, Answer.OWN, ["network/mail/membership"]),
    *others(Kind.MAIL, Answer.POLICY, ["network/mail/request"], asks="access.policy.can"),
    *others(Kind.COMMAND, Answer.OPERATOR, ["create_accounts", "end_memberships"]),
    # The frame of an account's pages is that of any page.
    *others(
        Kind.CONTEXT, Answer.POLICY, ["network.accounts.frame.account_frame"], asks="pages.queries.visible.visible"
    ),
]
