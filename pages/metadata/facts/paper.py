"""What does a research paper state about itself?"""

from django.db.models import prefetch_related_objects

from pages.metadata.description import plain
from pages.metadata.facts.graph import work_facts
from pages.metadata.facts.parts import Fact, organisation, person, start_of
from pages.models import Authorship, Licence, PaperKind, ResearchPaperPage

CREATIVE_COMMONS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
    Licence.CC_BY_ND: "https://creativecommons.org/licenses/by-nd/4.0/",
    Licence.CC_BY_NC_ND: "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}


@work_facts.register
def _of_paper(page: ResearchPaperPage) -> Fact:
    prefetch_related_objects(
        [page], "authorships__person__names", "authorships__organisation__names", "publisher__names"
    )
    return {
        "@type": "Report" if page.paper_kind == PaperKind.REPORT else "ScholarlyArticle",
        "name": page.title,
        "headline": page.title,
        "author": [_author(authorship) for authorship in page.authorships.all()],
        "abstract": page.abstract,
        "datePublished": start_of(page),
        "publisher": organisation(page.publisher) if page.publisher else None,
        "isPartOf": _series(page),
        "license": CREATIVE_COMMONS.get(page.licence),
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
