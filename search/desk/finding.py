"""Which rows of a model answer, the best first? Whoever asks narrows them to what the editor may see."""

import logging
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Model

from jobs.models import Job
from search.engines import engine
from search.engines.base import Answer, EngineDown, Hit, OneOf, Question, Wanted
from search.engines.database import DatabaseEngine
from search.engines.evaluating import Evaluator
from search.entries import KIND, Tier
from search.outbox import KIND as JOBS
from search.overlay import entry
from search.projection import project
from search.projection.desk import NOBODYS
from search.projection.keys import desk_key

logger = logging.getLogger(__name__)
# An engine hands over so many at once; and so many can be asked of the database by their numbers.
MOST, UTMOST = 10_000, 30_000
# So many that changed just now are looked at as they are.
FEW = 500


def rows(model: type[Model], wanted: Wanted) -> list[int]:
    """Their keys. What an editor saved a moment ago is found as it is now."""
    start = desk_key(model, 0).removesuffix("0")
    kind = start.split(":")[1]
    changed = _changed(start)
    question = Question(
        tiers=(Tier.DESK,),
        classes=NOBODYS,
        wanted=wanted,
        filters=(OneOf(KIND, (kind,)),),
        excluded=changed,
        limit=MOST,
    )
    hits = [*_fresh(question, changed), *_asked(question).hits]
    hits.sort(key=lambda hit: -hit.score)
    return [int(hit.key.removeprefix(start)) for hit in hits]


def _changed(start: str) -> frozenset[str]:
    waiting = Job.objects.filter(kind=JOBS, key__startswith=start).order_by("-pk")
    return frozenset(waiting.values_list("key", flat=True)[:FEW])


def _fresh(question: Question, changed: Iterable[str]) -> list[Hit]:
    evaluator = Evaluator(replace(question, excluded=frozenset()))
    projected = project(changed).values() if changed else ()
    return [hit for one in projected if (hit := evaluator.hit(entry(one)))]


def _asked(question: Question) -> Answer:
    """The database answers where the engine does not, and where that would not hand over all it found."""
    try:
        answer = engine().search(question)
        if answer.total <= MOST:
            return answer
    except EngineDown:
        logger.warning("The search engine does not answer the desk; the database does.")
    return DatabaseEngine().search(replace(question, limit=UTMOST))
