"""What happens to every request before and after the site answers it?"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from config import csp
from config.errors import maintenance

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


@cache
def _desk() -> str:
    return reverse("wagtailadmin_home")


def _is_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(_desk())


class SecurityPolicies(CSPMiddleware):
    """One Content-Security-Policy for the public site and a measured one for the editor's desk."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and _is_desk(request):
            parts.config = csp.DESK
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if _is_desk(request):
            # A preview is a frame of the desk, and comes with the policy of the public address it stands for.
            response["X-Frame-Options"] = "SAMEORIGIN"
            del response[HEADER]
        return super().process_response(request, response)


class Maintenance:
    """Answers with the maintenance page while the setting or the file says so, whatever the caches below hold.

    Style sheets still go out, and /healthz still tells of the process.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.page = SecurityPolicies(maintenance)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.is_on() and not request.path_info.startswith(("/healthz", settings.STATIC_URL)):
            return self.page(request)
        return self.get_response(request)

    @staticmethod
    def is_on() -> bool:
        return settings.MAINTENANCE or Path(settings.VAR_DIR, "maintenance").exists()


class ForeignLoads:
    """What another site loads into a page of its own is answered as to nobody in particular, whoever's browser it is.

    Browsers tell it from a link that is followed (W3C, Fetch Metadata Request Headers). And what is not for everybody
    may be loaded by pages of this site only: neither its size nor that it exists can be seen from elsewhere.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.is_foreign_load(request):
            request.META.pop("HTTP_COOKIE", None)
        response = self.get_response(request)
        if "no-store" in response.get("Cache-Control", ""):
            response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    @staticmethod
    def is_foreign_load(request: HttpRequest) -> bool:
        said = request.headers.get
        is_link = said("Sec-Fetch-Mode") == "navigate" and said("Sec-Fetch-Dest") == "document"
        return said("Sec-Fetch-Site") in {"cross-site", "same-site"} and not is_link
