"""Sabotages of what is kept: each gives one reader what was made for another, or what is no longer so."""

from tests.sabotage.model import Sabotage

SURFACES = "tests/access/test_public_surfaces.py"
WORKERS = "tests/caches/test_workers.py"
SHARED = "tests/caches/test_shared_cache.py"
PAGES = "tests/pages/cache/test_page_cache.py"
PARTS = "tests/pages/cache/test_parts.py"

CACHES = (
    Sabotage(
        "What no view said may be kept",
        "pages/cache/middleware.py",
        'response.headers.setdefault("Cache-Control", NOT_KEPT)',
        'response.headers.setdefault("Cache-Control", CACHE_CONTROL)',
        (SHARED, f"{SURFACES}::test_what_a_person_is_shown_is_kept_in_no_shared_cache"),
    ),
    Sabotage(
        "Readers with a session and the page cache",
        "pages/cache/middleware.py",
        'and settings.SESSION_COOKIE_NAME not in meta.get("HTTP_COOKIE", "")',
        'and "HTTP_EXPECT" not in meta',
        (PAGES,),
    ),
    Sabotage(
        "Pages that are not everyone's in the page cache",
        "pages/cache/middleware.py",
        "ledger.is_public\n        and response.status_code",
        "response.status_code",
        (PAGES,),
    ),
    Sabotage(
        "The date up to which a page may be kept",
        "pages/cache/middleware.py",
        "good_until=time.monotonic() + lifetime(ledger.good_until)",
        "good_until=time.monotonic() + LIFETIME_SECONDS",
        (WORKERS,),
    ),
    Sabotage(
        "Changes of access told to the page cache",
        "pages/cache/signals.py",
        "access_changed.connect(site_changed)",
        "access_changed.disconnect(site_changed)",
        (WORKERS,),
    ),
    Sabotage(
        "Parts of pages kept for those who read the same",
        "pages/cache/parts.py",
        'request.META.get("HTTP_HOST", ""), classes',
        'request.META.get("HTTP_HOST", ""), ""',
        (PARTS,),
    ),
    Sabotage(
        "Documents in other caches",
        "library/views.py",
        "REVALIDATED if can(anonymous(), Action.VIEW, file) else NOT_KEPT",
        "REVALIDATED",
        (f"{SURFACES}::test_a_file_is_for_those_who_may_read_a_page_that_uses_it",),
    ),
    Sabotage(
        "Pictures in browsers",
        "library/views.py",
        "KEPT_BY_READERS if can(anonymous(), _wanted(found), found.image) else NOT_KEPT",
        "KEPT_BY_READERS",
        (f"{SURFACES}::test_a_closed_picture_is_closed_in_every_size",),
    ),
    Sabotage(
        "What a browser kept when somebody signs out",
        "network/accounts/middleware.py",
        """response["Clear-Site-Data"] = '"cache"'""",
        "response.closed",
        (SHARED,),
    ),
)
