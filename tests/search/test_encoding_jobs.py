"""An entry is found by its words at once, and by its meaning when there was time to encode it."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from jobs.models import Job
from pages.models import HomePage, ResearchPaperPage, StandardPage
from search import outbox
from search.engines import engine
from search.models import IndexEntry, PassageVector
from search.ranking import Reach
from search.semantic.questions import meaning
from tests.indexing import Indexing
from tests.search.asking import ask, engine_away, titles
from tests.search.test_indexing import found, work

Add = Callable[..., StandardPage]


@pytest.fixture
def page(homes: dict[str, HomePage], add: Add, indexing: Indexing) -> StandardPage:
    return add(homes["en"], StandardPage, title="About", slug="about", summary="Diplomacy that prevents crises.")


def cosine(page: StandardPage) -> float:
    vector = meaning("mediation before conflicts", "en")
    assert vector is not None
    near = engine().cosines(vector, [work(page)])
    return near[work(page)].cosine if near else 0.0


def test_without_an_encoder_nothing_waits_for_one(page: StandardPage, indexing: Indexing) -> None:
    indexing()
    assert not Job.objects.exists()


def test_passages_are_encoded_after_the_words_are_in_the_index(
    page: StandardPage, indexing: Indexing, settings: Any
) -> None:
    settings.SEARCH_ENCODER = "bundled"
    indexing()
    assert cosine(page) > 0.2
    assert IndexEntry.objects.get(key=work(page)).has_vectors
    assert not Job.objects.exists()


def test_meaning_does_not_go_with_the_engine(
    page: StandardPage, indexing: Indexing, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SEARCH_ENCODER = "bundled"
    indexing()
    with_engine = ask("mediation before conflicts")
    with engine_away():
        without = ask("mediation before conflicts")
        assert (without.rows, without.total) == (with_engine.rows, 1)
        assert titles(without) == ["About"]
        assert titles(ask("mediation before conflicts -crises")) == []
        # On a large site nobody waits for that.
        monkeypatch.setattr("search.engines.database.MOST_READ", 0)
        assert titles(ask("mediation before conflicts")) == []


def test_a_filter_leaves_as_many_as_were_counted_of_it(
    page: StandardPage,
    homes: dict[str, HomePage],
    add: Add,
    indexing: Indexing,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was too far away beside what is nearer does not come in when that is taken away."""
    settings.SEARCH_ENCODER = "bundled"
    monkeypatch.setattr("search.meant.reach_of", lambda *asked: Reach(near=0.25, further=0.2, most=1))
    add(homes["en"], ResearchPaperPage, title="Talks", slug="talks", summary="How negotiators avert a war.")
    indexing()

    assert ask("mediation before conflicts").total == 1
    assert sum(ask("mediation before conflicts", type=kind).total for kind in ("page", "paper")) == 1


@pytest.mark.parametrize("typed", ["الدِّبْلوماسيّةُ الوِقائِيَّة", "الدبلومـــاسية الوقائية", "اﻟﺪﺑﻠﻮﻣﺎﺳﻴﺔ الوقائية"])
def test_what_is_not_read_means_nothing(settings: Any, typed: str) -> None:
    settings.SEARCH_ENCODER = "bundled"
    assert meaning(typed, "ar") == meaning("الدبلوماسية الوقائية", "ar")


def test_a_rebuild_encodes_what_was_never_encoded(
    page: StandardPage, indexing: Indexing, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    indexing()
    settings.SEARCH_ENCODER = "bundled"
    settings.SEARCH_URL = f"embedded://{tmp_path}/another"
    call_command("rebuild_search", "--words-only")
    assert cosine(page) == 0
    assert Job.objects.filter(kind=outbox.ENCODING, key=work(page)).exists()

    capsys.readouterr()
    call_command("rebuild_search")
    # The home page and this one; people and files have nothing to say yet.
    assert "2 entries are found by their meaning as well." in capsys.readouterr().out
    assert cosine(page) > 0.2
    assert PassageVector.objects.count() >= 2


def test_while_the_encoder_is_away_entries_are_found_by_their_words(
    page: StandardPage, indexing: Indexing, settings: Any
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.SEARCH_ENCODER = f"http://127.0.0.1:{nobody.getsockname()[1]}/v1"
        assert indexing().put_off == 1
    assert found("diplomacy") == [work(page)]
    job = Job.objects.get()
    assert (job.kind, job.key, job.attempts, job.is_dead) == (outbox.ENCODING, work(page), 0, False)
