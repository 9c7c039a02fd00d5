"""Wagtail's own privacy dialog restricts no page, and nothing is protected by a password that is shared."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from pages.models import BasePage

PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, BasePage)]


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a78_no_page_is_restricted_in_the_dialog(chief, works, kind):
    address = reverse("wagtailadmin_pages:set_privacy", args=[works["edition"].pk])

    shown = chief.get(address)
    chief.post(address, {"restriction_type": kind, "password": "sesame", "groups": [1]})

    assert b"restriction_type" not in shown.content
    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_no_type_of_page_offers_a_restriction(model):
    assert model.private_page_options == []


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a78_no_collection_is_restricted_in_the_dialog(chief, kind):
    collection = Collection.get_first_root_node().add_child(name="Minutes")
    address = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])

    shown = chief.get(address)
    chief.post(address, {"restriction_type": kind, "password": "sesame", "groups": [1]})

    assert shown.status_code == 404
    assert not CollectionViewRestriction.objects.exists()


def test_the_form_of_a_collection_leads_to_its_access(chief):
    collection = Collection.get_first_root_node().add_child(name="Minutes")
    form = chief.get(reverse("wagtailadmin_collections:edit", args=[collection.pk])).content.decode()

    assert reverse("access", args=["collection", collection.pk]) in form
    assert reverse("wagtailadmin_collections:set_privacy", args=[collection.pk]) not in form


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("wagtailcore_authenticate_with_password", [1, 1]),
        ("wagtaildocs_authenticate_with_password", [1]),
    ],
)
def test_a78_no_form_takes_a_shared_password(client, db, name, keys):
    address = reverse(name, args=keys)

    assert client.get(address).status_code == 404
    assert client.post(address, {"password": "sesame", "return_url": "/"}).status_code == 404
