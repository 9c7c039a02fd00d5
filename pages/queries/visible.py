"""Which pages may stand on a public surface? Every list of pages goes through here."""

from wagtail.query import PageQuerySet

from access.actions import Action
from access.current import principal
from access.policy import readable


def visible(queryset: PageQuerySet) -> PageQuerySet:
    """What is published and open to whoever is reading."""
    return readable(principal(), queryset.filter(live=True))


def on_request(queryset: PageQuerySet) -> PageQuerySet:
    """What is published and not open to whoever is reading, who may know of it all the same."""
    reader = principal()
    known = readable(reader, queryset.filter(live=True), Action.DISCOVER)
    return known.exclude(pk__in=readable(reader, queryset.model.objects.all()).order_by().values("pk"))
