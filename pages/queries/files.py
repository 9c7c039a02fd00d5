"""Which files of a work are there for whoever is reading?"""

from django.db.models import prefetch_related_objects
from wagtail.documents import get_document_model
from wagtail.models import Page

from access.current import principal
from access.policy import readable
from pages.models import WorkFile
from pages.queries.children import children_of


def files_of(page: Page) -> list[WorkFile]:
    """In order, with their documents; one query more than none when there are any."""
    rows: list[WorkFile] = children_of(page, "files", "document")
    if not rows:
        return []
    prefetch_related_objects(rows, "document")
    wanted = get_document_model().objects.filter(pk__in=[row.document_id for row in rows])
    opened = set(readable(principal(), wanted).values_list("pk", flat=True))
    return [row for row in rows if row.document_id in opened]
