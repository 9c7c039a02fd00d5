"""What do pages and records show, to readers and at the desk, and who answers for it?"""

from access.surfaces.declaring import Answer, Kind, Surface, others, views

PAGE = "wagtailcore.Page"
RIGHTS = "access.desk.rights.OpenPagePermissionTester"
LISTS = "access.desk.rights.OpenPagePermissionPolicy"
USES = "access.desk.lists.references_to"
NOBODY = "access.principals.anonymous"

PUBLISHED = [
    *views(
        Answer.POLICY,
        [
            r"((?:[\w\-]+/)*)$",
            r"(?P<path>(?:[\w-]+/)+)cite\.(?P<suffix>bib|ris|json)$",
            "people/",
            "people/<slug:slug>/",
            "organisations/",
            "organisations/<slug:slug>/",
            "topics/",
            "topics/<str:slug>/",
            "countries/",
            "countries/<slug:code>/",
        ],
        asks="pages.queries.visible.visible",
        below="<language>/",
    ),
    *views(
        Answer.ANONYMOUS,
        [
            r"<language>/(?P<path>(?:[\w-]+/)+)feed/$",
            "card/<slug:language>/<uuid:key>.png",
            "sitemap.xml",
            "sitemap-<slug:section>.xml",
        ],
        asks=NOBODY,
        key="wagtailcore.Page.translation_key",
    ),
    # A pattern follows from the key in its address and asks nothing.
    *views(
        Answer.PUBLIC,
        [
            "",
            "favicon.ico",
            "manifest.webmanifest",
            "pattern/<slug:kind>/<uuid:key>/<slug:name>.svg",
            "robots.txt",
        ],
        key="wagtailcore.Page.translation_key",
    ),
]

AT_THE_DESK = [
    *views(
        Answer.DESK,
        [
            "desk/declarations/<int:page_id>/import/",
            "desk/editions/<int:edition_id>/next/",
            r"desk/versions/(?P<page_id>\d+)/(?P<action>publish|unpublish)/$",
            "localize/update/<int:translation_source_id>/",
        ],
        asks=RIGHTS,
        below="admin/",
        page_id=PAGE,
        edition_id=PAGE,
        translation_source_id="wagtail_localize.TranslationSource",
    ),
    *views(Answer.DESK, ["desk/translations/", "desk/translations/results/"], asks=LISTS, below="admin/"),
]

RECORDS = {"person": "pages.Person", "organisation": "pages.Organisation", "topic": "pages.Topic"}
OF_RECORD = [
    "pages/{}/",
    "pages/{}/results/",
    "pages/{}/add/",
    "pages/{}/copy/<int:pk>/",
    "pages/{}/edit/<int:pk>/",
    "pages/{}/delete/<int:pk>/",
    "pages/{}/history/<int:pk>/",
    "pages/{}/history-results/<int:pk>/",
    "choose/pages/{}/",
    "choose/pages/{}/results/",
    "choose/pages/{}/create/",
    "choose/pages/{}/chosen/<str:pk>/",
    "choose/pages/{}/chosen-multiple/",
]


def _of_record(name: str, model: str) -> list[Surface]:
    """Where one is used names pages."""
    below = "admin/snippets/"
    return [
        *views(Answer.RIGHT, [route.format(name) for route in OF_RECORD], below=below, pk=model),
        *views(Answer.DESK, [f"pages/{name}/usage/<int:pk>/"], asks=USES, below=below, pk=model),
        *others(Kind.ACTION, Answer.RIGHT, [f"bulk pages.{name} delete"]),
    ]


SURFACES = [
    *PUBLISHED,
    *AT_THE_DESK,
    *(surface for name, model in RECORDS.items() for surface in _of_record(name, model)),
    *others(Kind.COMMAND, Answer.OPERATOR, ["add_language", "import_topics", "load_demonstration"]),
]
