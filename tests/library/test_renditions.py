"""Only resized copies of images are handed out, never what was uploaded."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file

from library.models import LibraryImage

NAME = "assembly-hall.png"


def test_a_rendition_is_served_for_good(client: Client, db: None) -> None:
    image = LibraryImage.objects.create(title="Hall", file=get_test_image_file())
    rendition = image.get_rendition("width-100|format-webp")
    response = client.get(rendition.url)
    assert rendition.url.startswith("/media/images/")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "private, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response)[8:12] == b"WEBP"


def test_another_file_of_the_same_name_has_another_address(
    db: None, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager]
) -> None:
    first = LibraryImage.objects.create(title="Hall", file=get_test_image_file(filename=NAME))
    address = first.get_rendition("width-50").url
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    second = LibraryImage.objects.create(title="Hall", file=get_test_image_file(filename=NAME, colour="black"))
    assert second.file.name == first.file.name
    assert second.get_rendition("width-50").url != address


@pytest.mark.parametrize("name", ["original_images/hall.png", "documents/paper.pdf", "images/a.svg", "images/a.htm"])
def test_nothing_else_is_public(client: Client, db: None, name: str) -> None:
    default_storage.save(name, ContentFile(b"<svg/>"))
    assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize(
    "name", ["../original_images/hall.png", "%2e%2e%2Foriginal_images%2Fhall.png", "no.png", ".png"]
)
def test_no_way_out_of_the_folder(client: Client, db: None, name: str) -> None:
    default_storage.save("original_images/hall.png", ContentFile(b"x"))
    assert client.get(f"/media/images/{name}").status_code in {400, 404}
