"""Where do reference managers fetch a citation? At `<page>/cite.bib`, `cite.ris` and `cite.json`."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from pages.citations.forms import FORMS, written
from pages.models import BasePage
from pages.views.serve import serve_part


def cite(request: HttpRequest, path: str, suffix: str) -> HttpResponse:
    form = FORMS[suffix]

    def answer(request: HttpRequest, page: BasePage) -> HttpResponse:
        disposition = content_disposition_header(True, f"{page.slug}.{suffix}")
        return HttpResponse(
            written(page, form),
            content_type=f"{form.content_type}; charset=utf-8",
            headers={"Content-Disposition": disposition},
        )

    return serve_part(request, path, answer)
