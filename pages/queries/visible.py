"""Which pages may stand on a public surface? Every list of pages goes through here."""

from wagtail.query import PageQuerySet


def visible(queryset: PageQuerySet) -> PageQuerySet:
    """Only what is published."""
    return queryset.filter(live=True)
