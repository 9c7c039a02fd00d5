"""What belongs to a paper: who wrote it and where they work, and the meeting at which it was presented?"""

from dataclasses import dataclass

from wagtail.models import Page

from pages.models import ForumEditionPage, Licence, Organisation, Person, ResearchPaperPage, SessionPage
from pages.queries.children import children_of
from pages.queries.joined import joined
from pages.queries.visible import visible

_CREATIVE_COMMONS = "https://creativecommons.org/"
LICENCE_ADDRESSES = {
    Licence.CC_BY: f"{_CREATIVE_COMMONS}licenses/by/4.0/",
    Licence.CC_BY_SA: f"{_CREATIVE_COMMONS}licenses/by-sa/4.0/",
    Licence.CC_BY_NC: f"{_CREATIVE_COMMONS}licenses/by-nc/4.0/",
    Licence.CC_BY_ND: f"{_CREATIVE_COMMONS}licenses/by-nd/4.0/",
    Licence.CC_BY_NC_ND: f"{_CREATIVE_COMMONS}licenses/by-nc-nd/4.0/",
    Licence.CC0: f"{_CREATIVE_COMMONS}publicdomain/zero/1.0/",
}


@dataclass
class Author:
    """An author in order; `marks` are the numbers of their affiliations."""

    person: Person | None
    organisation: Organisation | None
    marks: list[int]


def authors_of(page: ResearchPaperPage) -> tuple[list[Author], list[Organisation]]:
    """The authors, each person once, and their affiliations in the order of first mention (the first is number 1)."""
    authors: dict[object, Author] = {}
    affiliations: dict[int, Organisation] = {}
    for row in children_of(page, "authorships", "person", "organisation"):
        if row.person is None:
            authors[f"organisation {row.organisation_id}"] = Author(None, row.organisation, [])
            continue
        author = authors.setdefault(row.person_id, Author(row.person, None, []))
        if row.organisation is not None:
            affiliations.setdefault(row.organisation_id, row.organisation)
            author.marks.append(list(affiliations).index(row.organisation_id) + 1)
    return list(authors.values()), list(affiliations.values())


def presented_at(page: ResearchPaperPage) -> list[Page]:
    """The edition and the session a paper lies under, from the wider to the narrower."""
    above = [page.path[:end] for end in range(Page.steplen, len(page.path), Page.steplen)]
    meetings = visible(Page.objects.filter(path__in=above)).type(ForumEditionPage, SessionPage).order_by("path")
    return joined(meetings, [ForumEditionPage, SessionPage])
