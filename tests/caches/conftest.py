"""A site with two workers, and a process beside it that changes what they serve."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import material  # noqa: F401
from tests.browser.serving import CHECKOUT, Site, environment_of, serve

Editor = Callable[[str], dict[str, str]]


@pytest.fixture(scope="package")
def site(material: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:  # noqa: F811
    with serve(material, tmp_path_factory.mktemp("workers") / "var", workers=2) as running:
        yield running


@pytest.fixture(scope="package")
def editor(site: Site) -> Iterator[Editor]:
    """`editor("unpublish")` returns when it is done."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.caches.editor"],
        cwd=CHECKOUT,
        env=environment_of(site.folder, SITE_URL=site.url),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def tell(step: str) -> dict[str, str]:
        print(step, file=process.stdin, flush=True)
        return json.loads(process.stdout.readline())

    yield tell
    process.stdin.close()
    process.wait(timeout=20)
    process.stdout.close()


@pytest.fixture(scope="package")
def known(editor: Editor) -> dict[str, str]:
    """The sessions of people by name, and the addresses of a closed document and a closed picture."""
    return editor("prepare")
