"""Does every work get its drawing, and nothing else?"""

import hashlib
import xml.etree.ElementTree as ET

import pytest
from django.template import Context, Template
from django.test import Client, override_settings
from wagtail.images.tests.utils import get_test_image_file

from library.models import LibraryImage
from pages.models import HomePage

KEY = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"


@pytest.fixture
def reader() -> Client:
    return Client()


@pytest.mark.parametrize(("name", "box"), [("112", "0 0 112 112"), ("1000x760", "0 0 1000 760")])
def test_a_pattern_is_a_drawing_of_the_size_asked_for(reader: Client, name: str, box: str) -> None:
    response = reader.get(f"/pattern/declaration/{KEY}/{name}.svg")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml"
    assert ET.fromstring(response.content).get("viewBox") == box  # noqa: S314


def test_a_pattern_is_kept_for_ever_and_runs_nothing(reader: Client) -> None:
    response = reader.get(f"/pattern/forum/{KEY}/352.svg")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert not response.cookies


def test_light_and_dark_are_two_drawings_and_each_is_always_the_same(reader: Client) -> None:
    def digest(name: str) -> str:
        return hashlib.sha256(reader.get(f"/pattern/forum/{KEY}/{name}.svg").content).hexdigest()

    assert digest("112") == digest("112")
    assert digest("112") != digest("112-dark")


def test_a_pattern_asks_the_database_nothing(reader: Client, db: None, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert reader.get(f"/pattern/paper/{KEY}/520-dark.svg").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        f"forum/{KEY}/113.svg",
        f"forum/{KEY}/112-dark-dark.svg",
        f"forum/{KEY}/100000x100000.svg",
        f"carpet/{KEY}/112.svg",
        "forum/not-a-key/112.svg",
    ],
)
def test_other_sizes_kinds_and_keys_are_not_drawn(reader: Client, db: None, path: str) -> None:
    assert reader.get(f"/pattern/{path}").status_code == 404


def rendered(source: str, page: HomePage) -> str:
    return Template("{% load patterns %}" + source).render(Context({"page": page}))


def test_the_seal_has_a_picture_for_the_night(homes: dict[str, HomePage]) -> None:
    home = homes["fr"]
    html = rendered("{% seal page 112 'lazy' %}", home)
    key = home.translation_key
    assert f'src="/pattern/page/{key}/112.svg"' in html
    assert f'media="(prefers-color-scheme: dark)" srcset="/pattern/page/{key}/112-dark.svg"' in html
    assert 'alt=""' in html
    assert 'width="112"' in html
    assert 'loading="lazy"' in html


def test_the_panel_is_drawn_large(homes: dict[str, HomePage]) -> None:
    assert "/1000x760.svg" in rendered("{% panel page %}", homes["ar"])


@pytest.fixture
def photographed(homes: dict[str, HomePage], settings, tmp_path) -> HomePage:
    settings.MEDIA_ROOT = tmp_path
    home = homes["en"]
    home.listing_image = LibraryImage.objects.create(title="hall", file=get_test_image_file(size=(640, 480)))
    home.listing_image_alt = "The hall <before> the opening"
    home.save()
    return home


def test_a_photograph_stands_instead_with_its_description(photographed: HomePage) -> None:
    html = rendered("{% seal page 112 %}", photographed)
    assert "fill-112x112" in html
    assert 'alt="The hall &lt;before&gt; the opening"' in html
    assert "<source" not in html


@override_settings(CACHES={"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}})
def test_prefetched_photographs_cost_nothing_more(photographed: HomePage, django_assert_num_queries) -> None:
    rendered("{% seal page 112 %}", photographed)
    image = LibraryImage.objects.prefetch_renditions("fill-112x112").get(pk=photographed.listing_image_id)
    photographed.listing_image = image
    with django_assert_num_queries(0):
        rendered("{% seal page 112 %}", photographed)
