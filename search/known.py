"""Which works that the reader may know of, but not read, are about what was asked? They are counted nowhere."""

from wagtail.models import Page, get_page_models

from access.principals import Principal
from pages.languages import current
from pages.models import BasePage
from pages.queries.joined import joined
from pages.queries.known import teaser
from pages.queries.rows import Row
from pages.queries.visible import on_request
from pages.queries.works import language_rank
from search.asking import Asking
from search.engines.base import Question
from search.entries import Tier
from search.projection.keys import uuids
from search.shown import Result

LIMIT = 5


def known(asking: Asking, question: Question, reader: Principal) -> tuple[Result, ...]:
    """None for a search by filters: a year or a place would say more of them than their title and summary."""
    classes = reader.reach.discover - reader.reach.view
    if not classes or question.wanted is None or question.filters:
        return ()
    asked = Question((Tier.KNOWN,), classes, wanted=question.wanted, without=question.without, limit=LIMIT)
    keys = [hit.key for hit in asking.search(asked).hits]
    return _loaded(keys) if keys else ()


def _loaded(keys: list[str]) -> tuple[Result, ...]:
    works = uuids(key.partition(":")[2] for key in keys)
    pages = (
        on_request(Page.objects.filter(translation_key__in=works))
        .annotate(rank=language_rank(current()))
        .order_by("rank")
    )
    found: dict[object, BasePage] = {}
    for page in joined(pages, [model for model in get_page_models() if issubclass(model, BasePage)]):
        found.setdefault(page.translation_key, page)
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
