"""What does every type's form share: title, dates, the catalogue, the publishing tab?"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TitleFieldPanel,
)
from wagtail.admin.panels.comment_panel import CommentPanel

from pages.desk.panels.named_on import RelationsFromPanel


def heading_panels(*, note: bool = True) -> list[Panel]:
    """Title and summary, and the notice above the text."""
    panels = [TitleFieldPanel("title"), FieldPanel("summary")]
    return [*panels, FieldPanel("editorial_note")] if note else panels


def dates_panel(heading: str) -> MultiFieldPanel:
    """The dates with their precision, one idea over three lines."""
    return MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
            FieldPanel("date_precision"),
            FieldPanel("date_text"),
        ],
        heading=heading,
    )


def people_panel(heading: str, help_text: str) -> MultipleChooserPanel:
    return MultipleChooserPanel(
        "person_roles", chooser_field_name="person", heading=heading, label=_("Person"), help_text=help_text
    )


def organisations_panel(heading: str, help_text: str) -> MultipleChooserPanel:
    return MultipleChooserPanel(
        "organisation_roles",
        chooser_field_name="organisation",
        heading=heading,
        label=_("Organisation"),
        help_text=help_text,
    )


def files_panel() -> InlinePanel:
    return InlinePanel(
        "files", heading=_("Files"), label=_("File"), help_text=_("One for each language in which it exists.")
    )


def catalogue_tab() -> ObjectList:
    """What the page is about, what it is related to, and its image."""
    return ObjectList(
        [
            MultipleChooserPanel(
                "topic_links",
                chooser_field_name="tag",
                heading=_("Topics"),
                label=_("Topic"),
                help_text=_("Readers find the page under these. Choose the narrowest that fit, four at most."),
            ),
            FieldPanel(
                "keywords",
                help_text=_("For what no topic covers: names, places, free words."),
            ),
            InlinePanel(
                "relations",
                heading=_("Relations to other works"),
                label=_("Relation"),
                help_text=_("State it once, on this page: the other page shows it too."),
            ),
            RelationsFromPanel(heading=_("Named on")),
            MultiFieldPanel(
                [FieldPanel("listing_image"), FieldPanel("listing_image_alt")],
                heading=_("Image"),
                help_text=_("Describe what the image shows; the title is already beside it."),
            ),
        ],
        heading=_("Catalogue"),
    )


def publish_tab() -> ObjectList:
    """The address, what search engines are told, and when the page is public."""
    return ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel(
                        "slug",
                        help_text=_(
                            "Last part of the page's address. Arabic letters are welcome; once published, leave it."
                        ),
                    ),
                    FieldPanel("seo_title"),
                    FieldPanel("search_description"),
                ],
                heading=_("Address and search engines"),
            ),
            PublishingPanel(),
            CommentPanel(),
        ],
        heading=_("Promote and publish"),
    )
