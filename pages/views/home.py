"""How is the front of one language's site shown?"""

from django.http import HttpRequest, HttpResponse

from pages.languages import current
from pages.models import HomePage
from pages.queries.home import front
from pages.views.frame import render_work
from pages.views.registry import shows


@shows(HomePage)
def home(request: HttpRequest, page: HomePage) -> HttpResponse:
    return render_work(request, page, "pages/home.html", front=front(page, current()))
