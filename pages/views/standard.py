"""How is a plain page shown: its text, and the pages below it?"""

from django.http import HttpRequest

from pages.addresses import page_url
from pages.models import StandardPage
from pages.queries.visible import visible
from pages.views.frame import Link, Shown, render_work
from pages.views.registry import shows


@shows(StandardPage)
def standard(request: HttpRequest, page: StandardPage) -> Shown:
    below = visible(page.get_children()).order_by("path") if page.pk else []
    children = [Link(child.title, page_url(child)) for child in below]
    return render_work(request, page, "pages/standard.html", children=children)
