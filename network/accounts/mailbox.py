"""Which mails did the demonstration write? Shown to this machine only, and only under the local settings."""

from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import wraps
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from pages.languages import direction

MOST_SHOWN = 100


def _local_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, **named: str) -> HttpResponse:
        if not settings.MAIL_PAGE or not ip_address(request.META["REMOTE_ADDR"]).is_loopback:
            raise Http404
        response = view(request, **named)
        response["Cache-Control"] = "private, no-store"
        return response

    return guarded


@_local_only
def messages(request: HttpRequest) -> HttpResponse:
    files = sorted(_folder().glob("*.log"), reverse=True)[:MOST_SHOWN]
    return render(request, "network/mailbox.html", {"mails": [_shown(file) for file in files]})


@_local_only
def message(request: HttpRequest, name: str) -> HttpResponse:
    found = next((file for file in _folder().glob("*.log") if file.name == name), None)
    if found is None:
        raise Http404
    return render(request, "network/mail.html", {"mail": _shown(found)})


def _folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH or settings.VAR_DIR / "mail")


def _shown(file: Path) -> dict[str, str]:
    """Django's file backend writes one message to a file, and a line of dashes below it."""
    raw = file.read_bytes().rstrip().removesuffix(b"-" * 79)
    mail = message_from_bytes(raw, _class=EmailMessage, policy=policy.default)
    language = mail.get("Content-Language", settings.LANGUAGE_CODE)
    return {
        "file": file.name,
        "to": str(mail["To"]),
        "subject": str(mail["Subject"]),
        "date": str(mail["Date"]),
        "text": str(mail.get_content()),
        "language": language,
        "direction": direction(language),
    }
