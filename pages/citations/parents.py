"""Of which meeting or text is this page a part?"""

from wagtail.models import Page

from pages.models import BasePage
from pages.queries.visible import visible


def parent_work(page: BasePage) -> Page | None:
    """The page directly above, as its own type, when readers may see it."""
    if page.depth is None or page.depth <= 1:
        return None
    path = page.path[: -page.steplen]
    above = visible(Page.objects.filter(path=path)).first()
    return above.specific if above else None
