"""A page with a word of its own in every field and every block that takes words."""

from typing import Any

from django.db.models import CharField, Field, TextField, URLField
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from library.models import LibraryDocument, LibraryImage
from pages.models import BasePage
from tests.matrix.canaries import Canaries, Needs

# What names a page before it may be read.
DISCOVERED = {"title", "summary"}
# Words that mean something to a program.
MEANT = {"slug", "url_path", "path", "draft_title", "doi", "timezone", "country", "source_clause"}


# What the words take in three scripts.
ROOM = 30


class Filler:
    """The words of one object; `image` and `document` are what its blocks show."""

    def __init__(self, canaries: Canaries, obj: str, image: LibraryImage, document: LibraryDocument) -> None:
        self.canaries, self.obj, self.image, self.document = canaries, obj, image, document

    def words(self, name: str) -> str:
        return self.canaries.words(self.obj, name, Needs.DISCOVER if name in DISCOVERED else Needs.VIEW)

    def fields(self, model: type[BasePage]) -> dict[str, Any]:
        found: dict[str, Any] = {"slug": self.canaries.slug(self.obj)}
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                found[field.name] = [
                    (name, self.block(block, f"{field.name}.{name}"))
                    for name, block in field.stream_block.child_blocks.items()
                ]
            elif _is_text(field):
                has_room = field.max_length is None or field.max_length > ROOM
                found[field.name] = self.words(field.name) if has_room else self.canaries.word(self.obj, field.name)
        return found

    def block(self, block: blocks.Block, name: str) -> Any:
        if isinstance(block, blocks.StructBlock):
            return {key: self.block(child, f"{name}.{key}") for key, child in block.child_blocks.items()}
        if isinstance(block, blocks.ListBlock):
            return [self.block(block.child_block, name), self.block(block.child_block, name)]
        if isinstance(block, blocks.RichTextBlock):
            return f"<p>{self.words(name)}</p>"
        if isinstance(block, blocks.CharBlock | blocks.TextBlock):
            return self.words(name)
        if isinstance(block, ImageChooserBlock):
            return self.image
        if isinstance(block, DocumentChooserBlock):
            return self.document
        if isinstance(block, blocks.ChoiceBlock):
            return block.get_default() or ""
        # Labels are printed as they stand; addresses of clauses must differ.
        return f"a{len(self.canaries.made)}" if name.endswith("anchor") else ""


def _is_text(field: Field) -> bool:
    if not isinstance(field, CharField | TextField) or isinstance(field, URLField) or field.choices:
        return False
    return field.name not in MEANT and (
        field.model is not Page or field.name in ("title", "seo_title", "search_description")
    )
