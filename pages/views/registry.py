"""Which view shows a page of a given type?

Pages are served by `Page.serve`, also for previews; models may not import views, so views register themselves.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override

from pages.addresses import language_of
from pages.cache.parts import part_key, written
from pages.models.base import BasePage
from pages.queries.surroundings import surroundings_of
from pages.views.frame import Shown

Finder = Callable[[HttpRequest, BasePage], Shown]


def shows(model: type[BasePage]) -> Callable[[Finder], Finder]:
    """Register the decorated function `(request, page) -> Shown` as the view of `model`.

    The page's own language is spoken while it runs, whichever address it was asked under (a preview, for one).
    """

    def register(view: Finder) -> Finder:
        def found(request: HttpRequest, page: BasePage) -> Shown:
            # First, since the language versions that every view asks for come in the same query.
            surroundings_of(page)
            return view(request, page)

        @wraps(view)
        def in_its_language(request: HttpRequest, page: BasePage) -> HttpResponse:
            with override(language_of(page)):
                key = part_key(request, page.pk, language_of(page))
                return written(key, lambda: found(request, page), lambda shown: shown.response(request))

        model.view = staticmethod(in_its_language)
        return view

    return register
