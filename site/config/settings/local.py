"""One machine with nothing but Python: the demonstration and a developer's own copy."""

from django.core.management.utils import get_random_secret_key

from config.settings.base import *  # noqa: F403
from config.settings.base import VAR_DIR, env

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

_secret = VAR_DIR / "secret_key"
if not _secret.exists():
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    _secret.touch(mode=0o600)
    _secret.write_text(get_random_secret_key())
SECRET_KEY = env("SECRET_KEY", default=_secret.read_text())
