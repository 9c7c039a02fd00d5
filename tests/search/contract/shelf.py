"""A small shelf of entries that every engine is asked about, and short ways of asking."""

from typing import Any

from search.engines.base import Answer, Engine, Phrase, Question, Some, Term, Wanted
from search.entries import READING, Entry, Tier

OPEN, MEMBERS, BOARD, ELSEWHERE = 3, 33, 333, 30
ALL = frozenset({OPEN, MEMBERS, BOARD, ELSEWHERE})


def entry(key: str, text: str = "", tier: Tier = Tier.PUBLIC, of: int | tuple[int, ...] = OPEN, **rest: Any) -> Entry:
    """`text` are English tokens."""
    title, years, day = rest.pop("title", ""), rest.pop("years", ()), rest.pop("day", None)
    return Entry(
        key=f"work:{key}",
        tier=tier,
        version=rest.pop("version", 1),
        classes=frozenset(of if isinstance(of, tuple) else (of,)),
        tokens={"title_en": title, "text_en": f"{title} {text}".strip(), "exact": f"{title} {text}".strip()},
        years=years,
        day=day,
        passages=rest.pop("passages", ()),
        values={name: (value,) if isinstance(value, str) else value for name, value in rest.items()},
    )


SHELF = (
    entry("a", "water and peace", title="water", kind="paper", topic=("12", "2"), years=(2019, 2020), day=18_000),
    entry("b", "water for all", kind="news", topic="1", country="MA", years=(2021,), day=18_800),
    entry("c", "peace and water talks", kind="paper", country=("MA", "SN"), years=(2020,), day=18_400),
    entry("d", "harvest", kind="Paper", years=(2021,), day=-400),
    entry("e", "harvest of peace"),
    entry("f", "water and peace", Tier.MEMBERS, MEMBERS, kind="paper", country="SN", years=(2020,), day=18_400),
    entry("g", "water of members", Tier.MEMBERS, MEMBERS, kind="memo", day=18_900),
    entry("h", "water of the board", Tier.RESTRICTED, BOARD, kind="minutes", years=(2022,), day=18_400),
    entry("i", "water elsewhere", Tier.RESTRICTED, (ELSEWHERE, BOARD), kind="minutes", day=18_500),
    entry("j", "water at the desk", Tier.DESK, BOARD, kind="draft"),
    entry("k", "water to ask for", Tier.KNOWN, BOARD, kind="paper"),
)


def word(token: str, weight: float = 1.0) -> Term:
    return Term("text_en", token, weight)


def words(*tokens: str, at_least: int = 1) -> Some:
    return Some(tuple(map(word, tokens)), at_least)


def phrase(text: str) -> Phrase:
    return Phrase("exact", tuple(text.split()))


def question(wanted: Wanted | None = None, **narrowing: Any) -> Question:
    narrowing["classes"] = frozenset(narrowing.get("classes", ALL))
    return Question(**({"tiers": READING, "wanted": wanted} | narrowing))


def asked(engine: Engine, wanted: Wanted | None = None, **narrowing: Any) -> Answer:
    return engine.search(question(wanted, **narrowing))


def found(answer: Answer) -> str:
    """The letters of the keys, in their order."""
    return "".join(hit.key.removeprefix("work:") for hit in answer.hits)
