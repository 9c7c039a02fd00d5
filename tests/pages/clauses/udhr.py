"""The Universal Declaration of Human Rights as the project has it: three texts and the rule that settles them."""

from functools import cache
from pathlib import Path

import yaml

from pages.clauses.parsing import parse
from pages.clauses.parts import Part
from pages.clauses.settling import Rule, settle

FOLDER = Path(__file__).resolve().parents[3] / "pages" / "demonstration" / "udhr"
LANGUAGES = ("ar", "fr", "en")


def source(language: str) -> str:
    return (FOLDER / f"{language}.html").read_text(encoding="utf-8")


@cache
def as_read() -> dict[str, list[Part]]:
    return {language: parse(source(language), language) for language in LANGUAGES}


@cache
def settled() -> dict[str, list[Part]]:
    rule = yaml.safe_load((FOLDER / "settle.yaml").read_text(encoding="utf-8"))
    return settle(as_read(), Rule.from_data(rule))
