"""What happens to access when something moves or is copied? A move is logged; a copy takes the rules along."""

from collections.abc import Callable, Mapping
from functools import wraps
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from treebeard.mp_tree import MP_MoveHandler
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Collection, Page

from access.assigning import assign_below, assign_files, rules_in
from access.changing import record, stated, write_rule
from access.current import principal
from access.models import AccessRule, CollectionAssignment, PageAssignment
from access.objects import Target
from access.telling import page_moved

Move = Callable[[MP_MoveHandler], None]

_copy_by_wagtail = CopyPageAction.execute


def register() -> None:
    """Wagtail tells nobody of copies, nor of collections that move; and of pages, of its own moves only."""
    CopyPageAction.execute = copy_with_rules
    MP_MoveHandler.process = with_access(MP_MoveHandler.process)


def with_access(move: Move) -> Move:
    @wraps(move)
    @transaction.atomic
    def moving(handler: MP_MoveHandler) -> None:
        shelf = handler.node
        if not isinstance(shelf, Page | Collection):
            move(handler)
            return
        above, was = _above(shelf), words_for(shelf)
        move(handler)
        if _above(shelf) != above:
            follow_move(shelf, was)

    return moving


def follow_move(shelf: Page | Collection, was: str) -> None:
    """The classes of what moved and of all that lies in it, and a line in the log when other rules hold now."""
    if isinstance(shelf, Page):
        # Where works lie in each other's sections, a rule may hold for nothing but what it was taken from.
        assign_below(shelf.translation_key)
        page_moved.send(sender=type(shelf), page=shelf)
    else:
        assign_files()
    became = words_for(shelf)
    if was != became:
        record(Target.of(shelf), "move", by=_person(), before=was, after=became)


def _above(shelf: Page | Collection) -> str:
    return shelf.path[: -shelf.steplen]


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
