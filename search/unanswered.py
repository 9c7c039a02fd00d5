"""What do readers look for in vain? Counted by day for the editors' report; who asked is not kept.

Only what anybody may ask is counted: the words of somebody who is signed in could say what is closed.
"""

import datetime
import logging
import re

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from access.principals import Principal
from search.analysis import fold
from search.models import UnansweredSearch
from search.query import Asked
from search.shown import Results

logger = logging.getLogger(__name__)
ONE_DAY = 86_400
# So many new questions of a day are kept, and for so long.
MOST_A_DAY, DAYS = 1000, 90
# Longer questions are somebody's own; addresses and numbers may be of a person.
MOST_WORDS = 8
PERSONAL = re.compile(r"@|://|\d{3}")


def note_unanswered(asked: Asked, results: Results, reader: Principal, *, visitor: str) -> None:
    """Once for each `visitor` and day, as far as this process knows; a failure costs the reader nothing."""
    words = _words(asked)
    if not words or not reader.is_anonymous or not _is_in_vain(results):
        return
    today = timezone.localdate()
    who = salted_hmac("search.unanswered", f"{visitor} {asked.language} {words}").hexdigest()
    if not cache.add(f"unanswered:{today}:{who}", True, ONE_DAY):
        return
    try:
        with transaction.atomic():
            _count(today, asked.language, words)
    except DatabaseError as error:
        logger.warning("A search without results was not counted.", exc_info=error)


def _is_in_vain(results: Results) -> bool:
    """The whole site had nothing: no filter was in the way, and the engine answered."""
    return results.is_asked and not (results.total or results.chosen or results.is_degraded)


def _words(asked: Asked) -> str:
    """Folded, so that spellings count together; empty for what is not to be kept."""
    words = fold(" ".join((*asked.words, *asked.phrases))).split()
    return "" if PERSONAL.search(asked.text) or len(words) > MOST_WORDS else " ".join(words)


def _count(day: datetime.date, language: str, words: str) -> None:
    counted = UnansweredSearch.objects.filter(day=day)
    if counted.filter(language=language, words=words).update(count=F("count") + 1):
        return
    known = counted.count()
    if not known:
        UnansweredSearch.objects.filter(day__lt=day - datetime.timedelta(days=DAYS)).delete()
    if known < MOST_A_DAY:
        UnansweredSearch.objects.create(day=day, language=language, words=words)
