"""What is there of Wagtail and Django outside the desk, and for every template?"""

from access.surfaces.declaring import Answer, Kind, others, views

PAGE = "wagtailcore.Page"

SURFACES = [
    # The form for passwords that are shared, and a second address of documents that would ask nobody.
    *views(
        Answer.CLOSED,
        [
            "<language>/_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
            r"documents/(\d+)/(.*)$",
            "documents/authenticate_with_password/<int:restriction_id>/",
        ],
        page_id=PAGE,
        page_view_restriction_id="wagtailcore.PageViewRestriction",
        restriction_id="wagtailcore.CollectionViewRestriction",
    ),
    *views(
        Answer.PUBLIC,
        [
            "healthz",
        ],
    ),
    *others(
        Kind.CONTEXT,
        Answer.OWN,
        [
            "django.template.context_processors.request",
            "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
        ],
    ),
]
