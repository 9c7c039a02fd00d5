"""The style sheet that readers fetch is one file, hashed and compressed."""

import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from config.settings.environment import CHECKOUT
from config.staticfiles import BundledStorage


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own files as collectstatic leaves them."""
    source = FileSystemStorage(location=CHECKOUT / "static")
    folder = tmp_path_factory.mktemp("static")
    storage = BundledStorage(location=str(folder), base_url="/static/")
    paths = {}
    for file in (CHECKOUT / "static").rglob("*"):
        if file.is_file():
            name = file.relative_to(CHECKOUT / "static").as_posix()
            storage.save(name, ContentFile(file.read_bytes()))
            paths[name] = (source, name)
    failures = [result for _name, _hashed, result in storage.post_process(paths) if isinstance(result, Exception)]
    assert failures == []
    return folder


def sheet(collected: Path) -> Path:
    (found,) = (path for path in (collected / "css").iterdir() if re.fullmatch(r"muntada\.\w{12}\.css", path.name))
    return found


def test_the_sheet_holds_what_it_imported(collected: Path) -> None:
    text = sheet(collected).read_text()
    assert "@import" not in text
    assert "/*" not in text
    assert text.startswith("@layer reset, tokens, base, layout, components, print;")
    assert ".lost" in text


def test_every_address_in_the_sheet_is_hashed_and_there(collected: Path) -> None:
    addresses = re.findall(r'url\("([^"]+)"\)', sheet(collected).read_text())
    assert any("newsreader-text" in address for address in addresses)
    for address in addresses:
        assert re.search(r"\.\w{12}\.(woff2|svg)$", address)
        assert (collected / "css" / address).resolve().exists()


def test_the_sheet_is_compressed(collected: Path) -> None:
    name = sheet(collected).name
    assert (collected / "css" / f"{name}.br").stat().st_size < 12_000
    assert (collected / "css" / f"{name}.gz").exists()
