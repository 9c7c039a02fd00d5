"""One machine with nothing but Python: the demonstration and a developer's own copy."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from config.settings.base import *  # noqa: F403
from config.settings.base import VAR_DIR
from config.settings.environment import value


def _kept_secret(path: Path) -> str:
    """The key in `path`, made at the first start and readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or not path.read_text():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(get_random_secret_key())
    return path.read_text()


SECOND_FACTOR_OPTIONAL = value("SECOND_FACTOR_OPTIONAL", default="true")
# Mails are files, which /_mail/ shows to this machine only.
vars().update(value("EMAIL_URL", default=f"filemail:///{VAR_DIR / 'mail'}"))
MAIL_PAGE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http://localhost

DEBUG = value("DEBUG")
ALLOWED_HOSTS = value("ALLOWED_HOSTS", default="127.0.0.1,localhost,[::1]")
SECRET_KEY = value("SECRET_KEY", default="") or _kept_secret(VAR_DIR / "secret_key")
