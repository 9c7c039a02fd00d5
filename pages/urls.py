"""The public addresses below a language's prefix; the pages come last, as they may stand at any address."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern
from wagtail.urls import urlpatterns as wagtail_patterns

from pages.views.citations import cite
from pages.views.feed import feed
from pages.views.records.countries import countries, country
from pages.views.records.organisations import organisation, organisations
from pages.views.records.people import people, person
from pages.views.records.topics import topic, topics
from pages.views.serve import serve

# What Wagtail serves beside pages: the forms before a page that asks for a password or an account.
_restrictions = [route for route in wagtail_patterns if route.name != "wagtail_serve"]

urlpatterns = [
    *_restrictions,
    path("people/", people, name="people"),
    path("people/<slug:slug>/", person, name="person"),
    path("organisations/", organisations, name="organisations"),
    path("organisations/<slug:slug>/", organisation, name="organisation"),
    path("topics/", topics, name="topics"),
    path("topics/<str:slug>/", topic, name="topic"),
    path("countries/", countries, name="countries"),
    path("countries/<slug:code>/", country, name="country"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)feed/$", feed, name="feed"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)cite\.(?P<suffix>bib|ris|json)$", cite, name="cite"),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]
