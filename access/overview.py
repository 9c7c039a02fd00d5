"""What holds for one object: from where, for whom and why, and what below it differs?"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model, Q
from wagtail.models import Collection, Page

from access.assigning import rules_in
from access.audience import THE_PUBLIC, Accounts, Named, accounts_let_in, common, named_by
from access.models import AccessClass, AccessRule
from access.objects import Target, files
from access.policy import class_of


@dataclass(frozen=True)
class Source:
    """One rule that holds for an object: where it was set, and whom it names."""

    rule: AccessRule
    obj: Model | None
    is_own: bool
    named: list[Named]


@dataclass(frozen=True)
class Overview:
    """`readers` is None when everyone reads it."""

    sources: list[Source]
    readers: int | None
    exceptions: list[Source]


def overview(obj: Model) -> Overview:
    target = Target.of(obj)
    rules = AccessRule.objects.filter(pk__in=rules_in(_class_key(obj)))
    readers = common(accounts_let_in(rule) for rule in rules)
    return Overview(
        sources=[_source(rule, target) for rule in rules],
        readers=_count(readers),
        exceptions=[_source(rule, target) for rule in _rules_below(obj)],
    )


def object_of(rule: AccessRule) -> Model | None:
    """Of a work, one of its versions."""
    if rule.work is not None:
        return Page.objects.filter(translation_key=rule.work).order_by("pk").first()
    return next((getattr(rule, kind) for kind in files() if getattr(rule, f"{kind}_id")), None)


def _class_key(obj: Model) -> str:
    number = class_of(obj)
    return AccessClass.objects.get(pk=number).key if number else ""


def _source(rule: AccessRule, target: Target) -> Source:
    own = target.rule
    return Source(rule, object_of(rule), own is not None and own.pk == rule.pk, named_by(rule))


def _rules_below(obj: Model) -> Iterable[AccessRule]:
    if isinstance(obj, Page):
        below = Q(pk__in=())
        for version in Page.objects.filter(translation_key=obj.translation_key):
            below |= Q(path__startswith=version.path, depth__gt=version.depth)
        return AccessRule.objects.filter(work__in=Page.objects.filter(below).order_by().values("translation_key"))
    if isinstance(obj, Collection):
        inside = Q(path__startswith=obj.path)
        shelves = Collection.objects.filter(inside).values("pk")
        found = Q(collection__in=Collection.objects.filter(inside).exclude(pk=obj.pk).values("pk"))
        found |= Q(document__collection__in=shelves) | Q(image__collection__in=shelves)
        return AccessRule.objects.filter(found)
    return AccessRule.objects.none()


def _count(readers: Accounts) -> int | None:
    return None if THE_PUBLIC in readers else len(readers)
