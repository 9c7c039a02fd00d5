"""What else is at Wagtail's desk: people, groups, sites, languages, the account, ways in and out?"""

from access.surfaces.declaring import Answer, Kind, Surface, others, views

USER = "auth.User"
GROUP = "auth.Group"
SITE = "wagtailcore.Site"
LOCALE = "wagtailcore.Locale"
SESSION = "wagtailadmin.EditingSession"
USES = "access.desk.lists.references_to"

SETS = {"users": USER, "groups": GROUP, "sites": SITE, "locales": LOCALE}
OF_SET = [
    "",
    "results/",
    "new/",
    "edit/<int:pk>/",
    "delete/<int:pk>/",
    "history/<int:pk>/",
    "history-results/<int:pk>/",
]


def _of_set(name: str, model: str) -> list[Surface]:
    """What Wagtail has for every model; where one is used names pages."""
    below = f"admin/{name}/"
    return [
        *views(Answer.RIGHT, OF_SET, below=below, pk=model),
        *views(Answer.DESK, ["usage/<int:pk>/"], asks=USES, below=below, pk=model),
    ]


SURFACES = [
    # Tests of Wagtail's own, and its ways to a new password, which ours stand before.
    *views(
        Answer.CLOSED,
        [
            "failwhale/",
            "password_reset/complete/",
            "password_reset/confirm/<uidb64>/<token>/",
            "password_reset/done/",
            "test404/",
        ],
        below="admin/",
    ),
    *(surface for name, model in SETS.items() for surface in _of_set(name, model)),
    *views(Answer.RIGHT, ["copy/<int:pk>/"], below="admin/users/", pk=USER),
    *views(Answer.RIGHT, ["copy/<int:pk>/"], below="admin/sites/", pk=SITE),
    *views(Answer.RIGHT, ["copy/<int:pk>/"], below="admin/locales/", pk=LOCALE),
    *views(
        Answer.RIGHT,
        [
            "<slug:app_name>/<slug:model_name>/",
            "<slug:app_name>/<slug:model_name>/<int:pk>/",
            "<slug:app_name>/<slug:model_name>/<int:pk>/preview/",
        ],
        below="admin/settings/",
        pk=SITE,
    ),
    *views(
        Answer.RIGHT,
        [
            "choose-anchor-link/",
            "choose-email-link/",
            "choose-external-link/",
            "choose-phone-link/",
            "embeds/chooser/",
            "embeds/chooser/upload/",
            "snippets/",
            "tag-autocomplete/",
            "tag-autocomplete/<slug:app_name>/<slug:model_name>/",
        ],
        below="admin/",
    ),
    # Pictures and files are previewed with the newest that the editor may see.
    *views(Answer.POLICY, ["block-preview/"], asks="access.policy.readable", below="admin/"),
    *views(
        Answer.OWN,
        [
            "account/",
            "dismissibles/",
            "editing-sessions/release/<int:session_id>/",
        ],
        below="admin/",
        session_id=SESSION,
    ),
    *views(
        Answer.PUBLIC,
        [
            ".*/$",
            "jsi18n/",
            "sprite/",
        ],
        below="admin/",
    ),
    *others(
        Kind.ACTION,
        Answer.RIGHT,
        ["bulk auth.user assign_role", "bulk auth.user delete", "bulk auth.user set_active_state"],
    ),
]
