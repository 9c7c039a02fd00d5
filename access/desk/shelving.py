"""What of a file's access changes when a form puts it into another collection, or one collection into another?

Wagtail's forms of files and collections call no hook before they save.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from access.current import principal
from access.desk.moves import answer_to, put_into
from access.effects import effect_of_doing
from access.policy import readable

# By route: the model, the number in the address, and the field that says where to.
FORMS: Mapping[str, tuple[Callable[[], type[Model]], str, str]] = {
    "documents/edit/<int:document_id>/": (get_document_model, "document_id", "collection"),
    "documents/multiple/<int:doc_id>/": (get_document_model, "doc_id", "doc-%s-collection"),
    "images/<int:image_id>/": (get_image_model, "image_id", "collection"),
    "images/multiple/<int:image_id>/": (get_image_model, "image_id", "image-%s-collection"),
    "collections/<int:pk>/": (lambda: Collection, "pk", "parent"),
}


def answer(request: HttpRequest, route: str, named: Mapping[str, Any]) -> HttpResponse | None:
    """None when the form may be saved as it is; Wagtail says what else is wrong with it."""
    if request.method != "POST" or route not in FORMS:
        return None
    find_model, parameter, field = FORMS[route]
    number = named[parameter]
    obj = find_model()._default_manager.filter(pk=number).first()
    wanted = request.POST.get(field % number if "%s" in field else field, "")
    to = _open_collections().filter(pk=wanted).first() if wanted.isdigit() else None
    if (
        obj is None
        or to is None
        or not policy_registry.get(obj).user_has_permission_for_instance(request.user, "change", obj)
    ):
        return None
    return answer_to(request, effect_of_doing(_change(obj, to)), obj, log=True)


def _change(obj: Model, to: Collection) -> Callable[[], None]:
    if not isinstance(obj, Collection):
        return lambda: put_into([obj], to)

    def move() -> None:
        here, there = Collection.objects.get(pk=obj.pk), Collection.objects.get(pk=to.pk)
        if there != here.get_parent() and there != here and not there.is_descendant_of(here):
            here.move(there, "sorted-child")

    return move


def _open_collections() -> QuerySet:
    return readable(principal(), Collection.objects.all())
