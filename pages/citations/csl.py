"""What does a citation of this work say? The work as a CSL-JSON item, the one source of every form.

Keys and types are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html).
Names are given whole ("literal"): which part of a name is the family's is not known, and never guessed.
"""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.addresses import language_of
from pages.citations.parents import parent_work
from pages.metadata.links import page_address
from pages.models import (
    BasePage,
    DatedMixin,
    DatePrecision,
    DeclarationPage,
    ForumEditionPage,
    Licence,
    NewsPage,
    PaperKind,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
)
from pages.queries.names import fetch_names
from pages.queries.papers import authors_of

Item = dict[str, Any]

PAPER_TYPES = {
    PaperKind.PAPER: "article",
    PaperKind.ARTICLE: "article",
    PaperKind.BRIEF: "report",
    PaperKind.REPORT: "report",
    PaperKind.STUDY: "report",
}
_PARTS = {DatePrecision.DAY: 3, DatePrecision.MONTH: 2, DatePrecision.YEAR: 1}


def csl(page: BasePage) -> Item:
    """The CSL-JSON item of any page; keys without a value are left out."""
    language = language_of(page)
    item = {
        "id": f"urn:uuid:{page.translation_key}",
        "type": "webpage",
        "title": page.title,
        "language": language,
        "URL": page_address(page),
        **_own(page, language),
    }
    return {key: value for key, value in item.items() if value}


def _own(page: BasePage, language: str) -> Item:
    for model, describe in _DESCRIPTIONS.items():
        if isinstance(page, model):
            return describe(page, language)
    return {}


def date_of(work: DatedMixin) -> Item | None:
    """The `issued` of a work, with as many parts as its precision; a range when it has an end.

    "21 to 23 November" without a year is no date of a citation.
    """
    count = _PARTS.get(DatePrecision(work.date_precision))
    if work.start_date is None or count is None:
        return None
    days = [work.start_date, *([work.end_date] if work.end_date else [])]
    parts = [[day.year, day.month, day.day][:count] for day in days]
    return {"date-parts": parts if len(parts) == 1 or parts[0] != parts[1] else parts[:1]}


def _paper(page: ResearchPaperPage, language: str) -> Item:
    authors, _affiliations = authors_of(page)
    parties = [author.person or author.organisation for author in authors]
    fetch_names([*parties, page.publisher])
    return {
        "type": PAPER_TYPES.get(PaperKind(page.paper_kind), "article"),
        "genre": page.get_paper_kind_display(),
        "author": [{"literal": party.label(language).text} for party in parties if party],
        "issued": date_of(page),
        "publisher": page.publisher.label(language).text if page.publisher else "",
        "collection-title": page.series_title,
        "collection-number": page.series_number,
        "DOI": page.doi,
        "abstract": page.abstract or page.summary,
        "license": page.licence if page.licence != Licence.RESERVED else "",
    }


def _declaration(page: DeclarationPage, language: str) -> Item:
    return {
        "type": "document",
        "genre": _("Declaration"),
        "author": [{"literal": page.adopted_by}] if page.adopted_by else [],
        "issued": date_of(page),
        "number": page.reference,
        "event-place": page.place,
        "title-short": page.short_title,
        "abstract": page.summary,
    }


def _recommendation(page: RecommendationPage, language: str) -> Item:
    meeting = parent_work(page)
    return {
        "type": "document",
        "genre": _("Recommendation"),
        "number": page.code,
        "container-title": meeting.title if meeting else "",
        "issued": date_of(meeting) if isinstance(meeting, DatedMixin) else None,
        "event-place": getattr(meeting, "place", ""),
        "abstract": page.text,
    }


def _edition(page: ForumEditionPage, language: str) -> Item:
    return {
        "type": "event",
        "genre": _("Edition"),
        "issued": date_of(page),
        "event-place": page.place,
        "abstract": page.summary,
    }


def _session(page: SessionPage, language: str) -> Item:
    meeting = parent_work(page)
    return {
        "type": "event",
        "genre": page.get_session_kind_display(),
        "container-title": meeting.title if meeting else "",
        "issued": date_of(meeting) if isinstance(meeting, DatedMixin) else None,
        "event-place": getattr(meeting, "place", ""),
        "abstract": page.summary,
    }


def _news(page: NewsPage, language: str) -> Item:
    day = page.date
    return {
        "author": [{"literal": page.author.label(language).text}] if page.author else [],
        "publisher": page.publisher.label(language).text if page.publisher else "",
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "abstract": page.summary,
    }


_DESCRIPTIONS: dict[type[Page], Any] = {
    ResearchPaperPage: _paper,
    DeclarationPage: _declaration,
    RecommendationPage: _recommendation,
    ForumEditionPage: _edition,
    SessionPage: _session,
    NewsPage: _news,
}
