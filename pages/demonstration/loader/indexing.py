"""How are the indexes and the page cache brought up to date once for a whole loading, not at every save?"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from pages.cache.signals import announced_as_one


@contextmanager
def indexed_once() -> Iterator[list[Model]]:
    """Inside, saving indexes nothing; at the end what was appended to the list is indexed."""
    changed: list[Model] = []
    models = [model for model in index.get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update(), announced_as_one():
            yield changed
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)
    for row in changed:
        ReferenceIndex.create_or_update_for_object(row)
        index.insert_or_update_object(row)
