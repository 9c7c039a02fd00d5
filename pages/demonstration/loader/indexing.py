"""How are references and the page cache brought up to date once for a whole loading, not at every save?"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Model
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from pages.cache.signals import announced_as_one


@contextmanager
def indexed_once() -> Iterator[list[Model]]:
    """Inside, saving notes no references; at the end those are noted that the appended rows make."""
    changed: list[Model] = []
    with disable_reference_index_auto_update(), announced_as_one():
        yield changed
    for row in changed:
        ReferenceIndex.create_or_update_for_object(row)
