"""What do crawlers and browsers ask for by fixed addresses?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from pages.metadata.links import absolute
from pages.zellij.palette import PAGE_LIGHT

ICON = "img/favicon.svg"
ONE_DAY = 86_400


@require_safe
@cache_control(public=True, max_age=ONE_DAY)
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", f"Disallow: {reverse('wagtailadmin_home')}", f"Sitemap: {absolute(reverse('sitemaps'))}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


@require_safe
@cache_control(public=True, max_age=ONE_DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    """For those who do not read the page's own link; its address changes with the drawing, so not for ever."""
    return HttpResponseRedirect(static(ICON))


@require_safe
@cache_control(public=True, max_age=ONE_DAY)
def manifest(request: HttpRequest) -> HttpResponse:
    """What a telephone shows when the site is put on its first screen (W3C Application Manifest)."""
    facts = {
        "name": settings.WAGTAIL_SITE_NAME,
        "start_url": "/",
        "display": "browser",
        "background_color": PAGE_LIGHT,
        "theme_color": PAGE_LIGHT,
        "icons": [{"src": static(ICON), "type": "image/svg+xml", "sizes": "any"}],
    }
    return JsonResponse(facts, content_type="application/manifest+json")
