"""What lies below a page? As a range of paths, which every database finds by its index; a prefix, SQLite scans for."""

from django.db.models import Q
from wagtail.models import Page


def below(page: Page) -> Q:
    """Everything below, at any depth; nothing below a page that is not saved yet."""
    if not page.path:
        return Q(pk__in=())
    return Q(path__range=Page._get_children_path_interval(page.path))


def directly_below(page: Page) -> Q:
    return below(page) & Q(depth=page.depth + 1) if page.path else below(page)
