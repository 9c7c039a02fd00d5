"""Which events of other rooms concern people? Receivers only name the function that knows."""

from typing import Any

from access.models import AccessRequest
from access.telling import access_answered, access_asked
from network.requests import tell_person, tell_stewards


def connect() -> None:
    access_asked.connect(somebody_asked, dispatch_uid="network.somebody_asked")
    access_answered.connect(somebody_was_answered, dispatch_uid="network.somebody_was_answered")


def somebody_asked(sender: Any, request: AccessRequest, **more: Any) -> None:
    tell_stewards(request)


def somebody_was_answered(sender: Any, request: AccessRequest, **more: Any) -> None:
    tell_person(request)
