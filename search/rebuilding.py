"""Makes the index anew beside the one that answers: after a loss, for another engine, or with another analysis."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction

from jobs.draining import drain, new_holder
from jobs.models import Job
from jobs.registry import handler_of
from search import exchanging, outbox
from search.engines import engine
from search.engines.base import Build
from search.keeping import entries, keep
from search.models import IndexEntry
from search.parts import parts
from search.projection import everything, project
from search.semantic.encoders import encoder
from search.semantic.encoding import chunks_of, passages_of

BATCH = 200
Progress = Callable[[int], object]


@dataclass
class Built:
    """What was written into a new index: versions by key, and which entries have passages without a vector."""

    versions: dict[str, int] = field(default_factory=dict)
    lacking: set[str] = field(default_factory=set)


def wanted_keys() -> list[str]:
    """All that there should be, and all that there is by mistake."""
    keys = dict.fromkeys(everything())
    return [*keys, *(key for key in _present() if key not in keys)]


def rebuild(wanted: list[str], progress: Progress) -> Built:
    """Begin with `wanted`. What changes meanwhile is written before the exchange; during it, it is noted for later.

    Stopped at any point, it leaves the index that answers as it was. Raises `EngineDown`.
    """
    built = Built()
    with engine().build() as build:
        known = frozenset(wanted)
        for keys in parts(wanted, BATCH):
            _build(build, _projected_anew(keys, known), built)
            progress(len(keys))
        _follow(build, built)
        with exchanging.undisturbed():
            _follow(build, built)
            # What is in the new index and must not be found is left out of answers until it is gone from there.
            outbox.changed(built.versions.keys() - _present().keys())
            build.swap()
    # Had the exchange taken longer than a lease, something could have gone into the old one.
    outbox.changed(_newer(built))
    outbox.not_encoded(built.lacking)
    return built


def catch_up() -> int:
    """Do what is pending, beside any worker: until it is done, it is left out of answers. How many entries it was."""
    return _do(outbox.KIND, lambda _count: None)


def give_meaning(progress: Progress) -> int:
    """Do what there is to encode, beside any worker; how many entries that were."""
    return _do(outbox.ENCODING, progress)


def _do(kind: str, progress: Progress) -> int:
    """A long entry is done in several goes, so what is left tells how far it is."""
    handler, holder, jobs = handler_of(kind), new_holder(), Job.objects.filter(kind=kind)
    first = left = jobs.count()
    while handler and (outcome := drain(handler, holder=holder)) and outcome.done:
        before, left = left, jobs.count()
        progress(max(before - left, 0))
    return first - left


def _projected_anew(keys: list[str], wanted: frozenset[str]) -> list[IndexEntry]:
    """What a worker brought up to date in the midst stays as the worker left it: it saw a later state.

    What these speak of is among `wanted` and comes later, unless they speak of it since just now.
    """
    before = _present(keys)
    projected = project(keys)
    outbox.changed({mentioned for one in projected.values() for mentioned in one.mentions} - wanted)
    with transaction.atomic():
        held = IndexEntry.objects.filter(pk__in=keys).order_by("pk").select_for_update()
        now = dict(held.values_list("key", "version"))
        mine = [key for key in keys if now.get(key) == before.get(key)]
        found = [projected[key] for key in mine if key in projected]
        rows = keep(found, [key for key in mine if key in now and key not in projected])
    return [*rows, *IndexEntry.objects.filter(pk__in=set(keys) - set(mine))]


def _follow(build: Build, built: Built) -> None:
    """What was brought up to date since it was built."""
    for keys in parts(_newer(built), BATCH):
        _build(build, list(IndexEntry.objects.filter(pk__in=keys)), built)


def _newer(built: Built) -> list[str]:
    return [key for key, version in _present().items() if built.versions.get(key) != version]


def _build(build: Build, rows: list[IndexEntry], built: Built) -> None:
    meant = passages_of(rows)
    build.write(entries(rows, meant))
    built.versions |= {row.key: row.version for row in rows}
    if encoder():
        built.lacking |= {row.key for row in rows if len(meant.get(row.key, ())) < len(chunks_of(row))}


def _present(keys: Iterable[str] | None = None) -> dict[str, int]:
    rows = IndexEntry.objects.all() if keys is None else IndexEntry.objects.filter(pk__in=keys)
    return dict(rows.order_by().values_list("key", "version"))
