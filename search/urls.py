"""The addresses of the search, below a language's prefix."""

from django.urls import path

from search.views import description, search, suggest

urlpatterns = [
    path("search/", search, name="search"),
    path("search/suggestions/", suggest, name="search_suggestions"),
    path("opensearch.xml", description, name="opensearch"),
]
