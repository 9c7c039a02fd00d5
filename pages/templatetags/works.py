"""What is a page called in lists, and what is said of it there?"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from pages.addresses import language_of
from pages.clauses.flat import Clause
from pages.languages import current
from pages.models import BasePage, DeclarationPage, ForumEditionPage
from pages.naming import edition_heading
from pages.naming import kind_name as name_of
from pages.queries.facts import place as place_name
from pages.templatetags.text import comma, facts_line, in_language, ordinal, typography
from pages.text.dates import partial_date, span
from pages.text.ordinals import edition_name
from pages.text.typography import quotation

register = template.Library()


@register.simple_tag
def kind_name(page: BasePage) -> str:
    """`Recommendation`, `Policy brief`, `Network`."""
    return name_of(page)


@register.simple_tag
def work_title(page: BasePage) -> SafeString:
    """What a page is headed with, marked with its language when that is not the reader's."""
    heading = edition_heading(page) if isinstance(page, ForumEditionPage) else page.title
    return in_language(heading, language_of(page))


@register.simple_tag
def edition_facts(edition: ForumEditionPage, facts: list[str]) -> SafeString:
    """`11th edition · Marrakech · 10 recommendations`."""
    own = [ordinal(edition.number)] if edition.number else []
    return facts_line([*own, *facts])


@register.simple_tag
def timeline_label(edition: ForumEditionPage) -> str:
    """`11th edition, 2020`, for those who hear the timeline."""
    name = edition_name(edition.number, current()) if edition.number else edition.title
    return f"{name}{comma()} {edition.year}"


@register.simple_tag
def in_own_language(page: BasePage) -> SafeString:
    """A page's title, marked with its language when that is not the reader's."""
    return in_language(page.title, language_of(page))


@register.simple_tag
def quoted(text: str, page: BasePage) -> SafeString:
    """A passage of a page between the quotation marks of the page's language."""
    language = language_of(page)
    return in_language(quotation(text, language), language)


@register.simple_tag
def adoption(declaration: DeclarationPage, clause: Clause | None) -> SafeString:
    """`Clause 4 · Adopted · The Hague, Netherlands · 16 April 2015`; an article is called as its text calls it."""
    where = place_name(declaration.place, declaration.country)
    when = partial_date(declaration, current())
    return facts_line(
        [_called(clause) if clause else "", capfirst(declaration.get_status_display()), where, capfirst(when)]
    )


def _called(clause: Clause) -> str:
    return clause.name or (_("Clause %(number)s") % {"number": clause.number} if clause.number else "")


@register.simple_tag
def short_date(edition: ForumEditionPage) -> SafeString:
    """What stands large beside an edition on the front: its dates; small, what the calendar can't hold."""
    words = typography(capfirst(partial_date(edition, current())))
    if edition.year is None:
        return format_html("<small>{}</small>", words or _("date not stated by the source"))
    large = capfirst(
        span(edition.start_date, edition.end_date or edition.start_date, edition.date_precision, current())
    )
    return format_html("{}<small>{}</small>", large, words) if edition.date_text else SafeString(large)


@register.simple_tag
def edition_line(edition: ForumEditionPage) -> SafeString:
    """`Marrakech, Morocco · its theme`."""
    return facts_line([place_name(edition.place, edition.country), edition.theme])
