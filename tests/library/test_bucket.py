"""With an object store, files have the same addresses as with a folder, and are handed out by the site."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from config.settings.storage import storage
from library.models import LibraryDocument, LibraryImage


class Objects(BaseHTTPRequestHandler):
    """As much of S3 as putting, asking for and getting an object takes."""

    kept: dict[str, bytes]

    def do_PUT(self) -> None:
        self.kept[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(200)

    def do_HEAD(self) -> None:
        self._answer(200 if self.path in self.kept else 404, length=len(self.kept.get(self.path, b"")))

    def do_GET(self) -> None:
        body = self.kept[self.path]
        self._answer(200, length=len(body))
        self.wfile.write(body)

    def _answer(self, status: int, *, length: int = 0) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        self.send_header("Last-Modified", "Sun, 01 Feb 2026 00:00:00 GMT")
        self.send_header("ETag", '"1"')
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Nothing to standard error."""


@pytest.fixture
def kept(settings) -> Iterator[dict[str, bytes]]:
    """The objects of a store that is the default storage."""
    objects: dict[str, bytes] = {}
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Here", (Objects,), {"kept": objects})) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        url = f"s3://key:secret@forum/archive?endpoint_url=http://127.0.0.1:{server.server_port}&region=eu-west-3"
        settings.STORAGES = {**settings.STORAGES, "default": storage(url)}
        yield objects
        default_storage.connection.meta.client.close()
        server.shutdown()


def test_an_image_and_its_rendition_lie_in_the_bucket(kept, client: Client, db: None) -> None:
    image = LibraryImage.objects.create(title="Hall", file=get_test_image_file(filename="hall.png"))
    rendition = image.get_rendition("width-100|format-webp")
    response = client.get(rendition.url)

    assert kept.keys() == {"/forum/archive/original_images/hall.png", f"/forum/archive/{rendition.file.name}"}
    assert rendition.url == f"/media/{rendition.file.name}"
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert b"".join(response)[8:12] == b"WEBP"
    assert client.get("/media/images/other.webp").status_code == 404
    assert client.get("/media/original_images/hall.png").status_code == 404


def test_a_document_is_handed_out_by_wagtail_s_view(kept, client: Client, db: None) -> None:
    document = LibraryDocument.objects.create(title="Paper", file=ContentFile(b"%PDF-1.7", "paper.pdf"))
    response = client.get(reverse("wagtaildocs_serve", args=[document.pk, "paper.pdf"]))

    assert kept == {"/forum/archive/documents/paper.pdf": b"%PDF-1.7"}
    assert response.status_code == 200
    assert b"".join(response) == b"%PDF-1.7"


def test_a_second_file_of_a_name_does_not_replace_the_first(kept) -> None:
    names = [storages["default"].save("documents/paper.pdf", ContentFile(text)) for text in (b"one", b"two")]

    assert names[0] == "documents/paper.pdf"
    assert names[1] != names[0]
    assert sorted(kept.values()) == [b"one", b"two"]
