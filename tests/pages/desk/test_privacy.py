"""Wagtail's own privacy dialog restricts no page, and nothing is protected by a password that is shared."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from pages.models import BasePage

PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, BasePage)]


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_no_page_is_restricted_in_the_dialog(chief, works, kind):
    address = reverse("wagtailadmin_pages:set_privacy", args=[works["edition"].pk])

    shown = chief.get(address)
    chief.post(address, {"restriction_type": kind, "password": "sesame", "groups": [1]})

    assert b"restriction_type" not in shown.content
    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_no_type_of_page_offers_a_restriction(model):
    assert model.private_page_options == []


def test_no_collection_has_a_shared_password(chief):
    collection = Collection.get_first_root_node().add_child(name="Minutes")
    address = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])

    shown = chief.get(address)
    chief.post(address, {"restriction_type": "password", "password": "sesame"})

    assert b'value="login"' in shown.content or b"login" in shown.content
    assert b'type="password"' not in shown.content
    assert not CollectionViewRestriction.objects.exists()
