"""Of which kind is an object to django-guardian? Every type of page is a page, so that one table holds its grants."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page


def content_type_of(obj: Model | type[Model]) -> ContentType:
    model = obj if isinstance(obj, type) else type(obj)
    return ContentType.objects.get_for_model(Page if issubclass(model, Page) else model)
