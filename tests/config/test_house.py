"""What must stay true of the checkout itself."""

import importlib.util
import sys

from config.settings.environment import CHECKOUT


def test_site_is_a_directory_on_the_path_and_never_a_package() -> None:
    assert not (CHECKOUT / "site" / "__init__.py").exists()
    assert importlib.util.find_spec("config").origin == str(CHECKOUT / "site" / "config" / "__init__.py")
    assert not str(sys.modules["site"].__file__).startswith(str(CHECKOUT))


def test_site_is_kept() -> None:
    ignored = (CHECKOUT / ".gitignore").read_text().splitlines()
    assert not {"site", "/site", "site/", "/site/"} & set(ignored)
