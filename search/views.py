"""How is a search answered: as a page, as JSON, as suggestions, and as a description for browsers?

What is found depends on who asks and on the moment, so that no cache keeps any of it.
"""

from http import HTTPStatus

from django.conf import settings
from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from access.current import principal
from pages.cache.middleware import NOT_KEPT
from pages.languages import current
from pages.metadata.links import absolute
from search.addresses import Place, page_number, typed_years, unreadable
from search.machine import as_json, refusal, suggested
from search.page import context_of
from search.query import Asked, understand
from search.results import find
from search.shown import Results
from search.suggesting import suggestions
from search.unanswered import note_unanswered

ONE_DAY = 86_400
FORMAT = "json"
READABLE = {"ensure_ascii": False}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    place = Place.of(request.GET)
    if years := typed_years(request.GET):
        return _kept_nowhere(HttpResponseRedirect(place.only("year", years).url()))
    answer = _json if request.GET.get("format") == FORMAT else _page
    return _kept_nowhere(answer(request, place))


def _page(request: HttpRequest, place: Place) -> HttpResponse:
    """What means nothing in the address is set aside and said; a page beyond the last one is not found."""
    try:
        asked, results = _found(place, page_number(request.GET))
    except EmptyPage as beyond:
        raise Http404 from beyond
    note_unanswered(asked, results, principal(), visitor=request.META.get("REMOTE_ADDR", ""))
    context = context_of(place, asked, results, ignored=unreadable(request.GET))
    return render(request, "search/page.html", context)


def _json(request: HttpRequest, place: Place) -> HttpResponse:
    if names := unreadable(request.GET):
        return refusal(HTTPStatus.BAD_REQUEST, _("These parameters could not be understood."), names)
    try:
        asked, results = _found(place, page_number(request.GET))
    except EmptyPage:
        return refusal(HTTPStatus.NOT_FOUND, _("There are not as many pages."), ["page"])
    return JsonResponse(as_json(place, asked, results), json_dumps_params=READABLE)


def _found(place: Place, page: int) -> tuple[Asked, Results]:
    language = current()
    asked = understand(place.words, language=language)
    reader = principal()
    return asked, find(asked, reader, language=language, sort=place.sort, page=page, filters=place.values())


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = NOT_KEPT
    return response


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    found = suggestions(request.GET.get("q", ""), principal(), language=current())
    return _kept_nowhere(JsonResponse(suggested(found), json_dumps_params=READABLE))


@require_safe
@cache_control(public=True, max_age=ONE_DAY)
def description(request: HttpRequest) -> HttpResponse:
    """What lets a browser offer this search among its own (OpenSearch 1.1)."""
    context = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "language": current(),
        "icon": absolute(static("img/favicon.svg")),
        "search_url": absolute(reverse("search")),
        "own_url": absolute(reverse("opensearch")),
    }
    return render(request, "search/opensearch.xml", context, content_type="application/opensearchdescription+xml")
