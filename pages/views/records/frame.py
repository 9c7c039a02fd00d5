"""What do the pages of records share: their addresses in every language, their frame, their head?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from pages.languages import languages
from pages.models.records import LabelledRecord
from pages.views.frame import Link, render_frame


def addresses(name: str, *args: str) -> dict[str, str]:
    """The address of a record, or of a list of them, in every language: records exist in all of them."""
    found = {}
    for code, _name in languages():
        with translation.override(code):
            found[code] = reverse(name, args=args)
    return found


def render_record(
    request: HttpRequest,
    template: str,
    *,
    title: str,
    name: str,
    slug: str = "",
    record: LabelledRecord | str | None = None,
    description: str = "",
    above: Link | None = None,
    **context: Any,
) -> HttpResponse:
    """A record (`name` and `slug` are its route), or a list when there is no slug; `above` is its list."""
    alternates = addresses(name, *([slug] if slug else []))
    crumbs = [above] if above else []
    return render_frame(
        request,
        template,
        title=title,
        alternates=alternates,
        crumbs=crumbs,
        record=record,
        description=description,
        **context,
    )
