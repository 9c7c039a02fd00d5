"""What surrounds the pages of an account: the same frame as any page, in the languages of the site."""

from django.http import HttpRequest
from django.urls import translate_url

from pages.languages import languages
from pages.views.frame import frame


def is_account_page(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(match and "account/" in match.route.split("/<")[0] and not match.route.startswith("admin/"))


def account_frame(request: HttpRequest) -> dict[str, object]:
    """A context processor; it costs public pages nothing."""
    if not is_account_page(request):
        return {}
    here = request.get_full_path()
    return frame(title="", alternates={code: translate_url(here, code) for code, _name in languages()})
