"""What does the translation package show?"""

from access.surfaces.declaring import Answer, views

PAGE = "wagtailcore.Page"
TRANSLATION = "wagtail_localize.Translation"
SOURCE = "wagtail_localize.TranslationSource"
RIGHTS = "access.desk.rights.OpenPagePermissionTester"

SURFACES = [
    *views(
        Answer.PUBLIC,
        [
            "jsi18n/",
        ],
        below="admin/localize/",
    ),
    *views(
        # Asks nobody which pages it names; the desk has a list of translations of its own.
        Answer.CLOSED,
        [
            "reports/translations/",
            "reports/translations/results/",
        ],
        below="admin/localize/",
    ),
    # Of people, organisations and topics.
    *views(
        Answer.RIGHT,
        [
            "api/snippets/<slug:app_label>/<slug:model_name>/",
            "api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/",
            "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        ],
        below="admin/localize/",
    ),
    *views(
        Answer.DESK,
        [
            "page/<int:page_id>/convert_to_alias/",
            "submit/page/<int:page_id>/",
            "translate/<int:translation_id>/disable/",
            "translate/<int:translation_id>/machine_translate/",
            "translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
            "translate/<int:translation_id>/pofile/download/",
            "translate/<int:translation_id>/pofile/upload/",
            "translate/<int:translation_id>/preview/",
            "translate/<int:translation_id>/preview/<str:mode>/",
            "translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
        ],
        asks=RIGHTS,
        below="admin/localize/",
        page_id=PAGE,
        translation_id=TRANSLATION,
        string_segment_id="wagtail_localize.StringSegment",
        overridable_segment_id="wagtail_localize.OverridableSegment",
    ),
]
