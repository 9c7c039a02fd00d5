"""What does a declaration state about itself?"""

from collections.abc import Iterator

from pages.metadata.facts.graph import work_facts
from pages.metadata.facts.parts import Fact, place, start_of
from pages.metadata.links import page_address
from pages.models import DeclarationPage, DeclarationStatus, TextStatus

# Recitals have no number to cite; the title is the name of the whole.
CITED = {"heading", "paragraph", "annex"}


@work_facts.register
def _of_declaration(page: DeclarationPage) -> Fact:
    facts = {
        "name": page.title,
        "alternateName": page.short_title,
        "abstract": page.subject,
        "locationCreated": place(town=page.place, country=page.country),
    }
    if page.text_status == TextStatus.FULL:
        return {"@type": "Legislation", **facts, **_adoption(page), "hasPart": list(_clauses(page))}
    # A summary of a text is not the text; the adopted declaration is what the page is about.
    return {"@type": "CreativeWork", **facts, "about": {"@type": "Legislation", "name": page.title, **_adoption(page)}}


def _adoption(page: DeclarationPage) -> Fact:
    facts: Fact = {"legislationIdentifier": page.reference}
    if page.status in {DeclarationStatus.EXPECTED, DeclarationStatus.DRAFT}:
        return facts
    body = {"@type": "Organization", "name": page.adopted_by} if page.adopted_by else None
    return {**facts, "legislationDate": start_of(page), "legislationPassedBy": body}


def _clauses(page: DeclarationPage) -> Iterator[Fact]:
    address = page_address(page)
    for block in page.clauses:
        anchor = block.value.get("anchor")
        if block.block_type in CITED and anchor:
            name = block.value.get("label") or block.value.get("title") or block.value.get("text")
            yield {"@type": "Legislation", "@id": f"{address}#{anchor}", "name": _short(name)}


def _short(name: object) -> str:
    """A label or a heading; the text of an unnumbered paragraph is no name."""
    return name if isinstance(name, str) else ""
