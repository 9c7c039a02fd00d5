"""What takes how long? Milliseconds at the median and at the 95th percentile, unless a column says otherwise."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from pathlib import Path
from random import Random
from statistics import median, quantiles
from unittest.mock import patch

import numpy as np
from django.contrib.auth.models import User
from django.core.management import call_command
from modelsearch.backends import get_search_backend
from tantivy import Query
from wagtail.models import Page

from access.classes import Reach
from access.principals import Principal, anonymous, principal_of
from bench import zipf
from bench.servers import ROOT
from pages.models import RecommendationPage
from search.engines import engine
from search.engines.base import Question
from search.engines.embedded import Embedded, filtering
from search.entries import Entry, Passage, Tier
from search.keeping import entries
from search.meant import meant
from search.models import IndexEntry
from search.query import understand
from search.results import find
from search.shown import Results

COUNTS = (1, 3, 10)
WARM, FRESH, WIDTH, PAGE, PAUSE = 10, 9, 384, 20, 0.01
# What takes longer than so many milliseconds at the median is no answer any more.
TOO_LONG = 2000
SIZES = (1000, 3000, 10_000, 30_000, 100_000)
Row = dict[str, float]


def of_engine(reader: User, rounds: int) -> dict[str, Row]:
    """Of the engine that SEARCH_URL names, and of the site with it."""
    rows = {"indexing": _indexing()}
    readers: dict[str, Callable[[], Principal]] = {
        "anonymous": anonymous,
        "member of 50 groups": lambda: principal_of(reader),
    }
    for who, principal in readers.items():
        for count in COUNTS:
            rows[f"{count} words, {who}"] = _asking(principal, count, rounds)
    rows["published, then found by a reader"] = _freshness()
    return rows


def _indexing() -> Row:
    began = time.perf_counter()
    call_command("rebuild_search", "--words-only", verbosity=0, stdout=StringIO())
    whole = time.perf_counter() - began
    some = entries(IndexEntry.objects.filter(tier=Tier.PUBLIC)[:5000])
    began = time.perf_counter()
    for start in range(0, len(some), 1000):
        engine().write(some[start : start + 1000], (), 1)
    written = time.perf_counter() - began
    total = IndexEntry.objects.exclude(tier=Tier.DESK).count()
    return {"documents": total, "rebuilt/s": IndexEntry.objects.count() / whole, "written/s": len(some) / written}


def _asking(principal: Callable[[], Principal], count: int, rounds: int) -> Row:
    asked = list(_questions(count, rounds))
    page = _times(
        lambda text, language: find(understand(text, language=language), principal(), language=language), asked
    )
    questions = [(_question(text, language, principal().reach),) for text, language in asked]
    filtered = _times(engine().search, questions)
    row = _shown("page", page) | _shown("engine", filtered)
    if isinstance(engine(), Embedded):
        with patch.object(filtering, "open_to", lambda *_told: Query.all_query()):
            unfiltered = _times(engine().search, questions)
        row |= _shown("unfiltered", unfiltered) | {"filter costs": median(filtered) / median(unfiltered)}
    return row | {"hits": median(engine().search(*each).total for each in questions)}


def _page(principal: Principal, text: str, language: str) -> Results:
    return find(understand(text, language=language), principal, language=language)


def _questions(count: int, rounds: int) -> Iterator[tuple[str, str]]:
    random = Random(count)
    for turn in range(rounds + WARM):
        language = zipf.LANGUAGES[turn % len(zipf.LANGUAGES)]
        yield zipf.asked(random, language, count), language


def _question(text: str, language: str, reach: Reach) -> Question:
    found = meant(understand(text, language=language), [], reach, language=language)
    assert found
    return found.question


def _freshness() -> Row:
    """From the commit of a publication to the answer that has it, and to the index that holds it."""
    chief = User.objects.get_or_create(username="chief", is_superuser=True)[0]
    found, held = [], []
    pages = RecommendationPage.objects.filter(locale__language_code="en").order_by("?")[:FRESH]
    for number, page in enumerate(pages):
        word = f"zanzibar{number}"
        page.text = f"{word} {page.text}"
        page.save_revision().publish()
        began = time.perf_counter()
        while not _page(principal_of(chief), word, "en").total:
            pass
        found.append((time.perf_counter() - began) * 1000)
        question = _question(word, "en", principal_of(chief).reach)
        while not engine().search(question).total:
            time.sleep(PAUSE)
        held.append((time.perf_counter() - began) * 1000)
    return {"page p50": median(found), "page p95": max(found), "indexed p50": median(held), "indexed p95": max(held)}


def of_vectors(folder: Path, passages: int, rounds: int) -> dict[str, Row]:
    """Two passages of each entry, three entries in four of them open."""
    random = np.random.default_rng(5)
    index = Embedded(folder)
    with index.build() as build:
        build.write(_meaning_something(random, passages // 2))
        build.swap()
    vectors = [(_vectors(random, 1)[0].tobytes(),) for _time in range(rounds)]
    rows = {}
    for who, classes in {"anonymous": {1}, "member of 50 groups": set(range(1, 52))}.items():
        question = Question((Tier.PUBLIC, Tier.RESTRICTED), frozenset(classes))
        rows[f"nearest 50 of {passages:,}, {who}"] = _shown(
            "engine", _times(lambda vector, question=question: index.nearest(vector, question, 50), vectors)
        )
    index.close()
    return rows


def _meaning_something(random: np.random.Generator, count: int) -> Iterator[Entry]:
    for number in range(count):
        tier, of = (Tier.PUBLIC, 1) if number % 4 else (Tier.RESTRICTED, 2 + number // 4 % 100)
        passages = tuple(Passage("", "en", vector.tobytes()) for vector in _vectors(random, 2))
        yield Entry(f"work:{number}", tier, 1, frozenset({of}), passages=passages)


def _vectors(random: np.random.Generator, count: int) -> np.ndarray:
    drawn = random.standard_normal((count, WIDTH))
    return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float16)


def of_wagtail(documents: int) -> dict[str, Row]:
    """Its own search of the database, which knows neither facets nor marks nor readers, at growing sizes."""
    backend = get_search_backend("modelsearch.backends.database")
    pages = RecommendationPage.objects.live().order_by("pk")
    rows: dict[str, Row] = {}
    done = 0
    for size in (size for size in SIZES if size <= documents):
        backend.add_bulk(RecommendationPage, pages[done:size])
        done = size
        for count in COUNTS:
            asked = list(_questions(count, FRESH))
            taken = _times(lambda text, _language: _first_page(backend, text), asked)
            rows[f"{size:,} documents, {count} words"] = _shown("engine", taken)
            if median(taken) > TOO_LONG:
                return rows
    return rows


def _first_page(backend: object, text: str) -> tuple[int, list[Page]]:
    found = backend.search(text, RecommendationPage.objects.live(), operator="or")
    return found.count(), list(found[:PAGE])


def memory(encoder: str) -> float:
    """Megabytes of a process that has answered, with the encoder and without."""
    program = (
        "import django; django.setup()\n"
        "from access.principals import anonymous\n"
        "from search.query import understand\n"
        "from search.results import find\n"
        "find(understand('peace and water', language='en'), anonymous(), language='en')\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    told = {"SEARCH_ENCODER": encoder, "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}"}
    command = [sys.executable, "-c", program]
    shown = subprocess.run(command, check=True, env={**os.environ, **told}, cwd=ROOT, capture_output=True, text=True)
    return int(shown.stdout.splitlines()[-1]) / 1024


def _times(do: Callable[..., object], asked: Iterable[tuple]) -> list[float]:
    taken = []
    for each in asked:
        began = time.perf_counter()
        do(*each)
        taken.append((time.perf_counter() - began) * 1000)
    return taken[WARM:]


def _shown(name: str, taken: list[float]) -> Row:
    return {f"{name} p50": median(taken), f"{name} p95": quantiles(taken, n=20)[-1]}
