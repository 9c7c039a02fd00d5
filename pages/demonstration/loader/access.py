"""Who may read which works of the files? Set once; from then on it is the editors' to change."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group

from access.changing import Wanted, set_access
from access.models import AuditEntry, Discovery, Setting
from pages.demonstration.loader.directory import Directory
from pages.demonstration.loader.works import Work

KEY = "access"
_KEYS = {"setting", "groups", "discovery"}


def report_access(works: Iterable[Work]) -> None:
    """What in `access` means nothing."""
    for work in works:
        if KEY not in work.data:
            continue
        wanted, place = work.data[KEY], work.place.at(KEY)
        if not isinstance(wanted, dict):
            place.report("A map of keys and values is expected.")
            continue
        place.report_unknown(wanted, _KEYS)
        if wanted.get("setting") not in Setting.values:
            place.at("setting").report(f"One of {', '.join(Setting.values)} is expected.")
        if (wanted.get("discovery") or "") not in Discovery.values:
            place.at("discovery").report("“members”, “everyone” or nothing is expected.")


def set_missing_access(directory: Directory, *, overwrite: bool) -> None:
    """Groups are made when they are missing. A work on which access was ever set is left alone."""
    for work in directory.works.values():
        versions = list(directory.versions(work.address).values())
        if KEY in work.data and versions and (overwrite or not _was_set(work)):
            set_access(versions[0], _wanted(work.data[KEY]), by=None)


def _was_set(work: Work) -> bool:
    return AuditEntry.objects.filter(object_kind="work", object_key=str(work.translation_key)).exists()


def _wanted(data: dict[str, Any]) -> Wanted:
    groups = (Group.objects.get_or_create(name=name)[0] for name in data.get("groups") or ())
    return Wanted(data["setting"], data.get("discovery") or "", groups=frozenset(groups))
