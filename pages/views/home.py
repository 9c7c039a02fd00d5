"""The front of one language's site."""

from django.http import HttpRequest, HttpResponse

from pages.models import HomePage
from pages.views.frame import render_work
from pages.views.registry import shows


@shows(HomePage)
def home(request: HttpRequest, page: HomePage) -> HttpResponse:
    return render_work(request, page, "pages/home.html")
