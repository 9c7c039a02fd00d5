"""What was loaded before, and has an editor changed it since?

Every loading leaves an entry in the history that editors see, with a digest of what it wrote.
"""

import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, log
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision

ACTION = "pages.load"
# What changes in a revision without anybody changing the page.
_VOLATILE = {
    "draft_title",
    "first_published_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "numchild",
    "path",
    "depth",
    "url_path",
}


class Outcome(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"

    @property
    def is_written(self) -> bool:
        return self in {Outcome.ADDED, Outcome.CHANGED}


def register(actions: LogActionRegistry) -> None:
    actions.register_action(ACTION, _("Load from files"), _("Loaded from files"))


def digest(value: Any) -> str:
    text = json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


class PageHistory:
    """The last loading of each of `pages`."""

    def __init__(self, pages: Iterable[Page]) -> None:
        entries = PageLogEntry.objects.filter(action=ACTION, page__in=[page.pk for page in pages])
        self._last = {entry.page_id: entry for entry in entries.order_by("timestamp", "pk")}

    def outcome(self, page: Page, wanted: Any, *, is_new: bool, overwrite: bool) -> Outcome:
        """What is to be done with `page`, of which the files want `wanted`."""
        if is_new:
            return Outcome.ADDED
        last = self._last.get(page.pk)
        if self._is_edited(page) and not overwrite:
            return Outcome.KEPT
        if last is None or last.revision_id != page.latest_revision_id:
            return Outcome.CHANGED
        return Outcome.UNCHANGED if last.data["digest"] == digest(wanted) else Outcome.CHANGED

    def note(self, page: Page, wanted: Any, revision: Revision) -> None:
        log(page, ACTION, revision=revision, content_changed=True, data={"digest": digest(wanted)})

    def _is_edited(self, page: Page) -> bool:
        last = self._last.get(page.pk)
        if page.latest_revision_id is None or (last and last.revision_id == page.latest_revision_id):
            return False
        loaded = Revision.objects.filter(pk=last.revision_id).first() if last else None
        return loaded is None or _content(loaded) != _content(page.latest_revision)


def _content(revision: Revision) -> dict[str, Any]:
    return {name: value for name, value in revision.content.items() if name not in _VOLATILE}


class RecordHistory:
    """The last loading of each of `rows`, of any models."""

    def __init__(self, rows: Iterable[Model]) -> None:
        self._last: dict[tuple[type[Model], str], str] = {}
        for model in {type(row) for row in rows}:
            entries = ModelLogEntry.objects.filter(
                action=ACTION, content_type=ContentType.objects.get_for_model(model)
            )
            for entry in entries.order_by("timestamp", "pk"):
                self._last[model, entry.object_id] = entry.data["digest"]

    def outcome(self, row: Model, wanted: Any, held: Any, *, is_new: bool, overwrite: bool) -> Outcome:
        """What is to be done with `row`, which holds `held` and of which the files want `wanted`."""
        if is_new:
            return Outcome.ADDED
        if digest(held) == digest(wanted):
            return Outcome.UNCHANGED
        is_as_loaded = self._last.get((type(row), str(row.pk))) == digest(held)
        return Outcome.CHANGED if is_as_loaded or overwrite else Outcome.KEPT

    def note(self, row: Model, wanted: Any) -> None:
        log(row, ACTION, content_changed=True, data={"digest": digest(wanted)})
