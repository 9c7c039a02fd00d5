"""Pictures that are too big or no pictures are refused with a message at the field, and nothing typed is lost."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from library.models import LibraryDocument, LibraryImage

ADD_IMAGE = reverse("wagtailimages:add")
ADD_DOCUMENT = reverse("wagtaildocs:add")


def picture(width, height):
    """A picture of one colour: a small file however many pixels it has."""
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return SimpleUploadedFile("hall.png", buffer.getvalue(), "image/png")


def send(client, address, file):
    return client.post(address, {"title": "Plenary hall", "file": file, "collection": Collection.objects.get().pk})


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "This file has too many pixels"),
        ("fr", "Ce fichier a un trop grand nombre de pixels"),
        ("ar", "هذا الملف يحتوي على عدد كبير جدًا من البكسل"),
    ],
)
def test_fifty_megapixels_are_refused_in_the_editor_s_language(at_desk, language, words):
    client = at_desk("Publishers", language=language)

    answer = send(client, ADD_IMAGE, picture(8000, 6250))

    assert list(answer.context["form"].errors) == ["file"]
    assert "Plenary hall" in answer.content.decode()
    assert not LibraryImage.objects.exists()
    assert words in answer.content.decode()


def test_a_bomb_is_refused_before_it_is_unpacked(chief):
    answer = send(chief, ADD_IMAGE, picture(20000, 20000))

    assert list(answer.context["form"].errors) == ["file"]


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("hall.png", b"no picture at all", "image/png"),
        SimpleUploadedFile("hall.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        SimpleUploadedFile("hall.exe", b"MZ", "image/png"),
    ],
)
def test_what_is_no_picture_is_refused(chief, file):
    answer = send(chief, ADD_IMAGE, file)

    assert list(answer.context["form"].errors) == ["file"]
    assert "Plenary hall" in answer.content.decode()


@pytest.mark.parametrize("name", ["paper.exe", "paper.html", "paper.svg"])
def test_what_is_no_document_is_refused(chief, name):
    answer = send(chief, ADD_DOCUMENT, SimpleUploadedFile(name, b"content"))

    assert list(answer.context["form"].errors) == ["file"]
    assert not LibraryDocument.objects.exists()
