"""The content tab of a forum series, an edition and a session."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel

from pages.desk.forms import DeskPageForm
from pages.desk.panels.common import dates_panel, files_panel, heading_panels, organisations_panel, people_panel
from pages.models import BasePage, ForumEditionPage, ForumSeriesPage, SessionPage

SERIES: list[Panel] = [
    *heading_panels(),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("series_kind"), FieldPanel("acronym")]),
            FieldRowPanel([FieldPanel("founded"), FieldPanel("website")]),
            FieldRowPanel([FieldPanel("seat"), FieldPanel("country")]),
        ],
        heading=_("The forum"),
    ),
    organisations_panel(_("Who convenes it"), _("In the order in which they are to be named.")),
    FieldPanel("body"),
]

EDITION: list[Panel] = [
    *heading_panels(),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("number"), FieldPanel("length_days")]), FieldPanel("theme")],
        heading=_("The edition"),
    ),
    dates_panel(_("When")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("place"), FieldPanel("country")]),
            FieldPanel("venue"),
            FieldRowPanel([FieldPanel("edition_format"), FieldPanel("timezone")]),
        ],
        heading=_("Where"),
    ),
    MultiFieldPanel(
        [FieldPanel("level"), FieldPanel("level_text"), FieldPanel("patronage")],
        heading=_("Level"),
    ),
    organisations_panel(
        _("Organisers and partners"), _("With the role in which each took part, in the order of the programme.")
    ),
    people_panel(_("People"), _("Those with a part in the whole edition; speakers belong to their sessions.")),
    InlinePanel(
        "delegations",
        heading=_("Delegations"),
        label=_("Delegation"),
        help_text=_("A country or an organisation, one of the two; its head when the source names one."),
    ),
    InlinePanel(
        "figures",
        heading=_("Figures"),
        label=_("Figure"),
        help_text=_("As the source states them: “more than 300”, not 300."),
    ),
    FieldPanel("body"),
    files_panel(),
]

SESSION: list[Panel] = [
    *heading_panels(),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("session_kind"), FieldPanel("day")]),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("time_text"),
            FieldPanel("room"),
        ],
        heading=_("When and where"),
        help_text=_("Hours are those of the edition's time zone."),
    ),
    people_panel(_("Chair, speakers, rapporteur"), _("In the order in which they speak.")),
    FieldPanel("video_url"),
    FieldPanel("body"),
]

CONTENT: dict[type[BasePage], tuple[list[Panel], type[DeskPageForm]]] = {
    ForumSeriesPage: (SERIES, DeskPageForm),
    ForumEditionPage: (EDITION, DeskPageForm),
    SessionPage: (SESSION, DeskPageForm),
}
