"""What does the desk show of access itself, and who answers for it?"""

from access.surfaces.declaring import Answer, Kind, others, views

PAGE = "wagtailcore.Page"

SURFACES = [
    *views(
        Answer.DESK,
        ["requests/", "requests/<int:key>/"],
        asks="access.policy.can",
        below="admin/access/",
        key="access.AccessRequest",
    ),
    # The object itself is named by `kind` and `key`.
    *views(
        Answer.DESK,
        ["to/<slug:kind>/<int:key>/", "to/page/<int:key>/rights/", "to/page/<int:key>/rights/<int:grant>/"],
        asks="access.policy.can",
        below="admin/access/",
        key=PAGE,
        grant="access.PageUserGrant",
    ),
    # For auditors, who may know of everything that was granted.
    *views(Answer.RIGHT, ["changes/", "changes/results/", "grants/"], below="admin/access/"),
    *others(Kind.COMMAND, Answer.OPERATOR, ["list_grants"]),
]
