"""Which objects does a request to the desk name, in its address, its query and its form?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import QueryDict
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, Revision, TaskState, WorkflowState
from wagtail_localize.models import OverridableSegment, StringSegment, TranslationSource

PAGE, DOCUMENT, IMAGE, COLLECTION = "page", "document", "image", "collection"
MODELS: Mapping[str, Callable[[], type[Model]]] = {
    PAGE: lambda: Page,
    DOCUMENT: get_document_model,
    IMAGE: get_image_model,
    COLLECTION: lambda: Collection,
}

# By the beginning of the route below the desk's own: what the numbers in it stand for.
ADDRESSES: Mapping[str, Mapping[str, str]] = {
    "pages/": dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "destination_id", "pk"), PAGE),
    "choose-page/": {"parent_page_id": PAGE},
    "api/main/pages/": {"pk": PAGE},
    "api/main/documents/": {"pk": DOCUMENT},
    "api/main/images/": {"pk": IMAGE},
    "collections/": {"pk": COLLECTION, "collection_id": COLLECTION},
    "workflows/remove/": {"page_pk": PAGE},
    "documents/": {"document_id": DOCUMENT, "doc_id": DOCUMENT, "pk": DOCUMENT},
    "images/": {"image_id": IMAGE, "pk": IMAGE},
    "desk/": {"page_id": PAGE, "edition_id": PAGE},
    "localize/": {"page_id": PAGE},
}
# Numbers in a query or a form, each of which must be open.
FORMS: Mapping[str, Mapping[str, str]] = {
    "pages/<int:page_to_move_id>/move/": {"new_parent_page": PAGE},
    "pages/<int:page_id>/copy/": {"new_parent_page": PAGE},
    "bulk/": {"childOf": "", "chooser": PAGE},
}
# Numbers in a query of which the closed ones are passed over.
QUERIES: Mapping[str, str] = {
    "choose-page/chosen-multiple/": PAGE,
    "documents/chooser/chosen-multiple/": DOCUMENT,
    "images/chooser/chosen-multiple/": IMAGE,
}


@dataclass(frozen=True)
class Naming:
    """A model and the condition on its rows; `parameter` is where the number stood."""

    rows: QuerySet
    condition: Mapping[str, object]
    parameter: str = ""

    def objects(self) -> list[Model]:
        """None when there is nothing of the sort."""
        try:
            return list(self.rows.filter(**self.condition))
        except (ValueError, ValidationError, OverflowError):
            return []

    def with_number(self, number: str) -> "Naming":
        return replace(self, condition={"pk": number})


def named_by_address(route: str, named: Mapping[str, Any]) -> list[Naming]:
    found = [
        _numbered(kind, named[parameter])
        for below, kinds in ADDRESSES.items()
        if route.startswith(below)
        for parameter, kind in kinds.items()
        if parameter in named
    ]
    return [*found, *_of_page(route, named), *_in_translation(route, named), *_edited(route, named)]


def named_by_form(route: str, named: Mapping[str, Any], form: QueryDict) -> list[Naming]:
    """An empty field names nothing."""
    return [
        _numbered(kind or named.get("model_name", ""), form[parameter])
        for below, kinds in FORMS.items()
        if route.startswith(below)
        for parameter, kind in kinds.items()
        if form.get(parameter)
    ]


def named_by_query(route: str) -> Iterator[Naming]:
    for below, kind in QUERIES.items():
        if route.startswith(below):
            yield replace(_numbered(kind, ""), parameter="id")


def _numbered(kind: str, number: object) -> Naming:
    model = MODELS[kind]() if kind in MODELS else Collection
    return Naming(model._default_manager.all(), {"pk": number})


def _of_page(route: str, named: Mapping[str, Any]) -> Iterator[Naming]:
    """A revision, a task or a workflow is named together with its page, and is there only as one of that page."""
    page = named.get("page_id", named.get("pk"))
    of_page = {"base_content_type__app_label": "wagtailcore", "base_content_type__model": "page", "object_id": page}
    if not route.startswith("pages/"):
        return
    for parameter in ("revision_id", "revision_id_a", "revision_id_b"):
        if str(named.get(parameter, "")).isdigit():
            yield _standing_for(Revision, of_page, pk=named[parameter])
    if "workflow_state_id" in named:
        yield _standing_for(WorkflowState, of_page, pk=named["workflow_state_id"])
    if "task_state_id" in named:
        of_state = {f"workflow_state__{name}": value for name, value in of_page.items()}
        yield _standing_for(TaskState, of_state, pk=named["task_state_id"])


def _standing_for(model: type[Model], of_page: Mapping[str, Any], *, pk: object) -> Naming:
    """The page, when it has such a row."""
    has_row = model._default_manager.filter(pk=pk, **of_page).exists()
    number = next(value for name, value in of_page.items() if name.endswith("object_id"))
    return _numbered(PAGE, number if has_row else None)


def _in_translation(route: str, named: Mapping[str, Any]) -> Iterator[Naming]:
    """The translation package names works by numbers of its own."""
    if not route.startswith("localize/"):
        return
    sources = TranslationSource.objects.all()
    if "translation_source_id" in named:
        yield _work_of(sources.filter(pk=named["translation_source_id"]))
    if "translation_id" in named:
        of_translation = sources.filter(translations=named["translation_id"])
        yield _work_of(of_translation)
        for parameter, model in (
            ("string_segment_id", StringSegment),
            ("overridable_segment_id", OverridableSegment),
        ):
            if parameter in named:
                yield _work_of(
                    of_translation.filter(pk__in=model.objects.filter(pk=named[parameter]).values("source"))
                )


def _work_of(sources: QuerySet) -> Naming:
    return Naming(Page.objects.all(), {"translation_key__in": list(sources.values_list("object_id", flat=True))})


def _edited(route: str, named: Mapping[str, Any]) -> Iterator[Naming]:
    """Who else is editing is told for any model."""
    if not route.startswith("editing-sessions/ping/"):
        return
    try:
        model = apps.get_model(named["app_label"], named["model_name"])
    except LookupError:
        return
    for kind, base in ((kind, find()) for kind, find in MODELS.items()):
        if issubclass(model, base):
            yield _numbered(kind, named["object_id"])
