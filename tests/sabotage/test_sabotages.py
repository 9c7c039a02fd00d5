"""Every sabotage still fits the source, and the table of results is of these."""

import re
from pathlib import Path

import pytest

from tests.sabotage.model import Sabotage
from tests.sabotage.seeds import SABOTAGES

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=lambda sabotage: sabotage.name)
def test_it_is_one_place_and_there_are_tests_for_it(sabotage: Sabotage) -> None:
    source = (CHECKOUT / sabotage.file).read_text()
    assert source.count(sabotage.text) == 1
    # It breaks the check, not the file.
    compile(source.replace(sabotage.text, sabotage.replacement), sabotage.file, "exec")
    assert [test for test in sabotage.tests if not (CHECKOUT / test.partition("::")[0]).exists()] == []


def test_the_table_is_of_these_and_all_were_noticed() -> None:
    table = (CHECKOUT / "docs/sabotage.md").read_text()
    assert len(SABOTAGES) >= 25
    assert re.findall(r"^\| (.+?) \| `", table, re.MULTILINE) == [sabotage.name for sabotage in SABOTAGES]
    assert "**none**" not in table
