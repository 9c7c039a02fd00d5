"""What would a change open or close, and to how many people? Tried in the database, and taken back."""

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import IntegerField, Model
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from access.assigning import rules_in
from access.audience import THE_PUBLIC, Accounts, accounts_informed, accounts_let_in, common
from access.changing import Wanted, write_rule
from access.models import AccessRule, DocumentAssignment, ImageAssignment, PageAssignment
from access.objects import Target

ALWAYS = (datetime.datetime.min.replace(tzinfo=datetime.UTC), datetime.datetime.max.replace(tzinfo=datetime.UTC))


class Audience(NamedTuple):
    """Who reads the objects of a class, who may know of them, and from when until when."""

    readers: Accounts
    informed: Accounts
    starts: datetime.datetime
    ends: datetime.datetime

    def is_within(self, other: "Audience") -> bool:
        is_in_time = not self.readers or (other.starts <= self.starts and self.ends <= other.ends)
        return self.readers <= other.readers and self.informed <= other.informed and is_in_time


@dataclass(frozen=True)
class Side:
    """What is opened, or closed: works, files, and to how many people; None for everyone."""

    pages: int = 0
    files: int = 0
    people: int | None = 0


@dataclass(frozen=True)
class Effect:
    opens: Side
    closes: Side
    widens: bool


def effect_of(obj: Model, wanted: Wanted) -> Effect:
    """Nothing is changed; other requests see nothing of the attempt."""
    target = Target.of(obj)
    return effect_of_doing(lambda: write_rule(target, wanted, by=None), changing={_number_of(target.rule)})


def effect_of_doing(change: Callable[[], object], *, changing: Collection[int | None] = ()) -> Effect:
    """What `change` would open or close; `changing` are the numbers of the rules that it writes anew."""
    before = _keys()
    with transaction.atomic():
        change()
        after = _keys()
        touched = {key for key in before if _is_touched(before[key], after.get(key), changing)}
        later = _audiences({after[key] for key in touched if key in after})
        transaction.set_rollback(True)
    earlier = _audiences({before[key] for key in touched})
    return _effect({key: (earlier[before[key]], later[after[key]]) for key in touched if key in after})


def effect_of_copying(copy: Callable[[], Mapping[UUID, UUID]]) -> Effect:
    """What would be open in copies that is closed in their sources; `copy` says which work was made from which."""
    before = _keys()
    with transaction.atomic():
        made = {("page", source): ("page", new) for source, new in copy().items() if ("page", source) in before}
        after = _keys()
        later = _audiences({after[new] for new in made.values()})
        transaction.set_rollback(True)
    earlier = _audiences({before[source] for source in made})
    return _effect({source: (earlier[before[source]], later[after[new]]) for source, new in made.items()})


def _effect(pairs: Mapping[tuple[str, object], tuple[Audience, Audience]]) -> Effect:
    opened = {key: new.readers - old.readers for key, (old, new) in pairs.items()}
    closed = {key: old.readers - new.readers for key, (old, new) in pairs.items()}
    return Effect(_side(opened), _side(closed), widens=any(not new.is_within(old) for old, new in pairs.values()))


def _number_of(rule: AccessRule | None) -> int | None:
    return rule.pk if rule else None


def _is_touched(before: str, after: str | None, changing: Collection[int | None]) -> bool:
    return before != after or not rules_in(before).isdisjoint(changing)


def _keys() -> dict[tuple[str, object], str]:
    """The key of the class of every object; of a page, for its work."""
    return {
        (kind, key): class_key
        for kind, table, field in _TABLES
        for key, class_key in table.objects.values_list(field, "access_class__key")
    }


def _audiences(keys: set[str]) -> dict[str, Audience]:
    """Of each of these classes, as the rules are now."""
    rules = AccessRule.objects.in_bulk({rule for key in keys for rule in rules_in(key)})
    let_in = {pk: accounts_let_in(rule) for pk, rule in rules.items()}
    informed = {pk: let_in[pk] | accounts_informed(rule) for pk, rule in rules.items()}
    gone: Accounts = frozenset()
    return {
        key: Audience(
            common(let_in.get(pk, gone) for pk in rules_in(key)),
            common(informed.get(pk, gone) for pk in rules_in(key)),
            max((rules[pk].starts_at or ALWAYS[0] for pk in rules_in(key) if pk in rules), default=ALWAYS[0]),
            min((rules[pk].ends_at or ALWAYS[1] for pk in rules_in(key) if pk in rules), default=ALWAYS[1]),
        )
        for key in keys
    }


_TABLES = (
    ("page", PageAssignment, "page__translation_key"),
    ("document", DocumentAssignment, "document_id"),
    ("image", ImageAssignment, "image_id"),
)


def _side(changed: Mapping[tuple[str, object], Accounts]) -> Side:
    touched = {key: people for key, people in changed.items() if people}
    people = frozenset().union(*touched.values())
    works = [key for kind, key in touched if kind == "page"]
    files = {key for key in touched if key[0] != "page"} | _files_on(works)
    return Side(len(works), len(files), None if THE_PUBLIC in people else len(people))


def _files_on(works: list[object]) -> set[tuple[str, object]]:
    """Documents and images that the pages use: who may read none of their pages may read no file either."""
    pages = Page.objects.filter(translation_key__in=works).order_by().values("pk")
    uses = ReferenceIndex.objects.annotate(page=Cast("object_id", IntegerField())).filter(
        base_content_type=ContentType.objects.get_for_model(Page), page__in=pages
    )
    found: set[tuple[str, object]] = set()
    for kind, model in (("document", get_document_model()), ("image", get_image_model())):
        used = uses.filter(to_content_type=ContentType.objects.get_for_model(model))
        found |= {(kind, int(number)) for number in used.values_list("to_object_id", flat=True)}
    return found
