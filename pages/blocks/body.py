"""What can stand in the body of a page?

Each block tells an editor what it is for (`description`) and shows it filled in (`preview_value`).
"""

from functools import partial

from django.db import models
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.coreutils import resolve_model_string
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from access.current import principal
from access.policy import readable
from pages.languages import languages

RICH_TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"), max_length=200)
    level = blocks.ChoiceBlock(label=_("Level"), choices=[("2", _("Section")), ("3", _("Sub-section"))], default="2")

    class Meta:
        description = _("A heading within the text; readers can jump to it.")
        preview_value = {"text": _("Regional cooperation"), "level": "2"}
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        description = _("Running text with links and lists.")
        preview_value = partial(
            gettext, gettext_noop("<p>The participants called for the exchange of experience.</p>")
        )
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/paragraph.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Who said or wrote it"), required=False, max_length=200)

    class Meta:
        description = _("Words of somebody, set apart from the text.")
        preview_value = {"text": _("Security is everyone's concern."), "source": _("The chair of the session")}
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class ShownByTheNewest(blocks.StructBlock):
    """Previewed with what the editor may see of what was last put in the library, if there is anything."""

    def newest(self) -> models.Model | None:
        model = resolve_model_string(self.child_blocks[self.meta.chooser].target_model)
        return readable(principal(), model.objects.order_by("-pk")).first()

    @property
    def is_previewable(self) -> bool:
        return self.newest() is not None

    def get_preview_value(self) -> blocks.StructValue:
        return self.normalize({self.meta.chooser: self.newest()})


class FigureBlock(ShownByTheNewest):
    image = ImageChooserBlock(label=_("Image"))
    alternative = blocks.CharBlock(
        label=_("Description for those who can't see it"),
        required=False,
        max_length=250,
        help_text=_("What a reader who can't see the image needs to know of it."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        description = _("An image with its description and caption.")
        chooser = "image"
        icon = "image"
        label = _("Image")
        template = "blocks/figure.html"


class FileBlock(ShownByTheNewest):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)

    class Meta:
        description = _("A document that readers can download.")
        chooser = "document"
        icon = "doc-full"
        label = _("File")
        template = "blocks/file.html"


class TableRowBlock(blocks.StructBlock):
    cells = blocks.ListBlock(blocks.CharBlock(label=_("Cell"), required=False, max_length=500), label=_("Cells"))

    class Meta:
        label = _("Row")


class TableBlock(blocks.StructBlock):
    """A small table: the first row holds the headings."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    rows = blocks.ListBlock(TableRowBlock(), label=_("Rows"), min_num=2)

    class Meta:
        description = _("A small table; the first row holds the headings.")
        preview_value = {
            "caption": _("Sessions"),
            "rows": [{"cells": [_("Day"), _("Sessions")]}, {"cells": ["1", "4"]}, {"cells": ["2", "3"]}],
        }
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = ParagraphBlock(features=RICH_TEXT_FEATURES)
    quote = QuoteBlock()
    figure = FigureBlock()
    file = FileBlock()
    table = TableBlock()


class ReferenceBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(label=_("Reference"), features=["italic", "link"])
    language = blocks.ChoiceBlock(
        label=_("Language of the reference"),
        required=False,
        choices=languages,
        help_text=_("When it is not the page's, so that it is read and set in its own direction."),
    )

    class Meta:
        description = _("One work cited, in its own language.")
        preview_value = {"text": "<p>Ibn Khaldun, <i>Muqaddima</i>, 1377.</p>", "language": ""}
        icon = "list-ol"
        label = _("Reference")
        template = "blocks/reference.html"


class ReferencesBlock(blocks.StreamBlock):
    reference = ReferenceBlock()
