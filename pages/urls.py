"""The public addresses below a language's prefix; the pages come last, as they may stand at any address."""

from django.urls import re_path
from wagtail.urls import serve_pattern
from wagtail.urls import urlpatterns as wagtail_patterns

from pages.views.citations import cite
from pages.views.feed import feed
from pages.views.serve import serve

# What Wagtail serves beside pages: the forms before a page that asks for a password or an account.
_restrictions = [route for route in wagtail_patterns if route.name != "wagtail_serve"]

urlpatterns = [
    *_restrictions,
    re_path(r"^(?P<path>(?:[\w-]+/)+)feed/$", feed, name="feed"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)cite\.(?P<suffix>bib|ris|json)$", cite, name="cite"),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]
