"""Of which kinds is what can be found, and what are they called? The site's own kinds, and the records."""

from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.kinds import Kind


class RecordKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    TOPIC = "topic"
    COUNTRY = "country"


def kind_names() -> dict[str, str]:
    """One of each in the language being spoken, in the order in which they are offered."""
    return {
        Kind.FORUM: pgettext("kind of a forum series", "Forum"),
        Kind.DECLARATION: _("Declaration"),
        Kind.RECOMMENDATION: _("Recommendation"),
        Kind.PAPER: _("Paper"),
        Kind.NETWORK: _("Network"),
        Kind.NEWS: _("News"),
        Kind.PAGE: pgettext("kind of a work", "Page"),
        RecordKind.PERSON: _("Person"),
        RecordKind.ORGANISATION: _("Organisation"),
        RecordKind.TOPIC: pgettext("kind of a record", "Topic"),
        RecordKind.COUNTRY: _("Country"),
    }


def plural_names() -> dict[str, str]:
    return {
        Kind.FORUM: _("Forums"),
        Kind.DECLARATION: _("Declarations"),
        Kind.RECOMMENDATION: _("Recommendations"),
        Kind.PAPER: _("Papers"),
        Kind.NETWORK: _("Networks"),
        Kind.NEWS: _("News"),
        Kind.PAGE: _("Pages"),
        RecordKind.PERSON: _("People"),
        RecordKind.ORGANISATION: _("Organisations"),
        RecordKind.TOPIC: _("Topics"),
        RecordKind.COUNTRY: _("Countries"),
    }
