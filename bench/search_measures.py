"""What takes how long? Milliseconds at the median and at the 95th percentile, unless a column says otherwise."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from random import Random
from statistics import median, quantiles
from typing import Any
from unittest.mock import patch

import numpy as np
from django.contrib.auth.models import User
from django.test import override_settings
from modelsearch.backends import get_search_backend
from tantivy import Query
from wagtail.models import Page

from access.policy import search_filter
from access.principals import Principal, anonymous, principal_of
from bench import zipf
from bench.servers import ROOT
from jobs.inline import background
from pages.models import RecommendationPage
from search.engines import engine
from search.engines.base import Near, Question
from search.engines.embedded import Embedded, filtering
from search.entries import READING, Passage, Tier
from search.keeping import entries
from search.meant import meant
from search.models import IndexEntry
from search.projection.keys import DESK
from search.query import understand
from search.rebuilding import rebuild, wanted_keys
from search.results import find
from search.shown import Results

COUNTS = (1, 3, 10)
WARM, FRESH, WIDTH, PAGE, PAUSE, BATCH = 10, 9, 384, 20, 0.01, 1000
# What takes longer than so many milliseconds at the median is no answer any more.
TOO_LONG = 2000
SIZES = (1000, 3000, 10_000, 30_000, 100_000)
# How questions are timed: by the clock on the wall, or by what this process worked.
clock = time.perf_counter
Row = dict[str, float]


def of_engine(reader: User, rounds: int) -> dict[str, Row]:
    """Of the engine that SEARCH_URL names, and of the site with it."""
    rows = {"indexing": _indexing()}
    for who, principal in _readers(reader).items():
        for count in COUNTS:
            rows[f"{count} words, {who}"] = _asking(principal, count, rounds)
    rows["published, then found by a reader"] = _freshness()
    return rows


def _readers(reader: User) -> dict[str, Callable[[], Principal]]:
    return {"anonymous": anonymous, "member of 50 groups": lambda: principal_of(reader)}


def _indexing() -> Row:
    """What readers find: read from the database, projected, kept and written; then written alone."""
    began = time.perf_counter()
    wanted = [key for key in wanted_keys() if not key.startswith(DESK)]
    rebuild(wanted, lambda count: None)
    whole = time.perf_counter() - began
    some = entries(IndexEntry.objects.filter(tier=Tier.PUBLIC)[:5000])
    began = time.perf_counter()
    for start in range(0, len(some), 1000):
        engine().write(some[start : start + 1000], (), 1)
    written = time.perf_counter() - began
    return {"documents": len(wanted), "rebuilt/s": len(wanted) / whole, "written/s": len(some) / written}


def _asking(principal: Callable[[], Principal], count: int, rounds: int) -> Row:
    asked = list(_questions(count, rounds))
    page = _times(partial(_page, principal), asked)
    questions = [(_question(text, language, principal()),) for text, language in asked]
    filtered = _times(engine().search, questions)
    row = _shown("page", page) | _shown("engine", filtered)
    if isinstance(engine(), Embedded):
        with patch.object(filtering, "open_to", lambda *_told: Query.all_query()):
            unfiltered = _times(engine().search, questions)
        row |= _shown("unfiltered", unfiltered) | {"filter costs": median(filtered) / median(unfiltered)}
    return row | {"hits": median(engine().search(*each).total for each in questions)}


def _page(principal: Callable[[], Principal], text: str, language: str) -> Results:
    """Who reads is found out anew for each."""
    return find(understand(text, language=language), principal(), language=language)


def _questions(count: int, rounds: int) -> Iterator[tuple[str, str]]:
    """Words of one text each, so that there is something to be found."""
    random = Random(count)
    pages = RecommendationPage.objects.order_by("pk")
    numbers = list(pages.values_list("pk", flat=True))
    for pk in random.sample(numbers, rounds + WARM):
        page = pages.select_related("locale").get(pk=pk)
        yield zipf.asked(random, page.locale.language_code, page.text, count), page.locale.language_code


def _question(text: str, language: str, principal: Principal) -> Question:
    found = meant(understand(text, language=language), [], search_filter(principal), language=language)
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
        while not _page(lambda: principal_of(chief), word, "en").total:
            pass
        found.append((time.perf_counter() - began) * 1000)
        question = _question(word, "en", principal_of(chief))
        while not engine().search(question).total:
            time.sleep(PAUSE)
        held.append((time.perf_counter() - began) * 1000)
    return {"page p50": median(found), "page p95": max(found), "indexed p50": median(held), "indexed p95": max(held)}


def of_meaning(reader: User, rounds: int) -> dict[str, Row]:
    """With the encoder, and a passage of each entry that means nothing in particular."""
    # What was published before is still being written.
    background.wait(60)
    random = np.random.default_rng(5)
    rows = IndexEntry.objects.exclude(tier=Tier.DESK).order_by("pk")
    began = time.perf_counter()
    for some in _batched(rows.iterator(BATCH), BATCH):
        vectors = _vectors(random, len(some))
        passages = (Passage("", "en", vector.tobytes()) for vector in vectors)
        engine().write([replace(entry, passages=(next(passages),)) for entry in entries(some)], (), 1)
    written = {"written/s": rows.count() / (time.perf_counter() - began)}
    asked = [(_vectors(random, 1)[0].tobytes(),) for _time in range(rounds + WARM)]
    figures = {"indexing with a vector each": written}
    for who, principal in _readers(reader).items():
        pool = Question(READING, search_filter(principal()))
        figures[f"nearest 50, {who}"] = _shown("engine", _times(partial(_nearest, pool), asked))
        with override_settings(SEARCH_ENCODER="bundled"):
            for count in COUNTS:
                taken = _times(partial(_page, principal), _questions(count, rounds))
                figures[f"{count} words, {who}, with the encoder"] = _shown("page", taken)
    return figures


def _nearest(pool: Question, vector: bytes) -> list[Near]:
    return engine().nearest(vector, pool, 50)


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


def _first_page(backend: Any, text: str) -> tuple[int, list[Page]]:
    found = backend.search(text, RecommendationPage.objects.live(), operator="or")
    return found.count(), list(found[:PAGE])


def memory(encoder: str) -> float:
    """Megabytes of a process that has answered, with the encoder and without."""
    program = (
        "import django; django.setup()\n"
        "from access.principals import anonymous\n"
        "from search.query import understand\n"
        "from search.results import find\n"
        "from search.semantic import encoder\n"
        "find(understand('peace and water', language='en'), anonymous(), language='en')\n"
        "model = encoder()\n"
        "model and model.queries(['peace and water'])\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    told = {"SEARCH_ENCODER": encoder, "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}"}
    command = [sys.executable, "-c", program]
    shown = subprocess.run(command, check=True, env={**os.environ, **told}, cwd=ROOT, capture_output=True, text=True)
    return int(shown.stdout.splitlines()[-1]) / 1024


def _batched(things: Iterable[IndexEntry], size: int) -> Iterator[list[IndexEntry]]:
    remaining = iter(things)
    while some := list(islice(remaining, size)):
        yield some


def _times(do: Callable[..., object], asked: Iterable[tuple]) -> list[float]:
    taken = []
    for each in list(asked):
        began = clock()
        do(*each)
        taken.append((clock() - began) * 1000)
    return taken[WARM:]


def _shown(name: str, taken: list[float]) -> Row:
    return {f"{name} p50": median(taken), f"{name} p95": quantiles(taken, n=20)[-1]}
