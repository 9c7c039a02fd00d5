"""What happens to access when something moves or is copied? A move is logged; a copy takes the rules along."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Collection, Page

from access.assigning import assign_below, assign_files, rules_in
from access.changing import record, stated, write_rule
from access.current import principal
from access.models import AccessRule, CollectionAssignment, PageAssignment
from access.objects import Target

_copy_by_wagtail = CopyPageAction.execute
_move_by_treebeard = Collection.move


def register() -> None:
    """Wagtail tells nobody of copies, nor of collections that move."""
    CopyPageAction.execute = copy_with_rules
    Collection.move = move_collection


@transaction.atomic
def follow_move(page: Page, *, before: Page, after: Page) -> None:
    """The classes of what moved, and a line in the log when it inherits others than before."""
    assign_below(page.translation_key)
    target = Target.of(page)
    was, became = words_for(before), words_for(after)
    if was != became and target.rule is None:
        record(target, "move", by=_person(), before=was, after=became)


@transaction.atomic
def move_collection(collection: Collection, to: Collection, pos: str | None = None) -> None:
    """With all that lies in it. The place in memory is the former one, as treebeard leaves it."""
    was = words_for(collection)
    _move_by_treebeard(collection, to, pos)
    assign_files()
    became = words_for(collection)
    if was != became:
        record(Target.of(collection), "move", by=_person(), before=was, after=became)


@transaction.atomic
def copy_with_rules(action: CopyPageAction, *args: object, **options: object) -> Page:
    """What was closed is closed in the copy, to the same people."""
    copy = _copy_by_wagtail(action, *args, **options)
    carry_rules(works_made_from(action.page, copy, with_below=action.recursive))
    return copy


def works_made_from(page: Page, copy: Page, *, with_below: bool) -> Mapping[UUID, UUID]:
    """Which work was made from which: what lies below is copied in order."""
    return dict(zip(_works(page, with_below=with_below), _works(copy, with_below=with_below), strict=False))


def carry_rules(made: Mapping[UUID, UUID]) -> None:
    for work in AccessRule.objects.filter(work__in=made).values_list("work", flat=True):
        source, copy = (Page.objects.filter(translation_key=key).order_by("pk").first() for key in (work, made[work]))
        if copy is None or Target.of(copy).rule:
            continue
        wanted = stated(Target.of(source))
        write_rule(Target.of(copy), wanted, by=_person())
        record(Target.of(copy), "copy access", by=_person(), after=wanted.words())


def _works(page: Page, *, with_below: bool) -> list[UUID]:
    pages = Page.objects.filter(path__startswith=page.path) if with_below else Page.objects.filter(pk=page.pk)
    return list(pages.order_by("path").values_list("translation_key", flat=True))


def _person() -> AbstractBaseUser | None:
    return None if principal().is_anonymous else principal().user


def words_for(shelf: Page | Collection) -> str:
    """Each rule that holds for it, by what it is set to; for the log."""
    table = PageAssignment if isinstance(shelf, Page) else CollectionAssignment
    held = table.objects.filter(pk=shelf.pk).values_list("access_class__key", flat=True).first()
    rules = AccessRule.objects.filter(pk__in=rules_in(held or "")).order_by("pk")
    return ", ".join(f"{rule.setting} (rule {rule.pk})" for rule in rules) or "everyone"
