"""What may be set from the environment, with which default, and what does it mean?

This table is the only reader of environment variables in the settings. README.md shows it; a test holds the two
together, and `python -m config.settings.environment` prints the rows.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import environ

from config.settings.storage import storage
from search.engines.elastic.address import address as nodes_and_prefix

CHECKOUT = Path(__file__).resolve().parents[3]
LANGUAGE_CODES = ("ar", "fr", "en", "es", "pt", "sw")


class Refused(SystemExit):
    """Ends the program with one sentence in place of a traceback."""


def words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def flag(text: str) -> bool:
    if text.lower() not in {"true", "false", "yes", "no", "on", "off", "1", "0"}:
        raise ValueError("say true or false")
    return text.lower() in {"true", "yes", "on", "1"}


def number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError("say a whole number")
    return int(text)


def address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("say a full address, such as https://forum.example.org")
    return text.rstrip("/")


def folder(text: str) -> Path:
    return (CHECKOUT / Path(text).expanduser()).resolve()


def search_engine(text: str) -> str:
    parts = urlsplit(text.partition(",")[0])
    if parts.scheme not in {"embedded", "http", "https"} or not (parts.netloc or parts.path.startswith("/")):
        raise ValueError("say embedded:///folder, or https://host:9200 for Elasticsearch")
    if parts.scheme != "embedded":
        nodes_and_prefix(text)
    return text


def elasticsearch(text: str) -> str:
    return search_engine(text).rstrip("/") if text else ""


def encoder(text: str) -> str:
    return text if text in {"bundled", "off"} else address(text)


def zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (KeyError, ValueError, OSError):
        raise ValueError("say a time zone of the IANA database, such as Africa/Dakar") from None


def languages(text: str) -> list[str]:
    codes = list(dict.fromkeys(words(text)))
    unknown = [code for code in codes if code not in LANGUAGE_CODES]
    if unknown or not codes:
        raise ValueError(f"say one or more of {', '.join(LANGUAGE_CODES)}, separated by commas")
    return codes


def log_level(text: str) -> str:
    if text.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}:
        raise ValueError("say DEBUG, INFO, WARNING, ERROR or CRITICAL")
    return text.upper()


def _service(parse: Callable[[str], dict[str, Any]], schemes: set[str], example: str) -> Callable[[str], Any]:
    def read(text: str) -> dict[str, Any]:
        advice = f"say a URL such as {example}"
        if text.partition(":")[0] not in schemes:
            raise ValueError(advice)
        try:
            return parse(text)
        except ValueError:
            raise ValueError(f"{advice}, with special characters percent-encoded") from None

    return read


database = _service(
    environ.Env.db_url_config,
    {"sqlite", "postgres", "postgresql"},
    "postgres://muntada:password@127.0.0.1:5432/muntada",
)
cache = _service(environ.Env.cache_url_config, set(environ.Env.CACHE_SCHEMES), "redis://127.0.0.1:6379/0")
mail = _service(
    environ.Env.email_url_config, set(environ.Env.EMAIL_SCHEMES), "smtp+tls://user:password@mail.example.org:587"
)


@dataclass(frozen=True)
class Setting:
    """One variable; a default of None means that production refuses to start without it."""

    name: str
    default: str | None
    read: Callable[[str], Any]
    meaning: str


SETTINGS = (
    Setting("SECRET_KEY", None, str, "Signs sessions and forms; 50 random characters or more, kept secret"),
    Setting("ALLOWED_HOSTS", None, words, "Host names the site answers to, separated by commas"),
    Setting("SITE_URL", "http://127.0.0.1:8000", address, "The site's own address, for links in mail and feeds"),
    Setting("SITE_NAME", "Muntada", str, "The institution's name in the editor's desk and the first home pages"),
    Setting("MUNTADA_LANGUAGES", "ar,fr,en", languages, "Languages published in, separated by commas"),
    Setting("TIME_ZONE", "Africa/Casablanca", zone, "Zone of the times editors type"),
    Setting("MUNTADA_VAR", "var", folder, "Folder of everything the site writes; relative to the checkout"),
    Setting("DATABASE_URL", "sqlite:///{MUNTADA_VAR}/muntada.sqlite3", database, "SQLite or PostgreSQL"),
    Setting("CACHE_URL", "locmemcache://", cache, "Cache; Redis when there is more than one machine"),
    Setting("EMAIL_URL", "consolemail://", mail, "Mail server; by default the log, and in the demonstration files"),
    Setting("DEFAULT_FROM_EMAIL", "muntada@localhost", str, "Sender of the site's mails"),
    Setting("MEDIA_ROOT", "{MUNTADA_VAR}/media", folder, "Folder of images and documents"),
    Setting("STORAGE_URL", "", storage, "Object store of images and documents, in place of the folder: `s3://…`"),
    Setting(
        "SEARCH_URL",
        "embedded://{MUNTADA_VAR}/search",
        search_engine,
        "Folder of the embedded search index, or one or more Elasticsearch nodes: `https://user:password@host:9200,host2:9200`",
    ),
    Setting(
        "SEARCH_ENCODER",
        "bundled",
        encoder,
        "What turns texts into meanings: `bundled`, `off`, or the address of an OpenAI-compatible embeddings service",
    ),
    Setting("SEARCH_ENCODER_MODEL", "multilingual-e5-small", str, "The model that is asked for at that address"),
    Setting("SEARCH_ENCODER_KEY", "", str, "The key that address asks for, kept secret"),
    Setting("CSRF_TRUSTED_ORIGINS", "", words, "Further origins forms may come from, https:// included"),
    Setting("BEHIND_PROXY", "false", flag, "true behind a proxy that sets X-Forwarded-Proto itself"),
    Setting(
        "TRUSTED_PROXIES", "0", number, "How many proxies of yours add to X-Forwarded-For, for the limits on attempts"
    ),
    Setting(
        "SECOND_FACTOR_OPTIONAL", "false", flag, "true lets editors put off the second factor; refused in production"
    ),
    Setting("HSTS_SECONDS", "31536000", number, "How long browsers keep to HTTPS (production)"),
    Setting(
        "MAINTENANCE", "false", flag, "true shows the maintenance page, as a file `maintenance` in MUNTADA_VAR does"
    ),
    Setting("LOG_LEVEL", "INFO", log_level, "Least important messages that are logged"),
    Setting("DEBUG", "false", flag, "Django's debug pages (local settings only)"),
    Setting("BIND", "127.0.0.1:8000", str, "Address gunicorn listens on"),
    Setting("WEB_CONCURRENCY", "2", number, "Number of gunicorn's worker processes"),
    Setting("ACCESS_LOG", "true", flag, "true logs every request to standard output"),
    Setting("TEST_DATABASE_URL", "sqlite://:memory:", database, "Database of the test suite"),
    Setting(
        "TEST_SEARCH_URL",
        "",
        elasticsearch,
        "Elasticsearch for the tests (`.ci/elasticsearch start FOLDER` prints one); without, some are left out",
    ),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def value(name: str, *, default: str | None = None) -> Any:
    """The setting as its type; an empty variable counts as none. Raises `Refused` for a missing or bad one.

    Values are never repeated in the message: some are secrets.
    """
    setting = _BY_NAME[name]
    text = os.environ.get(name, "").strip()
    if not text:
        fallback = setting.default if default is None else default
        if fallback is None:
            raise Refused(f"Muntada cannot start: {name} is not set. {setting.meaning}.")
        text = fallback.replace("{MUNTADA_VAR}", str(value("MUNTADA_VAR"))) if "{" in fallback else fallback
    try:
        return setting.read(text)
    except ValueError as problem:
        raise Refused(f"Muntada cannot start: {name} cannot be used: {problem}.") from None


def as_markdown() -> str:
    """The table of README.md."""
    rows = [f"| `{each.name}` | {_shown(each.default)} | {each.meaning.replace('|', '/')} |" for each in SETTINGS]
    return "\n".join(["| Variable | Default | Meaning |", "|---|---|---|", *rows])


def _shown(default: str | None) -> str:
    if default is None:
        return "required in production"
    return f"`{default}`" if default else "none"


if __name__ == "__main__":
    print(as_markdown())
