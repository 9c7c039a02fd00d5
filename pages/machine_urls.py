"""The public addresses that carry no language: pictures, and what is read by machines."""

from django.urls import path

from pages.views.cards import card
from pages.views.patterns import pattern

urlpatterns = [
    path("card/<slug:language>/<uuid:key>.png", card, name="card"),
    path("pattern/<slug:kind>/<uuid:key>/<slug:name>.svg", pattern, name="pattern"),
]
