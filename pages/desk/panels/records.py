"""The forms of people, organisations and topics."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel

from pages.desk.forms import RecordForm
from pages.models import Organisation, Person, Topic

_NAMES_HELP = _("One row per language. A language without a row shows the name of another.")

PERSON: list[Panel] = [
    InlinePanel("names", heading=_("Names"), label=_("Name"), min_num=1, help_text=_NAMES_HELP),
    MultiFieldPanel(
        [
            FieldPanel("slug"),
            FieldPanel("country"),
            FieldRowPanel([FieldPanel("orcid"), FieldPanel("website")]),
            FieldPanel("photo"),
        ],
        heading=_("The person"),
    ),
]
ORGANISATION: list[Panel] = [
    InlinePanel("names", heading=_("Names"), label=_("Name"), min_num=1, help_text=_NAMES_HELP),
    MultiFieldPanel(
        [
            FieldPanel("slug"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("country")]),
            FieldPanel("website"),
            FieldPanel("logo"),
        ],
        heading=_("The organisation"),
    ),
]
TOPIC: list[Panel] = [
    InlinePanel("labels", heading=_("Labels"), label=_("Label"), min_num=1, help_text=_NAMES_HELP),
    MultiFieldPanel(
        [
            FieldPanel("name", help_text=_("The working name, shown to editors in lists.")),
            FieldPanel("slug"),
            FieldPanel("broader"),
        ],
        heading=_("Place in the tree"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("scheme"), FieldPanel("external_id")]), FieldPanel("wikidata")],
        heading=_("The same topic elsewhere"),
        help_text=_("Only when the topic is that of another list, for instance IPTC's."),
    ),
]


def install() -> None:
    for model, panels in ((Person, PERSON), (Organisation, ORGANISATION), (Topic, TOPIC)):
        model.panels = panels
        model.base_form_class = RecordForm
