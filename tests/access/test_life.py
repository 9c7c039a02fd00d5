"""Whatever happens to pages, rules and people, in whatever order: each answer is the reference's, at once."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from pages.cache import shared
from pages.cache.store import Store
from pages.models import HomePage
from tests.access.answers import Clock
from tests.access.life import Life

# LIFE_EXAMPLES=200 looks further, and somewhere else each time: for the night.
NIGHTLY = int(os.environ.get("LIFE_EXAMPLES", "0"))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def page_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is in production: what is answered from memory is compared too."""
    monkeypatch.setattr(shared, "store", Store(max_size=8_000_000))
    monkeypatch.setattr(shared, "parts", Store(max_size=shared.MAX_PARTS))


def test_every_answer_is_right_after_every_step(homes: dict[str, HomePage], clock: Clock, page_cache: None) -> None:
    run_state_machine_as_test(
        lambda: Life(clock),
        settings=settings(
            max_examples=NIGHTLY or 4,
            stateful_step_count=50 if NIGHTLY else 20,
            derandomize=not NIGHTLY,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            # What fails is shown as it was found, unless there is a night to shorten it.
            phases=[Phase.generate, Phase.shrink] if NIGHTLY else [Phase.generate],
        ),
    )
