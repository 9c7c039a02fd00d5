"""The test suite: an in-memory database, mail kept in memory, fast password hashing."""

import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403
from config.settings.environment import value

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {"default": value("TEST_DATABASE_URL")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECOND_FACTOR_OPTIONAL = True  # the desk's own tests sign in directly; the rule has tests of its own
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
VAR_DIR = Path(tempfile.mkdtemp(prefix="muntada-test-"))
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="muntada-static-"))
SEARCH_URL = f"embedded://{VAR_DIR}/search"
SEARCH_ENCODER = "off"  # its own tests turn it on; encoding every page of every test would take minutes
JOBS_INLINE = False
CACHES["cards"]["LOCATION"] = VAR_DIR / "cards"  # noqa: F405
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
