"""Which address leads where?"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config.health import healthz
from library.views import document, rendition
from network import desk_urls
from pages.views.front import front

urlpatterns = [
    path("", front),
    path("healthz", healthz, name="healthz"),
    path("admin/", include(desk_urls)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:document_id>/<str:document_filename>", document),
    path("documents/", include(wagtaildocs_urls)),
    path("media/images/<str:name>", rendition, name="rendition"),
    path("_mail/", include("network.mail_urls")),
    path("", include("pages.machine_urls")),
    # Pages come last, as they may stand at any address.
    *i18n_patterns(
        path("", include("network.urls")), path("", include("search.urls")), path("", include("pages.urls"))
    ),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.refused"
handler404 = "config.errors.not_found"
handler429 = "config.errors.too_many"
handler500 = "config.errors.broken"
