"""Which works near a page may a reader know of without reading them? They are named apart from what is open.

Neither counts nor filters hold them: a year or a place to choose would say more of them than their title and summary.
"""

from django.db.models import Q
from wagtail.models import Page

from access.current import principal
from pages.addresses import language_of, page_url
from pages.languages import current
from pages.models import BasePage, IndexPage
from pages.naming import kind_name
from pages.queries.listings.kinds import kinds
from pages.queries.rows import Row
from pages.queries.tree import directly_below
from pages.queries.visible import on_request
from pages.queries.works import language_rank

# Who needs more of them asks those who look after the forum.
LIMIT = 50


def known_near(page: BasePage, versions: dict[str, Page]) -> list[Row]:
    """Below the page, or of the kind that it lists; no query for who reads all that they know of."""
    reach = principal().reach
    if reach.discover == reach.view or not page.pk:
        return []
    found: dict[object, BasePage] = {}
    works = on_request(Page.objects.filter(_near(page, versions)))
    # The reader's language first, so that no limit leaves it out.
    for work in works.annotate(rank=language_rank(current())).order_by("rank", "path")[:LIMIT].specific():
        found.setdefault(work.translation_key, work)
    return [teaser(work) for work in found.values()]


def _near(page: BasePage, versions: dict[str, Page]) -> Q:
    if isinstance(page, IndexPage) and (kind := kinds().get(page.lists)):
        return Q(pk__in=kind.model.objects.order_by().values("pk"))
    near = Q(pk__in=())
    for version in versions.values():
        near |= directly_below(version)
    return near


def teaser(work: BasePage) -> Row:
    """Title and summary, and the seal that any work of its kind has."""
    return Row(
        page=work,
        url=page_url(work),
        title=work.title,
        language=language_of(work),
        kind=work.kind,
        kind_name=kind_name(work),
        code="",
        summary=work.summary,
        translation_key=work.translation_key,
        listing_image=None,
        listing_image_alt="",
    )
