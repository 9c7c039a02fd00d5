"""How is a plain page shown: its text, and the pages below it?"""

from django.http import HttpRequest

from pages.models import StandardPage
from pages.views.frame import Shown, render_work
from pages.views.registry import shows
from pages.views.sections import sections_of


@shows(StandardPage)
def standard(request: HttpRequest, page: StandardPage) -> Shown:
    return render_work(request, page, "pages/standard.html", sections=sections_of(page))
