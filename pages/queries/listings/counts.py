"""How many works does a listing hold, in all and for each value of each filter? One query for everything."""

from collections import defaultdict

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast

from pages.queries.listings.filters import Choice, chosen_works, expressions, narrowed
from pages.queries.listings.kinds import ListedKind
from pages.queries.visible import visible

TOTAL = "total"


def counts(kind: ListedKind, chosen: Choice, language: str) -> dict[str, dict[str, int]]:
    """`{"total": {"": 66}, "year": {"2015": 2}, …}`, only what occurs.

    Each filter's counts are those of the other filters' results, so that a choice shows what changing it would give.
    """
    arms = [_grouped(chosen_works(kind, chosen, language), TOTAL, Value(""))]
    for name, expression in expressions(kind).items():
        others = chosen.without(name)
        if name == "language":
            works = narrowed(visible(kind.model.objects.all()), kind, others)
        else:
            works = chosen_works(kind, others, language)
        arms.append(_grouped(works, name, expression))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for name, value, works_counted in arms[0].union(*arms[1:], all=True):
        if name == TOTAL or value:
            found[name][value or ""] = works_counted
    return found


def _grouped(works: QuerySet, name: str, expression: Value | F) -> QuerySet:
    values = works.order_by().values(
        counted=Value(name, output_field=CharField()), value=Cast(expression, CharField())
    )
    return values.annotate(works=Count("pk")).values_list("counted", "value", "works")
