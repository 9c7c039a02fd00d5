"""What is one reader answered about a page, in each form of the rule and at its address, and when?"""

import datetime
import time

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from access.policy import can, class_of, readable, search_filter
from access.principals import Principal


class Clock:
    """The time of the whole process, moved on by days."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.moved = datetime.timedelta(0)
        now, monotonic = timezone.now, time.monotonic
        monkeypatch.setattr(timezone, "now", lambda: now() + self.moved)
        monkeypatch.setattr(time, "monotonic", lambda: monotonic() + self.moved.total_seconds())


class Answers:
    """What one reader is answered about a page, in each form of the rule and at its address."""

    def __init__(self, reader: Principal, browser: Client) -> None:
        self.reader, self.browser = reader, browser
        self.rows = {action: self._rows(action) for action in ("view", "discover")}
        self.searched = search_filter(reader)

    def _rows(self, action: str) -> set[int]:
        return set(readable(self.reader, Page.objects.all(), action).values_list("pk", flat=True))

    def about(self, page: Page, address: str) -> tuple:
        return (
            bool(can(self.reader, "view", page)),
            page.pk in self.rows["view"],
            class_of(page) in self.searched,
            bool(can(self.reader, "discover", page)),
            page.pk in self.rows["discover"],
            self.browser.get(address).status_code,
        )
