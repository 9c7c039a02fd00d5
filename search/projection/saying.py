"""What does a page say of its own, in which order? What it shows of other works is those works' to say."""

from collections.abc import Iterator

from pages.models import BasePage
from search.projection.blocks import Said, said_in_body, said_in_clauses, said_in_references

# By what a work is called or quoted.
TITLES = ("title", "short_title", "acronym", "theme", "code", "reference")
# In words, in the order of the pages.
WORDS = (
    "editorial_note",
    "listing_image_alt",
    "abstract",
    "subject",
    "text",
    "adopted_by",
    "place",
    "seat",
    "venue",
    "room",
    "date_text",
    "time_text",
    "level_text",
    "patronage",
    "eligibility",
    "series_title",
    "series_number",
    "doi",
    "seo_title",
    "search_description",
)
BODIES = ("introduction", "body")


def titles_of(page: BasePage) -> list[str]:
    found = (str(getattr(page, field, "") or "") for field in TITLES)
    return list(dict.fromkeys(text for text in found if text))


def said_on(page: BasePage) -> Iterator[Said]:
    """After its title and summary: its fields, its blocks, its clauses with their addresses, its references."""
    for field in WORDS:
        if text := getattr(page, field, ""):
            yield Said("", text)
    for field in BODIES:
        if value := getattr(page, field, None):
            yield from said_in_body(value)
    if clauses := getattr(page, "clauses", None):
        yield from said_in_clauses(clauses, page.title)
    if references := getattr(page, "references", None):
        yield from said_in_references(references)
