"""Is everything declared that shows something, and is everything there that is declared?"""

from collections.abc import Iterable
from typing import Any

from django.apps.config import AppConfig
from django.core.checks import Error
from django.core.exceptions import ImproperlyConfigured

from access.surfaces.registry import declared
from access.surfaces.walking import existing


def check_surfaces(app_configs: Iterable[AppConfig] | None, **options: Any) -> list[Error]:
    found, known = existing(), declared().keys()
    undeclared = [
        Error(
            f"The {kind} {name!r} is declared in no list of surfaces.",
            hint="Say in the `surfaces` module of its room who answers for what it shows.",
            id="access.E001",
        )
        for kind, name in sorted(found - known)
    ]
    gone = [
        Error(f"The {kind} {name!r} is declared and does not exist.", id="access.E002")
        for kind, name in sorted(known - found)
    ]
    return undeclared + gone


def refuse_undeclared() -> None:
    """For the start of a server, which runs no checks. Raises `ImproperlyConfigured`."""
    if errors := check_surfaces(None):
        raise ImproperlyConfigured("\n".join(str(error.msg) for error in errors))
