"""What does a research paper state about itself?"""

from pages.metadata.description import plain
from pages.metadata.facts.graph import work_facts
from pages.metadata.facts.parts import Fact, name_all, organisation, person, start_of
from pages.models import Authorship, PaperKind, ResearchPaperPage
from pages.queries.children import children_of
from pages.queries.papers import LICENCE_ADDRESSES


@work_facts.register
def _of_paper(page: ResearchPaperPage) -> Fact:
    authorships: list[Authorship] = children_of(page, "authorships", "person", "organisation")
    parties = [party for row in authorships for party in (row.person, row.organisation)]
    name_all([*parties, page.publisher])
    return {
        "@type": "Report" if page.paper_kind == PaperKind.REPORT else "ScholarlyArticle",
        "name": page.title,
        "headline": page.title,
        "author": [_author(authorship) for authorship in authorships],
        "abstract": page.abstract,
        "datePublished": start_of(page),
        "publisher": organisation(page.publisher) if page.publisher else None,
        "isPartOf": _series(page),
        "license": LICENCE_ADDRESSES.get(page.licence),
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": page.doi} if page.doi else None,
        "sameAs": f"https://doi.org/{page.doi}" if page.doi else None,
        "citation": [plain(block.value["text"].source) for block in page.references],
    }


def _author(authorship: Authorship) -> Fact:
    if authorship.person is None:
        return organisation(authorship.organisation)
    affiliation = organisation(authorship.organisation) if authorship.organisation else None
    return {**person(authorship.person), "affiliation": affiliation}


def _series(page: ResearchPaperPage) -> Fact | None:
    if not page.series_title:
        return None
    return {"@type": "PublicationIssue", "name": page.series_title, "issueNumber": page.series_number}
