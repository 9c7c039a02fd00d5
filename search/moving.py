"""Where pages come into the tree, move in it or leave it: what is noted of that, and who waits for whom.

What moves belongs to another forum, has another date and place, and so has all that lies below it.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction
from treebeard.mp_tree import MP_AddChildHandler, MP_MoveHandler, MP_NodeQuerySet
from wagtail.models import Page

from search import outbox
from search.touching import touched_by_works, works_below

Given = ParamSpec("Given")
Made = TypeVar("Made")

_move_by_treebeard = MP_MoveHandler.process


def register() -> None:
    """Wagtail tells of its own moves only, and only after they are in the database for good."""
    MP_MoveHandler.process = move_and_note
    MP_AddChildHandler.process = in_turn(MP_AddChildHandler.process)
    MP_NodeQuerySet.delete = in_turn(MP_NodeQuerySet.delete)


def in_turn(change: Callable[Given, Made]) -> Callable[Given, Made]:
    """Before it locks the pages around, which happens before any signal."""

    @wraps(change)
    @transaction.atomic
    def changing(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        outbox.in_turn()
        return change(*args, **kwargs)

    return changing


@transaction.atomic
def move_and_note(handler: MP_MoveHandler) -> None:
    outbox.in_turn()
    above = _above(handler)
    _move_by_treebeard(handler)
    if isinstance(handler.node, Page) and _above(handler) != above:
        outbox.changed(touched_by_works(works_below([handler.node.path])))


def _above(handler: MP_MoveHandler) -> str:
    node = handler.node
    return node.path[: -node.steplen]
