"""Which works that the reader may know of, but not read, are about what was asked? They are counted nowhere."""

from wagtail.models import Page

from access.policy import search_filter
from access.principals import Principal
from pages.languages import current
from pages.queries.known import teaser
from pages.queries.rows import Row
from pages.queries.visible import on_request
from pages.queries.works import language_rank
from search.asking import Asking
from search.engines.base import Question
from search.entries import Tier
from search.loading.works import whole
from search.projection.keys import uuids
from search.shown import Result

LIMIT = 5


def known(asking: Asking, question: Question, reader: Principal) -> tuple[Result, ...]:
    """None for a search by filters: a year or a place would say more of them than their title and summary."""
    classes = reader.reach.discover - search_filter(reader)
    if not classes or question.wanted is None or question.filters:
        return ()
    asked = Question((Tier.KNOWN,), classes, wanted=question.wanted, without=question.without, limit=LIMIT)
    keys = [hit.key for hit in asking.search(asked).hits]
    return _loaded(keys) if keys else ()


def _loaded(keys: list[str]) -> tuple[Result, ...]:
    works = uuids(key.partition(":")[2] for key in keys)
    pages = on_request(Page.objects.filter(translation_key__in=works)).alias(rank=language_rank(current()))
    # The reader's language comes last, and stays.
    rows = pages.order_by("-rank").values_list("translation_key", "pk", "content_type")
    best = {work: (pk, content_type) for work, pk, content_type in rows}
    found = {page.translation_key: page for page in whole(dict(best.values()))}
    return tuple(_result(teaser(found[work])) for work in works if work in found)


def _result(row: Row) -> Result:
    return Result(
        key=f"{Tier.KNOWN}:{row.translation_key}",
        kind=str(row.kind),
        kind_name=row.kind_name,
        title=row.title,
        language=row.language,
        url=row.url,
        row=row,
    )
