"""What did the reader ask for? Words, phrases, exclusions and filters, out of any text whatever."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import ngettext

from search.vocabulary import VOCABULARY, filter_named, meaning

# What is looked at; a question is shown whole, however long.
LENGTH, WORDS, PHRASES, EXCLUSIONS, FILTERS = 256, 32, 8, 8, 8
# The longest name of a country or kind, in words, that is typed without quotes.
NAME = 4

OPENING, CLOSING = '"“”„‟«»‹›〝＂', '"”“‟»«›‹〞＂'
_PART = re.compile(
    rf"""
    (?P<minus>(?<!\S)[-−﹣－](?=[^\s\-−﹣－]))?
    (?:
        (?:(?P<name>[^\W\d_]+)[:：](?P<space>\s*))?[{OPENING}](?P<quoted>[^{OPENING}{CLOSING}]*)[{CLOSING}]
        | (?P<word>[^\s{OPENING}]+)
        | [{OPENING}]
    )
    """,
    re.VERBOSE,
)
# French has a space before its colon.
_NAMED = re.compile(r"([^\W\d_]+)(\s?)[:：]")
# Marks that turn the direction of what follows: they are no part of a question.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Typed:
    """A filter among the words, as it was typed: `country:ma`."""

    name: str
    value: str
    text: str


# `word`, `phrase`, `without` or `filter`, and what it is.
Part = tuple[str, str | Typed]


@dataclass(frozen=True)
class Asked:
    """`text` is what the box shows again; nothing that was typed is lost, however much of it was understood."""

    text: str = ""
    language: str = "en"
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    filters: tuple[Typed, ...] = ()
    # Sentences in the reader's language.
    problems: tuple[str, ...] = ()

    @property
    def is_asked(self) -> bool:
        return bool(self.words or self.phrases or self.without or self.filters)


def understand(text: str, *, language: str) -> Asked:
    """Never an exception, whatever the text."""
    shown = printable(text)
    looked_at, problems = _shortened(shown)
    found: dict[str, list] = {"word": [], "phrase": [], "without": [], "filter": []}
    for kind, part in _parts(looked_at):
        found[kind].append(part)
    if len(found["word"]) > WORDS:
        count = ngettext("Only the first %(count)d word was used.", "Only the first %(count)d words were used.", WORDS)
        problems.append(count % {"count": WORDS})
    return Asked(
        shown,
        language,
        words=tuple(found["word"][:WORDS]),
        phrases=tuple(found["phrase"][:PHRASES]),
        without=tuple(found["without"][:EXCLUSIONS]),
        filters=tuple(dict.fromkeys(found["filter"]))[:FILTERS],
        problems=tuple(problems),
    )


def printable(text: str) -> str:
    """On one line, without what no page can carry: controls, half surrogates, marks that turn what follows."""
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    return _TURNING.sub("", kept).strip()


def replaced(text: str, typed: str, by: str = " ") -> str:
    """The first place where `typed` stands by itself, and is no part of a longer word, says something else."""
    end = "" if typed[-1:] in OPENING + CLOSING else r"(?!\w)"
    return re.sub(rf"(?<!\w){re.escape(typed)}{end}", lambda _found: by, text, count=1)


def _shortened(text: str) -> tuple[str, list[str]]:
    if len(text) <= LENGTH:
        return text, []
    problem = ngettext(
        "Only the first %(count)d character of the question was used.",
        "Only the first %(count)d characters of the question were used.",
        LENGTH,
    )
    cut = text[:LENGTH]
    if not text[LENGTH].isspace() and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut, [problem % {"count": LENGTH}]


def _parts(text: str) -> Iterator[Part]:
    place = 0
    while found := _PART.search(text, place):
        parts, place = _part(found, text)
        yield from parts


def _part(found: re.Match[str], text: str) -> tuple[list[Part], int]:
    """What stands at one place, and where to go on."""
    is_excluded = bool(found["minus"])
    if typed := None if is_excluded else _typed(found, text):
        return [("filter", typed)], found.start() + len(typed.text)
    parts = _kept("word", found["name"] or "")
    parts += _kept("without" if is_excluded else "phrase", found["quoted"] or "")
    parts += _kept("without" if is_excluded else "word", found["word"] or "")
    return parts, found.end()


def _kept(kind: str, text: str) -> list[Part]:
    """Signs alone ask for nothing."""
    return [(kind, text)] if any(c.isalnum() for c in text) else []


def _typed(found: re.Match[str], text: str) -> Typed | None:
    """A filter, if what stands here is one: its value in quotes, or the longest name that means something."""
    if found["quoted"] is not None:
        name = filter_named(found["name"] or "")
        value = meaning(name, found["quoted"]) if name else None
        return Typed(name, value, found[0]) if name and value else None
    named = _NAMED.match(text, found.start())
    if named is None or not (name := filter_named(named[1])):
        return None
    start = named.end()
    ends = _ends(text, start) if name in VOCABULARY else [] if named[2] else [found.end()]
    for end in ends:
        if value := meaning(name, text[start:end]):
            return Typed(name, value, text[found.start() : end])
    return None


def _ends(text: str, start: int) -> list[int]:
    """Where the next few words end, the last first."""
    return [word.end() for word in islice(re.compile(r"\S+").finditer(text, start), NAME)][::-1]
