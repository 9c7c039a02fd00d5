"""What does a page still lack before readers may see it?

Drafts may lack anything. The rules are asked wherever a page is about to become public: the editor's form, the
workflow's approval, the bulk action, the translation editor and the languages' page.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.models import (
    BasePage,
    DatedMixin,
    DatePrecision,
    DeclarationPage,
    DeclarationStatus,
    ForumEditionPage,
    ForumSeriesPage,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    StandardPage,
    TextStatus,
)


class Missing(NamedTuple):
    """A field or inline relation of the page, and what to do about it in plain words."""

    field: str
    message: str | Promise


# How many rows has an inline relation? Of the stored page by default; of the submitted rows in a form.
Count = Callable[[str], int]
_UNDESCRIBED = _("Describe the image for readers who can't see it.")


def missing(page: BasePage, *, count: Count | None = None) -> list[Missing]:
    """Everything that `page` lacks, in the order of the form; empty when it may be published."""
    count = count or (lambda relation: int(getattr(page, relation).count()))
    return [lack for model, rule in _RULES if isinstance(page, model) for lack in rule(page, count)]


def _image(page: BasePage, count: Count) -> Iterator[Missing]:
    if page.listing_image_id and not page.listing_image_alt.strip():
        yield Missing("listing_image_alt", _UNDESCRIBED)


def _figures(page: BasePage, count: Count) -> Iterator[Missing]:
    blocks = getattr(page, "body", None) or ()
    if any(block.block_type == "figure" and not block.value["alternative"].strip() for block in blocks):
        yield Missing("body", _UNDESCRIBED)


def _has_date(page: DatedMixin) -> bool:
    """A date, words for it, or the statement that the source gives none."""
    return bool(page.start_date or page.date_text or page.date_precision == DatePrecision.UNKNOWN)


def _edition(page: ForumEditionPage, count: Count) -> Iterator[Missing]:
    if not _has_date(page):
        yield Missing("start_date", _("Say when it meets, or choose “Not stated by the source”."))
    parent = page.get_parent() if page.path and page.depth > 1 else None
    if parent is not None and parent.specific_class is not ForumSeriesPage:
        yield Missing("title", _("An edition belongs below its forum series. Move it there first."))


def _declaration(page: DeclarationPage, count: Count) -> Iterator[Missing]:
    adopted = page.status in {DeclarationStatus.ADOPTED, DeclarationStatus.OPEN, DeclarationStatus.REPLACED}
    if adopted and not _has_date(page):
        yield Missing("start_date", _("Give the date of adoption, or choose “Not stated by the source”."))
    if page.text_status != TextStatus.NONE and not page.clauses:
        yield Missing("clauses", _("Add the clauses, or say above that the text is not available."))


def _recommendation(page: RecommendationPage, count: Count) -> Iterator[Missing]:
    if not page.text.strip():
        yield Missing("text", _("Write the recommendation itself."))
    if not page.source_id:
        yield Missing("source", _("Choose the declaration, session or edition it comes from."))


def _paper(page: ResearchPaperPage, count: Count) -> Iterator[Missing]:
    if not count("authorships"):
        yield Missing("authorships", _("Name at least one author."))
    if not page.abstract.strip():
        yield Missing("abstract", _("Write an abstract: it is what readers decide by."))
    if not _has_date(page):
        yield Missing("start_date", _("Give the date of publication, or choose “Not stated by the source”."))


def _news(page: NewsPage, count: Count) -> Iterator[Missing]:
    if not page.date and not page.editorial_note:
        yield Missing("date", _("Give the date of the news, or say in the editorial note why there is none."))
    if not page.body:
        yield Missing("body", _("Write the text of the news."))


def _standard(page: StandardPage, count: Count) -> Iterator[Missing]:
    if not page.body:
        yield Missing("body", _("Write the text of the page."))


_RULES: list[tuple[type[BasePage], Callable[..., Iterator[Missing]]]] = [
    (ForumEditionPage, _edition),
    (DeclarationPage, _declaration),
    (RecommendationPage, _recommendation),
    (ResearchPaperPage, _paper),
    (NewsPage, _news),
    (StandardPage, _standard),
    (BasePage, _image),
    (BasePage, _figures),
]
