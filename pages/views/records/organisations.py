"""How is an organisation shown, and the list of organisations?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from pages.languages import current
from pages.queries.records.in_use import organisations_in_use
from pages.queries.records.mentions import mentions_of_organisation
from pages.queries.records.ordering import alphabetical, by_letter
from pages.queries.records.sections import sections
from pages.views.frame import Link
from pages.views.records.frame import render_record
from pages.views.records.names import other_names


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    record = get_object_or_404(organisations_in_use().select_related("logo").prefetch_related("names"), slug=slug)
    texts = record.texts(current())
    return render_record(
        request,
        "records/organisation.html",
        title=record.label(current()).text,
        name="organisation",
        slug=slug,
        record=record,
        description=texts.description if texts else "",
        above=Link(_("Organisations"), reverse("organisations")),
        texts=texts,
        other_names=other_names(record),
        sections=sections(mentions_of_organisation(record)),
    )


def organisations(request: HttpRequest) -> HttpResponse:
    entries = alphabetical(organisations_in_use().prefetch_related("names"), current())
    return render_record(
        request,
        "records/organisations.html",
        title=_("Organisations"),
        name="organisations",
        letters=by_letter(entries),
        total=len(entries),
    )
