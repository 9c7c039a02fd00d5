"""What moves in the tree belongs to another forum, has another date and place, and so has all that lies below it."""

from django.db import transaction
from treebeard.mp_tree import MP_MoveHandler
from wagtail.models import Page

from search import outbox
from search.touching import touched_by_works, works_below

_move_by_treebeard = MP_MoveHandler.process


def register() -> None:
    """Wagtail tells of its own moves only, and only after they are in the database for good."""
    MP_MoveHandler.process = move_and_note


@transaction.atomic
def move_and_note(handler: MP_MoveHandler) -> None:
    above = _above(handler)
    _move_by_treebeard(handler)
    if isinstance(handler.node, Page) and _above(handler) != above:
        outbox.changed(touched_by_works(works_below([handler.node.path])))


def _above(handler: MP_MoveHandler) -> str:
    node = handler.node
    return node.path[: -node.steplen]
