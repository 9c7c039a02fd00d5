"""What can stand in an adopted text, and how is each part addressed?

Every part carries an `anchor`, its lasting address: set once, kept when others are inserted or renumbered, and
the same in every language. The `label` is what is printed beside it: `3`, `(a)`.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext, gettext_noop, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.clauses.checks import duplicate_errors, fill_addresses

CLAUSE_FEATURES = ["bold", "italic", "superscript", "link"]
Validator = Callable[[Any], None]
# Not the addresses of the page's own places.
ANCHOR = re.compile(r"^(?!main$|section-)[a-z][a-z0-9-]{0,39}$")


def _sample(label: str, text: str, **texts: str) -> dict[str, str]:
    """A clause in the editor's language, to show what the block looks like."""
    numbered = {"label": label} if label else {}
    return {**numbered, "text": f"<p>{gettext(text)}</p>", **{name: gettext(words) for name, words in texts.items()}}


class CodeBlock(blocks.FieldBlock):
    """A short code that is the same in every language; no text block, so it is copied and never translated."""

    def __init__(
        self,
        required: bool = False,
        help_text: str | None = None,
        max_length: int = 20,
        validators: Sequence[Validator] = (),
        **kwargs: Any,
    ) -> None:
        self.field = forms.CharField(
            required=required, help_text=help_text, max_length=max_length, validators=list(validators)
        )
        super().__init__(**kwargs)


class LabelBlock(CodeBlock):
    """What is printed beside the clause."""

    class Meta:
        label = pgettext_lazy("number of a clause", "Label")


class AnchorBlock(CodeBlock):
    """The lasting address; `ClausesBlock` gives one when it is left empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text",
            _("The clause's lasting address. Leave it empty for a new clause; don't change it later."),
        )
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault(
            "validators",
            [
                RegexValidator(
                    ANCHOR,
                    _("Small letters a to z, digits and hyphens, beginning with a letter; not “main” or “section-…”."),
                )
            ],
        )
        super().__init__(**kwargs)

    class Meta:
        label = _("Address")


class ItemBlock(blocks.StructBlock):
    """The second level of sub-paragraphs: (i)."""

    anchor = AnchorBlock()
    label = LabelBlock()
    text = blocks.RichTextBlock(label=_("Text"), features=CLAUSE_FEATURES)

    class Meta:
        label = _("Item")


class SubparagraphBlock(blocks.StructBlock):
    """The first level of sub-paragraphs: (a)."""

    anchor = AnchorBlock()
    label = LabelBlock()
    text = blocks.RichTextBlock(label=_("Text"), features=CLAUSE_FEATURES)
    items = blocks.ListBlock(ItemBlock(), label=_("Items"), default=[])

    class Meta:
        label = _("Sub-paragraph")


class TitleBlock(blocks.StructBlock):
    anchor = AnchorBlock()
    text = blocks.CharBlock(label=_("Text"), max_length=300)

    class Meta:
        description = _("The title as it stands at the head of the adopted text.")
        preview_template = "desk/preview_clause.html"
        preview_value = {"anchor": "title", "text": _("Declaration on cooperation")}
        icon = "title"
        label = _("Title of the text")


class HeadingBlock(blocks.StructBlock):
    """A heading inside the text; a numbered one ("Article 2") lends its number to what follows."""

    anchor = AnchorBlock()
    label = LabelBlock(help_text=_("The number only, for instance 2 for “Article 2”. Leave empty when there is none."))
    text = blocks.CharBlock(label=_("Text"), max_length=300)

    class Meta:
        description = _("A heading inside the text, numbered or not.")
        preview_template = "desk/preview_clause.html"
        preview_value = {"anchor": "part-1", "label": "1", "text": _("Principles")}
        icon = "h2"
        label = _("Heading")


class RecitalBlock(blocks.StructBlock):
    anchor = AnchorBlock()
    text = blocks.RichTextBlock(label=_("Text"), features=CLAUSE_FEATURES)

    class Meta:
        description = _("A reason given before the text decides: “Recalling…”, “Considering…”.")
        preview_template = "desk/preview_clause.html"
        preview_value = partial(_sample, "", gettext_noop("Recalling the Charter of the United Nations,"))
        icon = "openquote"
        label = _("Recital of the preamble")


class ParagraphBlock(blocks.StructBlock):
    anchor = AnchorBlock()
    label = LabelBlock()
    text = blocks.RichTextBlock(label=_("Text"), features=CLAUSE_FEATURES)
    subparagraphs = blocks.ListBlock(SubparagraphBlock(), label=_("Sub-paragraphs"), default=[])

    class Meta:
        description = _("What the text decides: numbered, with sub-paragraphs (a) and items (i).")
        preview_template = "desk/preview_clause.html"
        preview_value = partial(_sample, "1", gettext_noop("The participants share what they know."))
        icon = "list-ol"
        label = _("Operative paragraph")


class AnnexBlock(blocks.StructBlock):
    anchor = AnchorBlock()
    label = LabelBlock()
    title = blocks.CharBlock(label=_("Title"), max_length=300)
    text = blocks.RichTextBlock(label=_("Text"), features=[*CLAUSE_FEATURES, "ol", "ul"])

    class Meta:
        description = _("What is attached to the text.")
        preview_template = "desk/preview_clause.html"
        preview_value = partial(_sample, "A", gettext_noop("The list of members."), title=gettext_noop("Annex"))
        icon = "doc-full"
        label = _("Annex")


class ClausesBlock(blocks.StreamBlock):
    title = TitleBlock()
    recital = RecitalBlock()
    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    annex = AnnexBlock()

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        fill_addresses(cleaned)
        if errors := duplicate_errors(cleaned):
            raise blocks.StreamBlockValidationError(block_errors=errors)
        return cleaned
