"""What would a change open or close, and to how many people? Tried in the database, and taken back."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

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
from access.models import AccessClass, AccessRule, DocumentAssignment, ImageAssignment, PageAssignment
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


Objects = Mapping[tuple[str, object], Audience]


def effect_of(obj: Model, wanted: Wanted) -> Effect:
    """Nothing is changed; other requests see nothing of the attempt."""
    with transaction.atomic():
        before = _audiences()
        write_rule(Target.of(obj), wanted, by=None)
        after = _audiences()
        transaction.set_rollback(True)
    pairs = {key: (audience, after[key]) for key, audience in before.items() if after[key] != audience}
    opened = {key: new.readers - old.readers for key, (old, new) in pairs.items()}
    closed = {key: old.readers - new.readers for key, (old, new) in pairs.items()}
    return Effect(_side(opened), _side(closed), widens=any(not new.is_within(old) for old, new in pairs.values()))


def _audiences() -> Objects:
    """The audience of every object, worked out once for each class."""
    rules = {rule.pk: rule for rule in AccessRule.objects.all()}
    let_in = {pk: accounts_let_in(rule) for pk, rule in rules.items()}
    informed = {pk: let_in[pk] | accounts_informed(rule) for pk, rule in rules.items()}
    by_class = {
        access_class.pk: _audience([rules[pk] for pk in rules_in(access_class.key) if pk in rules], let_in, informed)
        for access_class in AccessClass.objects.all()
    }
    return {
        (kind, key): by_class[number]
        for kind, table, field in _TABLES
        for key, number in table.objects.values_list(field, "access_class_id")
    }


_TABLES = (
    ("page", PageAssignment, "page__translation_key"),
    ("document", DocumentAssignment, "document_id"),
    ("image", ImageAssignment, "image_id"),
)


def _audience(rules: list[AccessRule], let_in: Mapping[int, Accounts], informed: Mapping[int, Accounts]) -> Audience:
    return Audience(
        common(let_in[rule.pk] for rule in rules),
        common(informed[rule.pk] for rule in rules),
        max((rule.starts_at for rule in rules if rule.starts_at), default=ALWAYS[0]),
        min((rule.ends_at for rule in rules if rule.ends_at), default=ALWAYS[1]),
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
