"""The public addresses below a language's prefix; Wagtail's pages come last."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

urlpatterns = [
    path("", include(wagtail_urls)),
]
