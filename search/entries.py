"""What stands in an index: one entry for each work or record, in one tier, with ready tokens in each field."""

from dataclasses import dataclass, field
from enum import StrEnum

# The languages there is an analysis for; each has fields of its own.
LANGUAGES = ("ar", "fr", "en", "es", "pt")

# Fields of tokens joined by spaces. Stems per language, of titles and of all text (titles included);
TITLE = {language: f"title_{language}" for language in LANGUAGES}
TEXT = {language: f"text_{language}" for language in LANGUAGES}
# Arabic 4-grams of all text; words of all languages as they stand, with positions (phrases, spelling); and the
# beginnings of the words of titles, for what is typed so far.
GRAMS, EXACT, BEGINS = "grams_ar", "exact", "begins"
TOKEN_FIELDS = (*TITLE.values(), *TEXT.values(), GRAMS, EXACT, BEGINS)

# Fields of whole values, to filter and to count by.
KIND, SERIES, COUNTRY, TOPIC, LANGUAGE, ORGANISATION = "kind", "series", "country", "topic", "language", "organisation"
VALUE_FIELDS = (KIND, SERIES, COUNTRY, TOPIC, LANGUAGE, ORGANISATION)
# Whole numbers: years (several for what spans more than one), and days since 1970-01-01, to sort by.
YEAR, DAY = "year", "day"
# The decades an entry reaches into, by their first years: it counts once in each. Without any year, NONE.
DECADE, NONE = "decade", "none"
FACETS = (*VALUE_FIELDS, YEAR, DECADE)


class Tier(StrEnum):
    """A physical index of its own, so that no hidden text moves the scores of what is open."""

    PUBLIC = "public"
    MEMBERS = "members"
    RESTRICTED = "restricted"
    # Title and summary of works that some may know of and not read.
    KNOWN = "known"
    # Titles of everything an editor may look for, drafts included.
    DESK = "desk"


READING = (Tier.PUBLIC, Tier.MEMBERS, Tier.RESTRICTED)


@dataclass(frozen=True)
class Passage:
    """A few sentences of an entry and what they mean: `vector` is centred, of length 1, as float16 bytes."""

    address: str  # where on the page, without #; empty for the page itself
    language: str
    vector: bytes


@dataclass(frozen=True)
class Entry:
    """Its key: `work:<uuid>`, `person:<pk>`, `organisation:<pk>`, `topic:<pk>`, `known:<uuid>` or `desk:<model>:<pk>`.

    A key stands in one tier only. Whoever may read one of `classes` may find it.
    """

    key: str
    tier: Tier
    version: int
    classes: frozenset[int]
    tokens: dict[str, str] = field(default_factory=dict)
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    day: int | None = None
    passages: tuple[Passage, ...] = ()

    @property
    def decades(self) -> tuple[str, ...]:
        return tuple(sorted({str(year // 10 * 10) for year in self.years})) or (NONE,)
