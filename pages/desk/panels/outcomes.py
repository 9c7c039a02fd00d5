"""The content tab of declarations, recommendations and papers."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
    Panel,
)

from pages.desk.forms import DeclarationForm, DeskPageForm, RecommendationForm
from pages.desk.panels.common import dates_panel, files_panel, heading_panels
from pages.models import BasePage, DeclarationPage, RecommendationPage, ResearchPaperPage

DECLARATION: list[Panel] = [
    *heading_panels(),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("short_title"), FieldPanel("reference")]),
            FieldRowPanel([FieldPanel("status"), FieldPanel("text_status")]),
            FieldPanel("subject"),
        ],
        heading=_("The text"),
        help_text=_("Say “summary” unless the clauses below are the adopted words: readers are told which it is."),
    ),
    dates_panel(_("Date of adoption")),
    MultiFieldPanel(
        [
            FieldPanel("adopted_by"),
            FieldRowPanel([FieldPanel("place"), FieldPanel("country")]),
            PageChooserPanel("edition", "pages.ForumEditionPage"),
            FieldPanel("authentic_languages"),
        ],
        heading=_("Adoption"),
    ),
    FieldPanel("introduction"),
    FieldPanel("clauses"),
    FieldPanel("eligibility"),
    InlinePanel(
        "adherences",
        heading=_("Adherents"),
        label=_("Adherent"),
        help_text=_("A country or an organisation, one of the two, in the order of adhering."),
    ),
    files_panel(),
]

RECOMMENDATION: list[Panel] = [
    *heading_panels(),
    FieldRowPanel([FieldPanel("code"), FieldPanel("due_date")]),
    FieldPanel("text"),
    MultiFieldPanel(
        [
            PageChooserPanel("source", ["pages.DeclarationPage", "pages.SessionPage", "pages.ForumEditionPage"]),
            FieldPanel("source_clause"),
        ],
        heading=_("Where it comes from"),
    ),
    InlinePanel(
        "addressees",
        heading=_("Addressees"),
        label=_("Addressee"),
        help_text=_("A country, an organisation, or a group in words: one of the three in each row."),
    ),
    FieldPanel("body"),
    MultiFieldPanel(
        [FieldPanel("progress"), InlinePanel("progress_records", label=_("Step"))],
        heading=_("What came of it"),
        help_text=_("Only what can be shown: each step with its date and its evidence."),
    ),
]

PAPER: list[Panel] = [
    *heading_panels(),
    FieldPanel("paper_kind"),
    InlinePanel(
        "authorships",
        heading=_("Authors"),
        label=_("Author"),
        help_text=_("In the order of the title page; a person with an affiliation, or an organisation alone."),
    ),
    FieldPanel("abstract"),
    FieldPanel("body"),
    files_panel(),
    dates_panel(_("Date of publication")),
    MultiFieldPanel(
        [
            FieldPanel("publisher"),
            FieldRowPanel([FieldPanel("series_title"), FieldPanel("series_number")]),
            FieldRowPanel([FieldPanel("doi"), FieldPanel("licence")]),
        ],
        heading=_("Publication"),
        help_text=_("From these the page makes its citation."),
    ),
    FieldPanel("references"),
]

CONTENT: dict[type[BasePage], tuple[list[Panel], type[DeskPageForm]]] = {
    DeclarationPage: (DECLARATION, DeclarationForm),
    RecommendationPage: (RECOMMENDATION, RecommendationForm),
    ResearchPaperPage: (PAPER, DeskPageForm),
}
