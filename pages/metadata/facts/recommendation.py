"""What does a recommendation state about itself?"""

from wagtail.models import Page

from pages.addresses import language_of
from pages.metadata.facts.graph import work_facts
from pages.metadata.facts.parts import Fact, country, name_all, organisation
from pages.metadata.links import page_address
from pages.models import Addressee, RecommendationPage
from pages.queries.children import children_of
from pages.queries.works import in_readers_language


@work_facts.register
def _of_recommendation(page: RecommendationPage) -> Fact:
    addressees: list[Addressee] = children_of(page, "addressees", "organisation")
    name_all(addressee.organisation for addressee in addressees)
    return {
        "@type": "CreativeWork",
        "name": page.title,
        "identifier": page.code,
        "text": page.text,
        "isBasedOn": _source(page.source, page) if page.source else None,
        "audience": [_audience(addressee) for addressee in addressees],
    }


def _source(source: Page, page: RecommendationPage) -> Fact | None:
    """The source in the page's language where it exists; the clause keeps its address in every language."""
    found = in_readers_language([source], language_of(page))
    if not found:
        return None
    clause = f"#{page.source_clause}" if page.source_clause else ""
    return {"@type": "CreativeWork", "@id": f"{page_address(found[0])}{clause}", "name": found[0].title}


def _audience(addressee: Addressee) -> Fact:
    if addressee.organisation:
        return organisation(addressee.organisation)
    if addressee.country:
        return country(addressee.country)
    return {"@type": "Audience", "name": addressee.group}
