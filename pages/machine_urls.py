"""The public addresses that carry no language: pictures, and what is read by machines."""

from django.urls import path

from pages.views.cards import card
from pages.views.machines import favicon, manifest, robots
from pages.views.patterns import pattern
from pages.views.sitemap import sitemap, sitemap_index

urlpatterns = [
    path("card/<slug:language>/<uuid:key>.png", card, name="card"),
    path("pattern/<slug:kind>/<uuid:key>/<slug:name>.svg", pattern, name="pattern"),
    path("sitemap.xml", sitemap_index, name="sitemaps"),
    path("sitemap-<slug:section>.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
    path("manifest.webmanifest", manifest, name="manifest"),
]
