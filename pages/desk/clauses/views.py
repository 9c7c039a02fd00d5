"""The pages on which an editor imports the text of a declaration: the texts, then the comparison, then drafts."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import ngettext
from wagtail.admin import messages

from pages.clauses.importing import can_import, import_texts
from pages.clauses.parts import Part
from pages.clauses.settling import differences, settle
from pages.desk.clauses.forms import TextsForm
from pages.desk.clauses.settlement import lines, rule_from
from pages.languages import languages, own_name
from pages.models import DeclarationPage


def import_text(request: HttpRequest, page_id: int) -> HttpResponse:
    """One address for all steps; nothing is kept between them but what the form itself carries."""
    page = get_object_or_404(DeclarationPage, pk=page_id)
    own = page.locale.language_code
    codes = [own, *(code for code, _name in languages() if code != own)]
    allowed = [(code, own_name(code)) for code in codes if can_import(page, code, request.user)]
    if own not in dict(allowed):
        raise PermissionDenied
    if request.method != "POST":
        return _texts(request, page, TextsForm(allowed))
    form = TextsForm(allowed, request.POST, request.FILES)
    if not form.is_valid() or "texts" in request.POST:
        return _texts(request, page, form)
    return _settle(request, page, form)


def _texts(request: HttpRequest, page: DeclarationPage, form: TextsForm) -> HttpResponse:
    return render(request, "desk/import_texts.html", {"page": page, "form": form})


def _settle(request: HttpRequest, page: DeclarationPage, form: TextsForm) -> HttpResponse:
    rule = rule_from(request.POST, form.parts)
    settled = settle(form.parts, rule)
    if "save" in request.POST:
        return _save(request, page, settled)
    found = differences(settled)
    context = {
        "page": page,
        "texts": list(form.given.items()),
        "columns": [(code, own_name(code)) for code in settled],
        "counts": [len(parts) for parts in settled.values()],
        "differences": [(found_one, [own_name(code) for code in found_one.languages]) for found_one in found],
        "lines": lines(form.parts, settled, rule),
    }
    return render(request, "desk/import_preview.html", context)


def _save(request: HttpRequest, page: DeclarationPage, settled: dict[str, list[Part]]) -> HttpResponse:
    done = import_texts(page, settled, user=request.user)
    names = ", ".join(own_name(code) for code in done)
    message = ngettext(
        "The text was imported as a draft in this language: %(names)s.",
        "The text was imported as drafts in these languages: %(names)s.",
        len(done),
    )
    buttons = [
        messages.button(reverse("wagtailadmin_pages:edit", args=[version.pk]), own_name(code))
        for code, version in done.items()
        if version.pk != page.pk
    ]
    messages.success(request, message % {"names": names}, buttons=buttons)
    first = next(iter(done.values()))
    return redirect("wagtailadmin_pages:edit", page.pk if page.locale.language_code in done else first.pk)


urlpatterns = [path("desk/declarations/<int:page_id>/import/", import_text, name="desk_import_text")]
