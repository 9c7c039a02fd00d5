"""Every sabotage still fits the source."""

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
