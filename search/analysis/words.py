"""Where does each word of a text begin and end, and how is it written when folded? The same in every language."""

import re
from collections.abc import Iterator

from search.analysis.folding import folded

APOSTROPHES = "'\u2019\u2018\u02bc\uff07\u2032`\u00b4"
# Marks that stand on or between the letters of a word: accents, harakat, signs of direction, what has no width.
MARKS = (
    "\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff"
    "\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
)
RUN = rf"[^\W_][\w{MARKS}]*"
WORD = re.compile(rf"{RUN}(?:[{APOSTROPHES}]{RUN})*")
APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
# French words before an apostrophe, and what English and Arabic in Latin letters put behind one.
ELIDED = frozenset(["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"])
# What is longer is no word; its beginning is kept.
LONGEST = 64


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word folded, with the place that it has in the text."""
    for found in WORD.finditer(text):
        start, end = found.span()
        run = found.group()
        if not run.isalnum() and (apart := APOSTROPHE.search(run)):
            run, start = without_elision(run, start, apart.start())
        for word in folded(run[:LONGEST]).split():
            yield word, start, end


def without_elision(run: str, start: int, apostrophe: int) -> tuple[str, int]:
    """`l'organisation` is `organisation`; `aujourd'hui` and `Qur'an` are one word."""
    if folded(run[:apostrophe]) in ELIDED:
        return run[apostrophe + 1 :], start + apostrophe + 1
    return run, start


def fold(text: str) -> str:
    """The words of a text, one space between them: texts that are read alike are folded alike."""
    return " ".join(word for word, _, _ in words(text))
