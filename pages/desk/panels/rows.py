"""What is asked in each inline row: a role, a delegation, a figure, an author?"""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel, Panel

from pages import models

_PARTY: list[Panel] = [FieldRowPanel([FieldPanel("country"), FieldPanel("organisation")])]
_DATES: list[Panel] = [
    FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date"), FieldPanel("date_precision")]),
    FieldPanel("date_text"),
]

ROWS: dict[type[Model], list[Panel]] = {
    models.PageTopic: [FieldPanel("tag")],
    models.PageRelation: [FieldPanel("kind"), PageChooserPanel("target")],
    models.PersonRole: [FieldPanel("role"), FieldPanel("person")],
    models.OrganisationRole: [FieldPanel("role"), FieldPanel("organisation")],
    models.Delegation: [*_PARTY, FieldPanel("head"), FieldPanel("role")],
    models.Figure: [FieldPanel("kind"), FieldRowPanel([FieldPanel("qualifier"), FieldPanel("number")])],
    models.Adherence: [*_PARTY, FieldPanel("capacity"), *_DATES, FieldPanel("note")],
    models.Authorship: [FieldPanel("person"), FieldPanel("organisation")],
    models.WorkFile: [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("title", help_text=_("Empty: the file's own."))]),
    ],
    models.Addressee: [*_PARTY, FieldPanel("group")],
    models.ProgressRecord: [FieldPanel("text"), FieldPanel("organisation"), *_DATES, FieldPanel("evidence_url")],
    models.RelatedOutcome: [PageChooserPanel("outcome")],
    models.PersonName: [
        FieldRowPanel([FieldPanel("language"), FieldPanel("name")]),
        FieldPanel("position"),
        FieldPanel("biography"),
    ],
    models.OrganisationName: [
        FieldRowPanel([FieldPanel("language"), FieldPanel("name"), FieldPanel("acronym")]),
        FieldPanel("description"),
    ],
    models.TopicLabel: [
        FieldRowPanel([FieldPanel("language"), FieldPanel("preferred")]),
        FieldPanel("alternatives"),
        FieldPanel("definition"),
    ],
}
