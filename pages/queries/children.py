"""What belongs to a page in rows of its own: roles, delegations, figures, topics?

A preview holds rows that are not saved yet, so they are asked of the page and never of the database directly.
"""

from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.models import Page


def children_of(page: Page, relation: str, *records: str) -> list[Any]:
    """The rows of `relation` in order, with the records they point at, in one query."""
    if relation not in getattr(page, "_cluster_related_objects", {}) and page.pk:
        model = page._meta.get_field(relation).related_model
        prefetch_related_objects([page], Prefetch(relation, model._default_manager.select_related(*records)))
    return list(getattr(page, relation).all())
