"""No code shows pages or files without asking the policy, and the policy is never asked about nothing."""

import ast
import inspect
import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group

from access.actions import Action
from access.policy import can
from access.principals import anonymous, principal_of
from config.settings.environment import CHECKOUT
from tests.access.reaching import found_in, modules, unasked

# Queries of pages that no function of the policy is given at the place itself, and why nothing is shown by them.
ASKED_ELSEWHERE = {
    ("network/accounts/comparison.py", "page_at"): "for the operator, and asked for each reader",
    ("network/requests.py", "_page_of"): "of each that is written to it is asked whether they may know of it",
    ("network/requests.py", "tell_person"): "the same",
    ("pages/addresses.py", "home_root"): "the path of a home, which stands in every address",
    ("pages/models/base.py", "BasePage.copy_for_translation"): "writes, at the desk",
    ("pages/queries/children.py", "children_of"): "rows of one page, which is asked for",
    ("pages/queries/declarations.py", "edition_of"): "what is found goes through in_readers_language",
    ("pages/queries/declarations.py", "recommendations_of"): "keys for a condition on what is asked for",
    ("pages/queries/editions.py", "_works"): "keys for a condition on what is asked for",
    ("pages/queries/home.py", "_featured"): "keys for a condition on what is asked for",
    ("pages/queries/records/in_use.py", "_row"): "rows of pages that are asked for",
    ("pages/queries/records/in_use.py", "countries_in_use"): "rows of pages that are asked for",
    ("pages/queries/records/mentions.py", "_on_visible"): "rows of pages that are asked for",
    ("pages/queries/recommendations.py", "neighbours"): "asked for two lines on",
    ("pages/queries/sessions.py", "_works"): "keys for a condition on what is asked for",
    ("pages/queries/trail.py", "_source_of"): "a key, for what is asked for",
    ("pages/queries/trail.py", "_works"): "goes through one_per_work",
    ("pages/rich_text.py", "in_readers_language"): "what is found goes through in_readers_language",
    ("pages/views/serve.py", "_page_at"): "given to one of these functions, by another name",
}
CACHES = {
    "network/accounts/attempts.py": "how often somebody tried to sign in, and codes that were used; no content",
    "pages/cache/journal.py": "numbers of what has changed",
    "pages/cache/shared.py": "the same, between processes",
    "pages/views/cards.py": "pictures, by a digest of what is drawn, for whom anonymous may read it",
}


def test_pages_are_asked_for_through_the_policy():
    assert unasked() - ASKED_ELSEWHERE.keys() == set()


def test_no_exception_outlives_its_reason():
    assert ASKED_ELSEWHERE.keys() - unasked() == set()


@pytest.mark.parametrize(
    "code",
    [
        "def show(page): return page.get_children()",
        "def show(page): return page.get_parent().title",
        "def show(page): return list(page.get_siblings().live())",
        "def show(page): return Page.objects.filter(live=True)",
        "def show(page): return visible(Page.objects.filter(pk=1)) | Page.objects.filter(pk=2)",
        "def show(page): return HomePage._default_manager.first()",
    ],
)
def test_a_query_that_asks_nobody_is_found(code):
    assert found_in(ast.parse(code)) == {"show"}


def test_a_query_that_asks_is_not():
    code = "def show(page): return visible(page.get_children()).specific(), one_per_work(Page.objects.all(), 'en')"

    assert found_in(ast.parse(code)) == set()


@pytest.mark.parametrize("action", [*Action, "crown"])
def test_a44_a_decision_needs_an_object(person, db, action):
    chief = person("chief", is_superuser=True)

    for reader in (anonymous(), principal_of(person("amal")), principal_of(chief)):
        with pytest.raises(TypeError, match="needs an object"):
            can(reader, action, None)


def test_a44_nothing_has_a_default(homes):
    reader, action, obj = inspect.signature(can).parameters.values()

    assert {reader.default, action.default, obj.default} == {inspect.Parameter.empty}
    with pytest.raises(TypeError):
        can(anonymous(), Action.VIEW)


@pytest.mark.parametrize("action", ["crown", "", "View", "view_page", "*"])
def test_a44_an_unknown_action_is_a_no_for_everybody(homes, person, action):
    for reader in (anonymous(), principal_of(person("chief", is_superuser=True))):
        assert not can(reader, action, homes["en"])


def test_a44_what_no_rule_can_be_set_on_is_under_no_policy(db):
    with pytest.raises(TypeError, match="Group is under no access policy"):
        can(anonymous(), Action.VIEW, Group(name="Members"))


def test_a44_every_question_in_the_code_names_an_object():
    lacking = [
        (path, node.lineno)
        for path, tree in modules("access", "library", "network", "pages", "site/config")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "can"
        and (len(node.args) != 3 or isinstance(node.args[2], ast.Constant))
    ]

    assert lacking == []


def test_a78_nothing_else_restricts_pages_or_collections():
    """Only where Wagtail asks it, which can close a page and open none."""
    naming = {
        path
        for path, tree in modules("access", "library", "network", "pages", "site/config")
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute)
        and re.fullmatch("(Page|Collection)ViewRestriction", getattr(node, "id", getattr(node, "attr", "")))
    }

    assert naming == {"pages/models/base.py"}


def test_a29_no_policy_of_the_desk_is_looked_up_while_code_is_imported():
    """It would be Wagtail's own, before those of access stand in for it."""
    early = [
        (path, node.lineno)
        for path, tree in modules("access", "library", "network", "pages", "site/config")
        for node in _run_on_import(tree)
        if isinstance(node, ast.Attribute) and node.attr == "get_by_type"
    ]

    assert early == []


def _run_on_import(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield child
            yield from _run_on_import(child)


def test_a55_nothing_is_kept_but_by_the_page_cache_and_for_cards():
    """What it keeps for whom, the tests of the page cache say; a fragment of a template is never kept."""
    keeping = {
        path
        for path, tree in modules("access", "library", "network", "pages", "site/config")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "django.core.cache"
        and {"cache", "caches"} & {name.name for name in node.names}
    }

    assert keeping - CACHES.keys() == set()
    assert _templates_with(r"{%-?\s*(cache|load [^%]*\bcache\b|wagtail\w*cache)\b") == []


def test_a36_no_template_and_no_code_names_the_address_of_a_stored_file():
    """A document's own address is that of the view; the file's would be a public folder's."""
    naming = {
        path
        for path, tree in modules("access", "library", "network", "pages", "site/config")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (node.attr == "MEDIA_URL" or (node.attr == "url" and getattr(node.value, "attr", "") == "file"))
    }

    # What is stored in a bucket has the site's own address as well.
    assert naming == {"library/bucket.py"}
    assert _templates_with(r"\.file\.url|MEDIA_URL|get_media_prefix") == []


def _templates_with(pattern: str) -> list[str]:
    files = sorted((CHECKOUT / "templates").rglob("*.*"))
    assert len(files) > 100
    return [str(file) for file in files if re.search(pattern, file.read_text())]
