"""Does SECURITY.md name, for every known leak, a test that exists or the feature that it waits for?"""

import ast
import re

import pytest

from config.settings.environment import CHECKOUT

WAITING = {
    "persistent identifiers",
    "the members' area",
    "an interface for programs",
    "the deposit of files",
    "secret links",
}
ROW = re.compile(r"^\| (A\d\d) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, str]]:
    return ROW.findall((CHECKOUT / "SECURITY.md").read_text())


@pytest.fixture(scope="module")
def tests() -> set[str]:
    return {
        node.name
        for file in (CHECKOUT / "tests").rglob("*.py")
        if "node_modules" not in file.parts
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_number_stands_in_the_table_once(rows: list[tuple[str, str]]) -> None:
    assert [number for number, _answer in rows] == [f"A{number:02}" for number in range(1, 84)]


def test_each_has_tests_that_exist_or_waits_for_something(rows: list[tuple[str, str]], tests: set[str]) -> None:
    lacking = {
        number: answer
        for number, answer in rows
        if not (named := re.findall(r"`(test_\w+)`", answer)) or ", ".join(f"`{name}`" for name in named) != answer
        if answer.removeprefix("waits for ") not in WAITING
    }

    assert lacking == {}
    assert {name for _number, answer in rows for name in re.findall(r"`(\w+)`", answer)} - tests == set()


def test_what_is_tried_does_not_wait(rows: list[tuple[str, str]], tests: set[str]) -> None:
    tried = {f"A{match[1]}" for name in tests if (match := re.match(r"test_a(\d\d)_", name))}

    assert [number for number, answer in rows if answer.startswith("waits") and number in tried] == []


def test_a_test_named_after_one_leak_stands_in_no_other_row(rows: list[tuple[str, str]]) -> None:
    astray = [
        name for number, answer in rows for name in re.findall(r"`test_(a\d\d)_", answer) if name.upper() != number
    ]

    assert astray == []
