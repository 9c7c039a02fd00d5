"""What does the search show, to readers and at the desk, and who answers for it?"""

from access.surfaces.declaring import Answer, views

SURFACES = [
    *views(
        Answer.POLICY,
        ["search/"],
        asks="access.policy.search_filter",
        below="<language>/",
    ),
    *views(Answer.PUBLIC, ["<language>/opensearch.xml"]),
]
