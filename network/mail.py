"""How does a text mail reach a person in their language, and read in its direction?"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.mail import EmailMessage
from django.utils import translation

from pages.languages import current, direction

RIGHT_TO_LEFT_MARK = "\u200f"
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LINK = re.compile(r"://|www\.|@|\w\.[^\W\d_]{2}", re.IGNORECASE)


def language_of(user: AbstractBaseUser | None, *, otherwise: str = "") -> str:
    """The language a person chose for the desk and for mails; without one `otherwise`, or the one being spoken."""
    profile = getattr(user, "wagtail_userprofile", None)
    chosen = profile.preferred_language if profile else ""
    return chosen if chosen in dict(settings.LANGUAGES) else otherwise or current()


@contextmanager
def spoken(language: str) -> Iterator[None]:
    with translation.override(language):
        yield


def directed(text: str, language: str) -> str:
    """Plain text has no direction of its own: mail programs take it from the first letter of each line."""
    if direction(language) != "rtl":
        return text
    lines = text.split("\n")
    return "\n".join(RIGHT_TO_LEFT_MARK + line if _ARABIC.search(line) else line for line in lines)


def own_address(url: str, language: str) -> str:
    """`url` on the site's own address, whatever host was asked for, and below the prefix of `language`."""
    parts = urlsplit(url)
    first, _slash, rest = parts.path.lstrip("/").partition("/")
    path = f"/{language}/{rest}" if first in dict(settings.LANGUAGES) else parts.path
    return settings.SITE_URL + path + (f"?{parts.query}" if parts.query else "")


def without_links(words: str) -> str:
    """What somebody else wrote, or nothing where a mail program would make a link of a part of it."""
    return "" if _LINK.search(words) else words


def send(to: str, *, subject: str, text: str, language: str) -> None:
    """One person per mail; a line break in the subject would begin another header."""
    EmailMessage(
        subject=directed(" ".join(subject.split()), language),
        body=directed(text.strip() + "\n", language),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        headers={"Content-Language": language},
    ).send()
