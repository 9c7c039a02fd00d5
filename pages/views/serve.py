"""Which page stands at an address? Found whole by its path, in one query, instead of walking down the tree."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.views import serve_chain

from pages.addresses import home_root, home_roots, page_url
from pages.languages import current, languages, own_name
from pages.models import BasePage
from pages.queries.visible import on_request, visible
from pages.queries.works import versions
from pages.views.frame import render_frame
from pages.views.on_request import show_on_request


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The page of the reader's language at `path`, by way of Wagtail's hooks (view restrictions are one)."""
    root = home_root(current(), request)
    page = _page_at(root, path)
    if page is None:
        known = _page_at(root, path, among=on_request)
        return show_on_request(request, known) if known else _in_other_languages(request, path)
    chain = serve_chain
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        chain = wrap(chain)
    return _intercepted(request, page) or chain(page, request, [], {})


def serve_part(
    request: HttpRequest, path: str, answer: Callable[[HttpRequest, BasePage], HttpResponse]
) -> HttpResponse:
    """What `answer` makes of the page at `path`, for addresses below a page: its feed, its citation."""
    page = _page_at(home_root(current(), request), path)
    if page is None:
        raise Http404
    page = page.specific
    return _intercepted(request, page) or answer(request, page)


def _intercepted(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What a hook answers in the page's place: the form of a view restriction."""
    for hook in hooks.get_hooks("before_serve_page"):
        result = hook(page, request, [], {})
        if isinstance(result, HttpResponse):
            return result
    return None


def _page_at(root: str | None, path: str, among: Callable[[PageQuerySet], PageQuerySet] = visible) -> BasePage | None:
    if root is None:
        return None
    url_path = f"{root}{path}"
    # The slug has an index and narrows the search to a handful; the whole path decides.
    slug = url_path.rstrip("/").rsplit("/", 1)[-1]
    found = among(Page.objects.filter(slug=slug, url_path=url_path))
    identity = found.order_by().values_list("pk", "content_type_id").first()
    if identity is None:
        return None
    # Joined to every type there is, one query would cost more than the two.
    model = ContentType.objects.get_for_id(identity[1]).model_class()
    return among(model.objects.filter(pk=identity[0])).first() if issubclass(model, BasePage) else None


def _in_other_languages(request: HttpRequest, path: str) -> HttpResponse:
    """What another language has at the same address: never a dead end for a reader whose language lacks a page."""
    language = current()
    for code, root in home_roots(request).items():
        twin = _page_at(root, path) if code != language else None
        if twin is not None:
            break
    else:
        raise Http404
    found = versions(twin)
    if language in found:
        return HttpResponseRedirect(page_url(found[language]))
    offers = [
        (code, own_name(code), page_url(found[code]), found[code].title) for code, _n in languages() if code in found
    ]
    return render_frame(
        request,
        "pages/other_languages.html",
        title=_("Not available in this language"),
        alternates={code: url for code, _name, url, _title in offers},
        status=404,
        offers=offers,
    )
