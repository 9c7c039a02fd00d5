"""Which pages do these ids mean, in the reader's language, in the order given?"""

from collections.abc import Iterable

from wagtail.models import Page

from pages.languages import current
from pages.queries.visible import visible
from pages.queries.works import in_readers_language


def works_of(ids: Iterable[int]) -> list[Page]:
    """Each work once, specific, in the reader's language where it exists; two queries for each type at most."""
    order = list(dict.fromkeys(ids))
    if not order:
        return []
    found = {page.pk: page for page in visible(Page.objects.filter(pk__in=order)).specific()}
    return in_readers_language([found[pk] for pk in order if pk in found], current(), are_open=True)
