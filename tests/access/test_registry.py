"""Nothing shows anything of the site that has not said who answers for it, and nobody is answered by what has not."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, resolve
from wagtail.admin.menu import admin_menu, reports_menu, settings_menu
from wagtail.admin.search import admin_search_areas

from access.desk.naming import named_by_address
from access.surfaces import registry
from access.surfaces.checks import check_surfaces, refuse_undeclared
from access.surfaces.declaring import ASKING, Answer, Kind, Surface, parameters
from access.surfaces.walking import existing, route_of_match
from config.urls import urlpatterns as real

SURFACES = list(registry.declared().values())


def told(request: HttpRequest, page_id: int) -> HttpResponse:
    return HttpResponse("Canary")


class Wider:
    """The site's addresses and one more, of which no list of surfaces knows."""

    urlpatterns = [path("more/<int:page_id>/", told, name="wagtail_serve_more"), *real]
    handler404 = "config.errors.not_found"


@pytest.fixture
def one_more(settings) -> None:
    settings.ROOT_URLCONF = Wider


def test_everything_that_shows_something_is_declared():
    assert sorted(existing() - registry.declared().keys()) == []


def test_everything_that_is_declared_is_there():
    assert sorted(registry.declared().keys() - existing()) == []


def test_what_is_walked_is_what_there_is():
    """Known ones of every sort, so that an empty walk does not pass."""
    found = existing()

    assert {
        (Kind.VIEW, "<language>/((?:[\\w\\-]+/)*)$"),
        (Kind.VIEW, "<language>/(?P<path>(?:[\\w-]+/)+)feed/$"),
        (Kind.VIEW, "sitemap.xml"),
        (Kind.VIEW, "admin/pages/<int:page_id>/edit/"),
        (Kind.VIEW, "admin/reports/site-history/"),
        (Kind.VIEW, "admin/access/changes/"),
        (Kind.COMMAND, "load_demonstration"),
        (Kind.MAIL, "network/mail/membership"),
        (Kind.MAIL, "wagtailadmin/notifications/updated_comments"),
        (Kind.ACTION, "bulk wagtailcore.page move"),
        (Kind.ACTION, "api page copy"),
    } <= found
    assert len(found) > 380


def test_every_menu_item_of_the_desk_leads_to_a_declared_view():
    items = [
        item
        for menu in (admin_menu, reports_menu, settings_menu)
        for item in menu.registered_menu_items
        if item.url.startswith("/")
    ]
    items += admin_search_areas.registered_search_areas

    assert len(items) > 15
    for item in items:
        assert registry.surface_at(route_of_match(resolve(item.url).route)) is not None, item.url
    assert {item.name for item in items} >= {"site-history", "access-audit", "documents", "users"}


@pytest.mark.parametrize("asks", sorted({one.asks for one in SURFACES if one.answer in ASKING}))
def test_who_is_said_to_ask_exists(asks):
    module, name = asks.rsplit(".", 1)

    assert callable(getattr(import_module(module), name))


@pytest.mark.parametrize("label", sorted({label for one in SURFACES for label in one.objects.values()}))
def test_the_keys_in_an_address_are_of_models(label):
    app, model, *_field = label.split(".")

    assert apps.get_model(app, model)


def test_every_number_in_an_address_of_the_desk_says_what_it_is_of():
    unsaid = [
        (one.name, name)
        for one in SURFACES
        if one.kind is Kind.VIEW and one.answer is Answer.DESK
        for name in parameters(one.name)
        if f"<int:{name}>" in one.name and name not in one.objects
    ]

    assert unsaid == []


def test_a45_the_gate_of_the_desk_asks_for_every_key_of_what_the_policy_is_about(db):
    """Whatever number stands in an address, the object of that number is asked for, and no other in its place."""
    kept = {"wagtailcore.Page", "wagtailcore.Collection", "library.LibraryDocument", "library.LibraryImage"}
    asked = []
    for surface in SURFACES:
        keys = {name for name, label in surface.objects.items() if label in kept}
        if surface.answer is Answer.DESK and keys and not surface.name.startswith("admin/access/"):
            named = dict.fromkeys(parameters(surface.name), 7)
            found = named_by_address(surface.name.removeprefix("admin/"), named)
            asked.append(surface.name)
            assert len([one for one in found if one.condition == {"pk": 7}]) >= len(keys), surface.name
            assert {one.rows.model._meta.label for one in found} <= kept, surface.name

    assert len(asked) > 50


def test_whoever_asks_must_say_where_and_nobody_else_may():
    with pytest.raises(ValueError, match="must say who asks"):
        Surface(Kind.VIEW, "more/", Answer.POLICY)
    with pytest.raises(ValueError, match="must not say who asks"):
        Surface(Kind.VIEW, "more/", Answer.PUBLIC, asks="access.policy.can")


def test_only_a_view_can_be_closed():
    with pytest.raises(ValueError, match="only a view"):
        Surface(Kind.COMMAND, "tell", Answer.CLOSED)


def test_a_surface_is_declared_once(settings):
    settings.SURFACES = ["library.surfaces", "library.surfaces"]

    with pytest.raises(ValueError, match="declared twice"):
        registry.declared.__wrapped__()


@pytest.mark.usefixtures("one_more", "db")
class TestOneMore:
    def test_it_would_answer(self):
        match = resolve("/more/7/")

        assert match.func is told

    def test_nobody_is_answered(self, client: Client, admin_client: Client, caplog):
        for browser in (client, admin_client):
            answer = browser.get("/more/7/")
            assert answer.status_code == 404
            assert b"Canary" not in answer.content

        assert "'more/<int:page_id>/' is declared in no list of surfaces" in caplog.text

    def test_it_looks_like_what_does_not_exist(self, client: Client):
        undeclared, absent = client.get("/more/7/"), client.get("/none/7/")

        assert undeclared.status_code == absent.status_code == 404
        assert undeclared.headers == absent.headers
        assert undeclared.content == absent.content

    def test_the_developer_is_told_which(self, client: Client, settings):
        settings.DEBUG = True

        assert "more/&lt;int:page_id&gt;/" in client.get("/more/7/").content.decode()

    def test_the_check_names_it(self):
        (error,) = check_surfaces(None)

        assert error.id == "access.E001"
        assert "more/<int:page_id>/" in error.msg

    def test_no_server_starts(self):
        with pytest.raises(ImproperlyConfigured, match="more/<int:page_id>/"):
            refuse_undeclared()


def test_the_check_names_what_is_gone(settings):
    settings.ROOT_URLCONF = type("Narrower", (), {"urlpatterns": real[1:]})

    (error,) = check_surfaces(None)

    assert (error.id, error.msg) == ("access.E002", "The view '' is declared and does not exist.")
