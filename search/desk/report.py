"""Where do those who run the site see how the search fares, and what readers did not find?"""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from search.entries import Tier
from search.health import DAYS, LEAST_COUNT, dead_jobs, health, looked_for_in_vain

SEE = "search.view_unansweredsearch"
# How much there is that is not for everyone, and the words of an error, which may repeat a text.
SEE_INSIDE = "jobs.view_job"
MOST_SHOWN = 100
TIERS = {
    Tier.PUBLIC: _("for everyone"),
    Tier.MEMBERS: _("for members"),
    Tier.RESTRICTED: _("for named readers"),
    Tier.KNOWN: _("on request"),
    Tier.DESK: _("for the desk"),
}


def report(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(SEE):
        raise PermissionDenied
    found = health()
    sees_inside = request.user.has_perm(SEE_INSIDE)
    context = {
        "health": found,
        "tiers": [(TIERS[count.tier], count) for count in found.tiers if sees_inside],
        "dead": dead_jobs()[:MOST_SHOWN] if sees_inside else [],
        "unanswered": looked_for_in_vain()[:MOST_SHOWN],
        "days": DAYS,
        "least": LEAST_COUNT,
    }
    return render(request, "desk/search_report.html", context)


class SearchMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(SEE))


def menu_item() -> SearchMenuItem:
    return SearchMenuItem(_("Search"), reverse("search_report"), name="search-report", icon_name="search")


urlpatterns = [path("search/report/", report, name="search_report")]
