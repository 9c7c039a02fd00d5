"""What does a text say, clause after clause, each with its number and address?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import Truncator
from wagtail.rich_text import expand_db_html

from pages.clauses.labels import core, printed
from pages.clauses.parts import PartKind

_EXCERPT_WORDS = 9
# Stands between texts that are expanded in one go; no rich text holds a comment.
_SEAM = "<!--|-->"


@dataclass(frozen=True)
class Clause:
    """One clause. `label` is as printed beside it, `number` in full ("3(a)", "2(1)" under a numbered heading).

    `depth` is 0 for paragraphs, 1 and 2 below them. `html` is safe to show; `text` is without marks.
    `heading` is the numbered heading it stands under ("Article premier"), from which its number comes.
    """

    kind: PartKind
    anchor: str
    label: str
    number: str
    depth: int
    html: str
    title: str = ""
    heading: str = ""

    @property
    def name(self) -> str:
        """As its text calls it, `Article 26(2)`; "" where no numbered heading stands above it."""
        _article, bracket, below = self.number.partition("(")
        return f"{self.heading}{bracket}{below}" if self.heading else ""

    @property
    def text(self) -> str:
        body = " ".join(unescape(strip_tags(self.html.replace("</p>", "</p> "))).split())
        return f"{self.title} {body}".strip()

    @property
    def is_heading(self) -> bool:
        return self.kind in {PartKind.TITLE, PartKind.HEADING, PartKind.ANNEX}


@dataclass(frozen=True)
class Entry:
    """A line of the contents: where it leads, its number, its words, and what lies below it."""

    anchor: str
    number: str
    title: str
    excerpt: str = ""
    children: tuple["Entry", ...] = ()


def flatten(value: Iterable[Any]) -> list[Clause]:
    """The clauses of a `DeclarationPage.clauses` value in reading order, sub-paragraphs after their paragraph."""
    flat = as_stored(value)
    expanded = expand_db_html(_SEAM.join(clause.html for clause in flat)).split(_SEAM) if flat else []
    return [replace(clause, html=html) for clause, html in zip(flat, expanded, strict=True)]


def as_stored(value: Iterable[Any]) -> list[Clause]:
    """The same without asking where the links in it lead: for who wants the words only."""
    return list(_walk(value))


def _walk(value: Iterable[Any]) -> Iterator[Clause]:
    article = heading = ""
    for block in value:
        kind, fields = PartKind(block.block_type), block.value
        if kind == PartKind.PARAGRAPH:
            yield from (replace(clause, heading=heading) for clause in _paragraph(fields, article))
            continue
        if kind in {PartKind.HEADING, PartKind.ANNEX}:
            article = core(fields["label"]) if kind == PartKind.HEADING else ""
            heading = fields["text"] if article else ""
        yield _single(kind, fields)


def _single(kind: PartKind, fields: Any) -> Clause:
    label = core(fields.get("label", ""))
    text = fields["text"]
    html = escape(text, quote=False) if isinstance(text, str) else text.source
    return Clause(kind, fields["anchor"], label, label, 0, html, fields.get("title", ""))


def _paragraph(fields: Any, article: str) -> Iterator[Clause]:
    label = core(fields["label"])
    number = f"{article}({label})" if article and label else label or article
    yield Clause(PartKind.PARAGRAPH, fields["anchor"], label, number, 0, fields["text"].source)
    for sub in fields["subparagraphs"]:
        own = printed(sub["label"], depth=1)
        yield Clause(PartKind.SUBPARAGRAPH, sub["anchor"], own, number + own, 1, sub["text"].source)
        for item in sub["items"]:
            last = printed(item["label"], depth=2)
            yield Clause(PartKind.ITEM, item["anchor"], last, number + own + last, 2, item["text"].source)


def without_title(clauses: list[Clause], title: str) -> list[Clause]:
    """The clauses as shown on a page that has `title` above them already."""
    return [
        clause
        for clause in clauses
        if not (clause.kind == PartKind.TITLE and clause.text.casefold() == title.strip().casefold())
    ]


def contents(clauses: Iterable[Clause]) -> tuple[Entry, ...]:
    """Headings, annexes, and the numbered paragraphs that stand below no numbered heading."""
    entries: list[Entry] = []
    is_below_number = False
    for clause in clauses:
        if clause.kind in {PartKind.HEADING, PartKind.ANNEX}:
            is_below_number = bool(clause.label) and clause.kind == PartKind.HEADING
            entries.append(Entry(clause.anchor, "", clause.title or clause.text))
        elif clause.kind == PartKind.PARAGRAPH and is_below_number:
            entries[-1] = _with_excerpt(entries[-1], clause)
        elif clause.kind == PartKind.PARAGRAPH and clause.label:
            entry = Entry(clause.anchor, clause.number, _excerpt(clause))
            _place(entries, entry)
    return tuple(entries)


def _place(entries: list[Entry], entry: Entry) -> None:
    if entries and not entries[-1].number:
        entries[-1] = replace(entries[-1], children=(*entries[-1].children, entry))
    else:
        entries.append(entry)


def _with_excerpt(entry: Entry, clause: Clause) -> Entry:
    return entry if entry.excerpt else replace(entry, excerpt=_excerpt(clause))


def _excerpt(clause: Clause) -> str:
    return Truncator(clause.text).words(_EXCERPT_WORDS)
