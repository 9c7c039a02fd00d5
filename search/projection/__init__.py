"""What would stand in the index, were it made now? The present state of the database, as its readers read it.

A change of a work changes, besides its own entry (`work:`, and `known:` where some may only know of it): what lies
below it, which has its date, place and forum; and the records and countries it speaks of, before and after. A change
of a record changes the works that speak of it.
"""

from collections.abc import Callable, Iterable

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from pages.models import Organisation, Person, Topic
from search.projection import desk, records, works
from search.projection.everything import everything
from search.projection.keys import COUNTRY, DESK, KNOWN, WORK, by_kind, numbers, uuids
from search.projection.projected import Projected, Text

__all__ = ["Projected", "Text", "everything", "project"]

Projection = Callable[[list[int]], dict[str, Projected]]


def project(keys: Iterable[str]) -> dict[str, Projected]:
    """By key; one that is missing in the answer is gone. The number of queries does not grow with the keys."""
    of_numbers = _of_numbers()
    found: dict[str, Projected] = {}
    for kind, names in by_kind(keys).items():
        if kind == WORK:
            found |= works.works(uuids(names))
        elif kind == KNOWN:
            found |= works.known(uuids(names))
        elif kind == COUNTRY:
            found |= records.countries(names)
        elif kind in of_numbers:
            found |= of_numbers[kind](numbers(names))
    return found


def _of_numbers() -> dict[str, Projection]:
    """By the kind of a key that ends in the number of a row."""
    of_records: dict[type[Model], Projection] = {
        Person: records.people,
        Organisation: records.organisations,
        Topic: records.topics,
    }
    at_desk: dict[type[Model], Projection] = {
        Page: desk.pages,
        get_document_model(): desk.documents,
        get_image_model(): desk.images,
        Person: desk.people,
        Organisation: desk.organisations,
        Topic: desk.topics,
    }
    return {
        **{str(model._meta.model_name): projection for model, projection in of_records.items()},
        **{f"{DESK}:{model._meta.model_name}": projection for model, projection in at_desk.items()},
    }
