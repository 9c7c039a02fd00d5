"""Where does the bare address `/` lead? To the language the reader asked for."""

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import get_script_prefix
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from pages.languages import languages


def front(request: HttpRequest) -> HttpResponseRedirect:
    wanted = get_language_from_request(request).split("-")[0]
    codes = [code for code, _name in languages()]
    response = HttpResponseRedirect(f"{get_script_prefix()}{wanted if wanted in codes else codes[0]}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
