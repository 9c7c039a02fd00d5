"""The addresses of the search, below a language's prefix."""

from django.urls import path

from search.views import description, search

urlpatterns = [
    path("search/", search, name="search"),
    path("opensearch.xml", description, name="opensearch"),
]
