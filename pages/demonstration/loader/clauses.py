"""What are the clauses of a declaration: those written in its file, or those of a text that lies beside it?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from pages.clauses.parsing import Unreadable, parse
from pages.clauses.parts import Part, PartKind
from pages.clauses.settling import Rule, settle
from pages.demonstration.loader.files import Data
from pages.demonstration.loader.markdown import to_paragraph
from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.values import said

_BELOW = {"subparagraphs": PartKind.SUBPARAGRAPH, "items": PartKind.ITEM}
_PLAIN = {PartKind.TITLE, PartKind.HEADING}
_KEYS = {"anchor", "label", "text", "title", *_BELOW}


def written(rows: Any, language: str, place: Place) -> list[Part]:
    """The parts of `clauses`: a list of maps of one key, the kind of the clause."""
    parts: list[Part] = []
    for index, row in enumerate(rows or []):
        where = place.at(index + 1)
        kind = next(iter(row), "") if isinstance(row, dict) and len(row) == 1 else ""
        if kind not in set(PartKind) - set(_BELOW.values()) or not isinstance(row[kind], dict):
            where.report("A clause is a map of one key: title, recital, heading, paragraph or annex.")
        else:
            parts += _parts(PartKind(kind), row[kind], language, where.at(kind))
    return parts


def _parts(kind: PartKind, fields: Data, language: str, place: Place) -> Iterator[Part]:
    if not isinstance(fields, dict):
        place.report("A map of keys and values is expected.")
        return
    place.report_unknown(fields, _KEYS)
    if not fields.get("anchor"):
        place.at("anchor").report("A clause needs an anchor, its lasting address.")
    text, at = said(fields.get("text"), language, place.at("text"))
    yield Part(
        kind,
        str(text or "") if kind in _PLAIN else to_paragraph(str(text or ""), place=at),
        label=str(fields.get("label") or ""),
        anchor=str(fields.get("anchor") or ""),
        title=said(fields.get("title"), language, place.at("title"))[0] or "",
    )
    for key, below in _BELOW.items():
        for index, row in enumerate(fields.get(key) or []):
            yield from _parts(below, row, language, place.at(key, index + 1))


def imported(files: Any, folder: Path, place: Place) -> dict[str, list[Part]]:
    """The parts of each language's file, settled by the rules in `settle.yaml` beside it."""
    if not isinstance(files, dict):
        place.report("A map of languages and files is expected.")
        return {}
    texts: dict[str, list[Part]] = {}
    rules = folder
    for language, name in files.items():
        path = (folder / str(name)).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            place.at(language).report(f"There is no file “{name}” in the folder.")
            continue
        try:
            texts[language] = parse(path.read_text(encoding="utf-8"), language)
        except (Unreadable, UnicodeDecodeError):
            place.at(language).report(f"No clauses can be read in “{name}”.")
        rules = path.parent / "settle.yaml"
    return _settled(texts, rules, place) if rules.is_file() and len(texts) == len(files) else texts


def _settled(texts: dict[str, list[Part]], rules: Path, place: Place) -> dict[str, list[Part]]:
    try:
        return settle(texts, Rule.from_data(yaml.safe_load(rules.read_text(encoding="utf-8"))))
    except (ValueError, yaml.YAMLError) as error:
        place.report(f"The rules in “{rules.name}” can't be followed: {error}.")
        return texts
