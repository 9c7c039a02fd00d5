"""When a page or a record changes, which notes in the ledgers of kept responses does that touch?"""

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from pages.models.base import BasePage
from pages.models.records import LabelledRecord

# Which records and topics any page mentions at all.
MENTIONS = "mentions"


def record_tag(record: LabelledRecord) -> str:
    return f"record:{record._meta.model_name}:{record.pk}"


def about_tag(thing: models.Model) -> str:
    """The list of what refers to a work or a record."""
    if isinstance(thing, Page):
        return f"about:{thing.translation_key}"
    return f"about:{thing._meta.model_name}:{thing.pk}"


def country_tag(code: str) -> str:
    return f"about:country:{code}"


def list_tag(model: type[models.Model]) -> str:
    """The lists of all of a kind."""
    return f"list:{model._meta.model_name}"


def around(page: BasePage, parent: Page | None) -> set[str]:
    """What a page shows besides what is loaded for it: the lists of what lies below it, refers to it, or beside it."""
    tags = {"menu", f"work:{page.translation_key}", f"below:{page.translation_key}", about_tag(page)}
    return tags | {f"below:{parent.translation_key}"} if parent and page.shows_neighbours else tags


def mentioned(row: models.Model) -> set[str]:
    """The `about:` tags of the works, records and countries that the fields of one row point at."""
    tags = set()
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        # No list names the aliases of a work, and the source may be gone by now.
        if field.name == "alias_of":
            continue
        if field.name == "country" and value:
            tags.add(country_tag(value))
        elif isinstance(field, models.ForeignKey) and value and issubclass(field.related_model, Page | LabelledRecord):
            tags.add(about_tag(getattr(row, field.name)))
    return tags


def mentions(page: Page) -> set[str]:
    """The `about:` tags of everything that a page and the rows inside it point at."""
    tags = mentioned(page)
    for relation in get_all_child_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            tags |= mentioned(row)
    return tags


def lists_with(page: Page) -> set[str]:
    """The tags of the lists in which a page stands: of its kind, of what is mentioned, of the pages above it."""
    ancestors = Page.objects.ancestor_of(page).values_list("translation_key", flat=True)
    tags = {f"below:{key}" for key in ancestors}
    tags |= {list_tag(type(page)), MENTIONS}
    if page.depth == 3:
        tags.add("menu")
    return tags


def touched_by(page: Page) -> set[str]:
    """Everything whose display a change of `page`, as it stands in the database, can change."""
    page = page.specific
    return {f"work:{page.translation_key}"} | lists_with(page) | mentions(page)
