"""Which surfaces are there? Found where Django and Wagtail look for them."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import get_commands
from django.template import engines
from django.template.utils import get_app_template_dirs
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from access.surfaces.declaring import Kind

LANGUAGE = "<language>/"
MAIL_FOLDERS = {"email", "mail", "notifications"}
_PARTS_OF_MAILS = re.compile(r"(_subject|_message)?\.(txt|html)$")


def existing() -> set[tuple[Kind, str]]:
    found = {(Kind.VIEW, route) for route in routes(get_resolver())}
    found |= {(Kind.COMMAND, name) for name in own_commands()}
    found |= {(Kind.MAIL, name) for name in mails()}
    found |= {(Kind.ACTION, name) for name in actions()}
    return found | {(Kind.CONTEXT, name) for name in context_processors()}


def routes(resolver: URLResolver) -> Iterator[str]:
    """The whole routes of all views, written as the match of a request has them."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield str(pattern.pattern)
        else:
            above = LANGUAGE if isinstance(pattern.pattern, LocalePrefixPattern) else str(pattern.pattern)
            yield from (_joined(above, below) for below in routes(pattern))


def route_of_match(route: str) -> str:
    """The same route for every language."""
    prefix = f"{get_language()}/"
    return LANGUAGE + route.removeprefix(prefix) if route.startswith(prefix) else route


def _joined(above: str, below: str) -> str:
    return above + below.removeprefix("^") if above else below


def own_commands() -> Iterator[str]:
    """Those of the rooms; the ones of Django and of packages are the operator's tools."""
    rooms = {app.name for app in apps.get_app_configs() if Path(app.path).parent == Path(settings.BASE_DIR)}
    return (name for name, app in get_commands().items() if app in rooms)


def mails() -> set[str]:
    """By what the parts of one mail have in common."""
    folders = [*engines["django"].engine.dirs, *get_app_template_dirs("templates")]
    return {
        _PARTS_OF_MAILS.sub("", str(file.relative_to(folder)))
        for folder in map(Path, folders)
        for file in folder.rglob("*.*")
        if MAIL_FOLDERS & set(file.relative_to(folder).parts[:-1])
    }


def actions() -> Iterator[str]:
    """What the desk does to several objects at once, and what its programming interface does to a page."""
    bulk_action_registry._scan_for_bulk_actions()
    for app, models in bulk_action_registry.actions.items():
        for model, found in models.items():
            yield from (f"bulk {app}.{model} {name}" for name in found)
    yield from (f"api page {name}" for name in PagesAdminAPIViewSet.actions)


def context_processors() -> list[str]:
    return settings.TEMPLATES[0]["OPTIONS"]["context_processors"]
