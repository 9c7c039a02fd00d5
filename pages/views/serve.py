"""Which page stands at an address? Found by its whole path, one query, instead of walking down the tree."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.views import serve_chain

from pages.addresses import home_root, home_roots, page_url
from pages.languages import current, languages, own_name
from pages.queries.visible import visible
from pages.queries.works import versions
from pages.views.frame import render_frame


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The page of the reader's language at `path`, by way of Wagtail's hooks (view restrictions are one)."""
    page = _page_at(home_root(current(), request), path)
    if page is None:
        return _in_other_languages(request, path)
    page = page.specific
    chain = serve_chain
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        chain = wrap(chain)
    for hook in hooks.get_hooks("before_serve_page"):
        result = hook(page, request, [], {})
        if isinstance(result, HttpResponse):
            return result
    return chain(page, request, [], {})


def _page_at(root: str | None, path: str) -> Page | None:
    if root is None:
        return None
    url_path = f"{root}{path}"
    # The slug has an index and narrows the search to a handful; the whole path decides.
    slug = url_path.rstrip("/").rsplit("/", 1)[-1]
    return visible(Page.objects.filter(slug=slug, url_path=url_path)).select_related("content_type").first()


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
