"""How are pages of several types fetched whole in one query, and not in one more for each type?"""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from wagtail.query import PageQuerySet

from pages.models import BasePage


def joined(queryset: PageQuerySet, models: Iterable[type[BasePage]], *, leave: Iterable[str] = ()) -> list[BasePage]:
    """The specific pages of a queryset of plain pages, all of them of one of `models`.

    `leave` names what is not fetched until it is asked for, as `declarationpage__clauses`.
    """
    names = {model._meta.model_name for model in models}
    found = queryset.select_related(*sorted(names)).defer(*leave)
    with_types = ((page, ContentType.objects.get_for_id(page.content_type_id).model) for page in found)
    return [getattr(page, name) for page, name in with_types if name in names]
