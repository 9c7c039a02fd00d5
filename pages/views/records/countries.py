"""How is a country shown, and the list of countries?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from pages.countries import country_name, is_country
from pages.languages import current
from pages.queries.records.in_use import countries_in_use, organisations_in_use, people_in_use
from pages.queries.records.mentions import mentions_of_country
from pages.queries.records.ordering import alphabetical, sort_key
from pages.queries.records.sections import sections
from pages.views.frame import Link
from pages.views.records.frame import render_record


def country(request: HttpRequest, code: str) -> HttpResponse:
    """The country with the ISO 3166-1 code, in small letters; one that nothing speaks of is not found."""
    iso = code.upper()
    if not is_country(iso):
        raise Http404
    found = sections(mentions_of_country(iso))
    organisations = alphabetical(organisations_in_use().filter(country=iso).prefetch_related("names"), current())
    people = alphabetical(people_in_use().filter(country=iso).prefetch_related("names"), current())
    if not (found or organisations or people):
        raise Http404
    return render_record(
        request,
        "records/country.html",
        title=country_name(iso),
        name="country",
        slug=code,
        record=iso,
        above=Link(_("Countries"), reverse("countries")),
        organisations=organisations,
        people=people,
        sections=found,
    )


def countries(request: HttpRequest) -> HttpResponse:
    names = sorted(((country_name(code), code) for code in countries_in_use()), key=lambda pair: sort_key(pair[0]))
    links = [Link(name, reverse("country", args=[code.lower()])) for name, code in names]
    return render_record(request, "records/countries.html", title=_("Countries"), name="countries", links=links)
