"""Which view shows a page of a given type?

Pages are served by `Page.serve`, also for previews; models may not import views, so views register themselves.
"""

from collections.abc import Callable

from pages.models.base import BasePage, View


def shows(model: type[BasePage]) -> Callable[[View], View]:
    """Register the decorated function `(request, page) -> HttpResponse` as the view of `model`."""

    def register(view: View) -> View:
        model.view = staticmethod(view)
        return view

    return register
