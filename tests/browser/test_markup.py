"""Is the HTML valid?"""

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser import checker
from tests.browser.addresses import LANGUAGES, PAGES, address
from tests.browser.serving import Site


@pytest.mark.checker
def test_every_page_is_valid(site: Site, site_without_database: Site, tmp_path: Path) -> None:
    for language in LANGUAGES:
        for name in PAGES:
            (tmp_path / f"{language} {name}.html").write_bytes(body(site.at(address(name, language))))
        (tmp_path / f"{language} broken.html").write_bytes(body(site_without_database.at(f"{language}/")))

    assert checker.complaints(tmp_path) == []


def body(url: str) -> bytes:
    """What is shown at `url`, whatever its status."""
    try:
        with urlopen(url, timeout=20) as response:
            return response.read()
    except HTTPError as refused:
        return refused.read()
