"""The content tab of the home page, listings, plain pages and news."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
    Panel,
)

from pages.desk.forms import DeskPageForm
from pages.desk.panels.common import heading_panels
from pages.models import BasePage, HomePage, IndexPage, NewsPage, StandardPage

CONTENT: dict[type[BasePage], tuple[list[Panel], type[DeskPageForm]]] = {
    HomePage: (
        [
            *heading_panels(note=False),
            MultiFieldPanel(
                [PageChooserPanel("featured_declaration", "pages.DeclarationPage"), FieldPanel("featured_clause")],
                heading=_("Featured declaration"),
                help_text=_("Shown large on the home page, with one clause quoted."),
            ),
            FieldPanel("body"),
        ],
        DeskPageForm,
    ),
    IndexPage: ([*heading_panels(note=False), FieldPanel("lists"), FieldPanel("body")], DeskPageForm),
    StandardPage: ([*heading_panels(), FieldPanel("body")], DeskPageForm),
    NewsPage: (
        [
            *heading_panels(),
            MultiFieldPanel(
                [FieldPanel("date"), FieldRowPanel([FieldPanel("author"), FieldPanel("publisher")])],
                heading=_("When and by whom"),
            ),
            FieldPanel("body"),
            MultipleChooserPanel(
                "outcomes",
                chooser_field_name="outcome",
                heading=_("Works this is about"),
                label=_("Work"),
                help_text=_("The edition, declaration or paper; each of them then names this item."),
            ),
        ],
        DeskPageForm,
    ),
}
