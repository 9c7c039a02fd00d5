"""Which plain pages lie directly below a page?"""

from wagtail.models import Page

from pages.addresses import page_url
from pages.models import StandardPage
from pages.queries.visible import visible
from pages.views.frame import Link


def sections_of(page: Page) -> list[Link]:
    """In order; a page that is not saved yet has none."""
    if not page.pk:
        return []
    below = visible(Page.objects.child_of(page).exact_type(StandardPage)).order_by("path")
    return [Link(child.title, page_url(child)) for child in below]
