"""What does the search show, to readers and at the desk, and who answers for it?"""

from access.surfaces.declaring import Answer, Kind, others, views

SYNONYMS = "search.Synonyms"

SURFACES = [
    *views(
        Answer.POLICY,
        ["search/", "search/suggestions/"],
        asks="access.policy.search_filter",
        below="<language>/",
    ),
    *views(Answer.PUBLIC, ["<language>/opensearch.xml"]),
    *views(Answer.RIGHT, ["admin/search/report/"]),
    *views(
        Answer.RIGHT,
        [
            "",
            "results/",
            "add/",
            "edit/<int:pk>/",
            "delete/<int:pk>/",
            "history/<int:pk>/",
            "history-results/<int:pk>/",
            "usage/<int:pk>/",
        ],
        below="admin/snippets/search/synonyms/",
        pk=SYNONYMS,
    ),
    # Nothing chooses synonyms.
    *views(
        Answer.CLOSED,
        ["", "results/", "create/", "chosen/<str:pk>/", "chosen-multiple/"],
        below="admin/snippets/choose/search/synonyms/",
        pk=SYNONYMS,
    ),
    *others(Kind.ACTION, Answer.RIGHT, ["bulk search.synonyms delete"]),
    *others(Kind.COMMAND, Answer.OPERATOR, ["check_search", "rebuild_search"]),
]
