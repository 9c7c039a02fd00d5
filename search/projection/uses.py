"""Which classes have the published pages that speak of a record or a country? As `pages.queries.records.in_use`."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from access.assigning import rules_in
from access.models import PageAssignment
from search.projection.classes import Held
from search.projection.subjects import Thesaurus

# The ways from a page to those it speaks of.
PEOPLE: tuple[str, ...] = (
    "person_roles__person",
    "researchpaperpage__authorships__person",
    "forumeditionpage__delegations__head",
    "newspage__author",
)
ORGANISATIONS: tuple[str, ...] = (
    "organisation_roles__organisation",
    "researchpaperpage__authorships__organisation",
    "researchpaperpage__publisher",
    "newspage__publisher",
    "forumeditionpage__delegations__organisation",
    "declarationpage__adherences__organisation",
    "recommendationpage__addressees__organisation",
    "recommendationpage__progress_records__organisation",
)
TOPICS: tuple[str, ...] = ("topic_links__tag",)
COUNTRIES: tuple[str, ...] = (
    "forumeditionpage__country",
    "forumseriespage__country",
    "declarationpage__country",
    "forumeditionpage__delegations__country",
    "declarationpage__adherences__country",
    "recommendationpage__addressees__country",
    *(f"{way}__country" for way in (*PEOPLE, *ORGANISATIONS)),
)

# By record, the classes of the pages.
Uses = dict[str, set[Held]]


def uses(ways: Collection[str], among: Collection[object] | None = None) -> Uses:
    """By what stands at the end of the ways, as text; of all there are, or of some. One query."""
    first, *others = [_at_the_end(way, among) for way in ways]
    found: Uses = defaultdict(set)
    for end, number, key in first.union(*others):
        found[end].add(Held(number, rules_in(key)))
    found.pop("", None)
    return found


def uses_of_topics(known: Thesaurus, among: Collection[int] | None = None) -> Uses:
    """Those of the narrower topics too: the page of a topic leads on to these."""
    below = known.downwards(known.slugs if among is None else among)
    direct = uses(TOPICS, None if among is None else set().union(*below.values()))
    found: Uses = {}
    for topic, narrower in below.items():
        if held := set().union(*(direct.get(str(one), set()) for one in narrower)):
            found[str(topic)] = held
    return found


def _at_the_end(way: str, among: Collection[object] | None) -> QuerySet:
    path = f"page__{way}"
    some = {f"{path}__isnull": False} if among is None else {f"{path}__in": list(among)}
    pages = PageAssignment.objects.filter(page__live=True, **some).order_by()
    end = Cast(path, CharField())
    return pages.values_list(end, "access_class", "access_class__key").distinct()
