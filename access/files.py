"""Who sees a document or an image besides what its own rule says? Those who may read a page that uses it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, Model, OuterRef, Q
from django.db.models.functions import Cast
from django.db.models.query import QuerySet
from wagtail.models import Page, ReferenceIndex


def shown_on(model: type[Model], pages: QuerySet) -> Q:
    """A condition on the rows of `model`: used by one of `pages`, or by no page at all."""
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id=Cast(OuterRef("pk"), CharField()),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    numbers = pages.order_by().annotate(number=Cast("pk", CharField())).values("number")
    return ~Exists(uses) | Exists(uses.filter(object_id__in=numbers))
