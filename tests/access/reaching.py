"""Which code asks for pages without asking the policy? Read from the source, since a missing question fails no other
test until somebody thinks of it."""

import ast
from collections.abc import Iterator

from django.apps import apps
from wagtail.models import Page

from config.settings.environment import CHECKOUT

ROOMS = ("pages", "library", "network", "site/config")
# What the desk does is asked for by its rights, commands are the operator's, and what the cache learns of a page is
# only what to forget.
NOT_SHOWN = (
    "network/management/",
    "pages/cache/",
    "pages/clauses/importing.py",
    "pages/demonstration/",
    "pages/desk/",
    "pages/management/",
    "pages/publishing/",
    "pages/queries/desk.py",
    "pages/queries/translation_status.py",
)
# `model` may be a type of page.
PAGES = {"Page", "BasePage", "model", *(model.__name__ for model in apps.get_models() if issubclass(model, Page))}
# Each asks the policy for the rows that it is given.
ASKING = {"visible", "on_request", "readable", "one_per_work", "in_readers_language"}
WALKING = {
    "get_ancestors",
    "get_children",
    "get_descendants",
    "get_first_child",
    "get_last_child",
    "get_next_sibling",
    "get_next_siblings",
    "get_parent",
    "get_prev_sibling",
    "get_prev_siblings",
    "get_siblings",
    "get_translation",
    "get_translation_or_none",
    "get_translations",
    "live",
    "public",
}


def modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """All code of the rooms but their migrations, by path."""
    for room in rooms:
        for file in sorted((CHECKOUT / room).rglob("*.py")):
            path = file.relative_to(CHECKOUT)
            if "migrations" not in path.parts:
                yield str(path), ast.parse(file.read_text())


def unasked() -> set[tuple[str, str]]:
    """Module and function of every query of pages, or step in their tree, that is no argument of `ASKING`."""
    return {
        (path, place) for path, tree in modules(*ROOMS) if not path.startswith(NOT_SHOWN) for place in found_in(tree)
    }


def found_in(tree: ast.AST) -> set[str]:
    finder = Finder()
    finder.visit(tree)
    return finder.found


class Finder(ast.NodeVisitor):
    def __init__(self) -> None:
        self.place: list[str] = []
        self.is_asked = False
        self.found: set[str] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.ClassDef) -> None:
        self.place.append(node.name)
        self.generic_visit(node)
        self.place.pop()

    visit_ClassDef = visit_FunctionDef

    def visit_Call(self, node: ast.Call) -> None:
        if _name(node.func) in WALKING:
            self._note()
        self.visit(node.func)
        before, self.is_asked = self.is_asked, self.is_asked or _name(node.func) in ASKING
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
            self.visit(argument)
        self.is_asked = before

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in {"objects", "_default_manager"} and getattr(node.value, "id", "") in PAGES:
            self._note()
        self.generic_visit(node)

    def _note(self) -> None:
        if not self.is_asked:
            self.found.add(".".join(self.place))


def _name(node: ast.AST) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))
