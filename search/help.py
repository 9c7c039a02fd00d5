"""What can be typed? Examples in the reader's language, each one a search that is understood."""

from typing import NamedTuple

from django.utils.translation import gettext as _


class Example(NamedTuple):
    words: str
    meaning: str


def examples() -> list[Example]:
    """The names of filters are those that `search.vocabulary` knows in the language."""
    return [
        Example(
            _("preventive diplomacy"), _("Works with these words, in any language; those with all of them first.")
        ),
        Example(_('"preventive diplomacy"'), _("Exactly these words, one after the other.")),
        Example(_("security -terrorism"), _("Without a word: put a minus sign before it.")),
        Example(_("type:recommendation"), _("Works of one kind.")),
        Example(_("country:Morocco"), _("What concerns a country.")),
        Example(_("year:2015..2020"), _("From one year to another; one year alone, or an open end, will do as well.")),
        Example(
            _('topic:"preventive diplomacy"'),
            _("What is about a topic. A name of several words stands in quotation marks."),
        ),
        Example(_("lang:Arabic"), _("Works that exist in a language.")),
    ]
