"""A public installation: refuses to start without a secret key and hosts, and speaks HTTPS only."""

from config.settings.base import *  # noqa: F403
from config.settings.environment import Refused, value

if value("SECOND_FACTOR_OPTIONAL"):
    raise Refused("Muntada cannot start: SECOND_FACTOR_OPTIONAL is for demonstrations, and editors need both factors.")

SECRET_KEY = value("SECRET_KEY")
ALLOWED_HOSTS = value("ALLOWED_HOSTS")

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked over plain HTTP by whoever watches the process
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if value("BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = value("HSTS_SECONDS")
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
