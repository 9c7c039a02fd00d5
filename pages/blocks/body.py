"""What can stand in the body of a page?"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"), max_length=200)
    level = blocks.ChoiceBlock(label=_("Level"), choices=[("2", _("Section")), ("3", _("Sub-section"))], default="2")

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/paragraph.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Who said or wrote it"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class FigureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    alternative = blocks.CharBlock(
        label=_("Description for those who can't see it"),
        required=False,
        max_length=250,
        help_text=_("Leave empty only when the image decorates and says nothing."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/figure.html"


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)

    class Meta:
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
        choices=[("ar", _("Arabic")), ("fr", _("French")), ("en", _("English"))],
        help_text=_("When it is not the page's, so that it is read and set in its own direction."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Reference")
        template = "blocks/reference.html"


class ReferencesBlock(blocks.StreamBlock):
    reference = ReferenceBlock()
