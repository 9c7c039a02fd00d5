"""Who brings pages into the tree, moves them in it or takes them out waits for who else is at it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction
from treebeard.mp_tree import MP_AddChildHandler, MP_MoveHandler, MP_NodeQuerySet

from search import outbox

Given = ParamSpec("Given")
Made = TypeVar("Made")


def register() -> None:
    MP_AddChildHandler.process = in_turn(MP_AddChildHandler.process)
    MP_MoveHandler.process = in_turn(MP_MoveHandler.process)
    MP_NodeQuerySet.delete = in_turn(MP_NodeQuerySet.delete)


def in_turn(change: Callable[Given, Made]) -> Callable[Given, Made]:
    """Before it locks the pages around, which happens before any signal."""

    @wraps(change)
    @transaction.atomic
    def changing(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        outbox.in_turn()
        return change(*args, **kwargs)

    return changing
