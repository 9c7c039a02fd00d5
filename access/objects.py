"""Which object is a rule about, and what is it called?"""

from dataclasses import dataclass
from typing import Self

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from access.models import AccessRule


@dataclass(frozen=True)
class Target:
    """`kind` is the field of `AccessRule` that names the object by `key`; a page stands for its work."""

    kind: str
    key: object
    obj: Model

    @classmethod
    def of(cls, obj: Model) -> Self:
        """Raises `TypeError` for what no rule can be set on."""
        if isinstance(obj, Page):
            return cls("work", obj.translation_key, obj)
        for kind, model in files().items():
            if isinstance(obj, model):
                return cls(kind, obj.pk, obj)
        raise TypeError(f"No rule can be set on {type(obj).__name__}")

    @property
    def name(self) -> str:
        title = getattr(self.obj, "draft_title", None) or getattr(self.obj, "title", None) or str(self.obj)
        return str(title)[:255]

    @property
    def field(self) -> str:
        return self.kind if self.kind == "work" else f"{self.kind}_id"

    @property
    def rule(self) -> AccessRule | None:
        return AccessRule.objects.filter(**{self.field: self.key}).first()

    @property
    def view_permission(self) -> str:
        """The permission whose grants name who reads the object."""
        model = Page if self.kind == "work" else type(self.obj)
        return f"view_{model._meta.model_name}"

    @property
    def grant_filter(self) -> dict[str, object]:
        """Which grants count for the rule: those on any version of a work."""
        return {"content_object__translation_key" if self.kind == "work" else "content_object": self.key}


def files() -> dict[str, type[Model]]:
    return {"document": get_document_model(), "image": get_image_model(), "collection": Collection}
