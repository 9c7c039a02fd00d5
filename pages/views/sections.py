"""Which plain pages lie directly below a page?"""

from wagtail.models import Page

from pages.addresses import page_url
from pages.models import StandardPage
from pages.queries.visible import visible
from pages.views.frame import Link


def sections_of(page: Page) -> list[Link]:
    """In order; no query for a page with nothing below it."""
    if not page.pk or page.is_leaf():
        return []
    below = visible(Page.objects.child_of(page).exact_type(StandardPage)).order_by("path")
    return [Link(child.title, page_url(child)) for child in below]
