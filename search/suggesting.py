"""What may the reader be about to type? Titles of works, and names of people, organisations, topics and countries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import override

from access.current import reading_as
from access.policy import search_filter
from access.principals import Principal
from pages.models import ForumEditionPage, SessionPage
from search.analysis import LONGEST_BEGINNING, fold
from search.asking import Asking
from search.engines.base import Every, Question, Term
from search.entries import BEGINS, KIND
from search.excerpts import Marker
from search.kinds import kind_names
from search.loading import Passages
from search.loading.records import records
from search.loading.works import Open, open_versions
from search.meant import tiers_of
from search.models import IndexEntry
from search.projection.keys import WORK, uuids, work_key
from search.query import LENGTH, printable

MOST, FEWEST_LETTERS, MOST_WORDS = 8, 2, 8
PARTS = (ForumEditionPage, SessionPage)
# So many are looked at; those that begin as what was typed come first.
LOOKED_AT = 24


@dataclass(frozen=True)
class Suggestion:
    """In the reader's language where it exists; `url` leads to the work or record itself."""

    title: str
    language: str
    kind: str
    kind_name: str
    url: str


def suggestions(text: str, principal: Principal, *, language: str) -> list[Suggestion]:
    """What has, for each word that was typed, a word in its title that begins so. The same bytes for who may not
    read something as if it did not exist: it is the same question as any other, to the same entries.
    """
    words = fold(printable(text[:LENGTH])).split()[:MOST_WORDS]
    if sum(map(len, words)) < FEWEST_LETTERS:
        return []
    with reading_as(principal), override(language):
        asking = Asking()
        keys = _found(words, principal, asking)
        shown = _works(keys, language, asking) | _records(keys, language)
    ordered = [shown[key] for key in keys if key in shown]
    typed = " ".join(words)
    ordered.sort(key=lambda suggestion: not fold(suggestion.title).startswith(typed))
    return ordered[:MOST]


def _found(words: Iterable[str], principal: Principal, asking: Asking) -> list[str]:
    begun = tuple(Term(BEGINS, word[:LONGEST_BEGINNING]) for word in words)
    classes = search_filter(principal)
    question = Question(tiers_of(classes), classes, wanted=Every(begun), limit=LOOKED_AT)
    return [hit.key for hit in asking.search(question).hits]


def _works(keys: Iterable[str], language: str, asking: Asking) -> dict[str, Suggestion]:
    asked = [key for key in keys if key.startswith(f"{WORK}:")]
    if not asked:
        return {}
    kinds, names = _kinds(asked, asking), kind_names()
    found = {}
    for work, (page, *_others) in open_versions(uuids(key.partition(":")[2] for key in asked), language).items():
        kind = kinds.get(work_key(work), "")
        name = _part_of_a_forum(page) or names.get(kind, "")
        found[work_key(work)] = Suggestion(page.title, page.language, kind, name, page.url)
    return found


def _part_of_a_forum(page: Open) -> str:
    """Editions and sessions are of the kind of their forum, and are not called so."""
    model = ContentType.objects.get_for_id(page.content_type).model_class()
    return capfirst(str(model._meta.verbose_name)) if model in PARTS else ""


def _kinds(keys: Iterable[str], asking: Asking) -> dict[str, str]:
    values = dict(IndexEntry.objects.filter(key__in=list(keys)).values_list("key", "values"))
    values |= {key: dict(projected.values) for key, projected in asking.overlay.fresh.items()}
    return {key: of_key[KIND][0] for key, of_key in values.items() if of_key.get(KIND)}


def _records(keys: Iterable[str], language: str) -> dict[str, Suggestion]:
    asked = [key for key in keys if not key.startswith(f"{WORK}:")]
    wordless = Passages(Marker(()), fresh={}, near={})
    return {
        key: Suggestion(result.title, result.language, result.kind, result.kind_name, result.url)
        for key, result in records(asked, wordless, language).items()
    }
