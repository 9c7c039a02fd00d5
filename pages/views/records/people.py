"""How is a person shown, and the list of people?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from pages.languages import current
from pages.queries.records.in_use import people_in_use
from pages.queries.records.mentions import mentions_of_person
from pages.queries.records.ordering import alphabetical, by_letter
from pages.queries.records.sections import sections
from pages.views.frame import Link
from pages.views.records.frame import render_record
from pages.views.records.names import other_names


def person(request: HttpRequest, slug: str) -> HttpResponse:
    record = get_object_or_404(people_in_use().select_related("photo").prefetch_related("names"), slug=slug)
    texts = record.texts(current())
    return render_record(
        request,
        "records/person.html",
        title=record.label(current()).text,
        name="person",
        slug=slug,
        record=record,
        description=texts.position if texts else "",
        above=Link(_("People"), reverse("people")),
        texts=texts,
        other_names=other_names(record),
        sections=sections(mentions_of_person(record)),
    )


def people(request: HttpRequest) -> HttpResponse:
    entries = alphabetical(people_in_use().prefetch_related("names"), current())
    return render_record(
        request,
        "records/people.html",
        title=_("People"),
        name="people",
        letters=by_letter(entries),
        total=len(entries),
    )
