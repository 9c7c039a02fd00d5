"""Which fields and rows of a page do the files govern?"""

from django.db.models import Field, Model
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from pages.models import BasePage

_OF_EVERY_PAGE = ("title", "seo_title", "search_description", "show_in_menus")
# Set by the rules of translation and by the order of the rows.
_KEPT_BY_THE_MODEL = {"id", "sort_order", "translation_key", "locale"}
# Written under another name than the relation's.
KEYS = {"topic_links": "topics"}


def fields_of(model: type[BasePage]) -> dict[str, Field]:
    """The fields of a page, by name."""
    own = [field for field in model._meta.concrete_fields if field.model is not Page and not field.primary_key]
    return {field.name: field for field in [*map(Page._meta.get_field, _OF_EVERY_PAGE), *own]}


def relations_of(model: type[BasePage]) -> dict[str, type[Model]]:
    """The models of the rows inside a page, by the name of the relation."""
    relations = {relation.name: relation.related_model for relation in get_all_child_relations(model)}
    return {name: rows for name, rows in relations.items() if rows._meta.app_label == "pages"}


def fields_of_row(model: type[Model]) -> dict[str, Field]:
    """The fields of a row inside a page, by name."""
    return {
        field.name: field
        for field in model._meta.concrete_fields
        if field.name not in _KEPT_BY_THE_MODEL and not isinstance(field, ParentalKey)
    }
