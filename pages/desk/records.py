"""How are people, organisations and topics listed, searched and chosen by editors?"""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column, UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from pages.models import Organisation, Person, Topic
from pages.models.records import LabelledRecord


def _named_in(code: str) -> Callable[[LabelledRecord], str]:
    def name(record: LabelledRecord) -> str:
        rows = getattr(record, record.labels_relation).all()
        return next((getattr(row, record.label_field) for row in rows if row.language == code), "")

    return name


def _name_columns() -> list[Column]:
    return [Column(f"name_{code}", label=name, accessor=_named_in(code)) for code, name in settings.LANGUAGES]


def with_names(model: type[LabelledRecord]) -> QuerySet:
    """The records with the names of every language, in one query more."""
    return model.objects.prefetch_related(model.labels_relation)


class RecordFilterForm(SearchFilterMixin, BaseFilterForm):
    """Narrows a chooser by name in any language."""

    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Name in any language")}),
    )


def _chooser(name: str, model: type[LabelledRecord]) -> type[SnippetChooserViewSet]:
    """A chooser whose rows come with their names and whose search reads every language."""
    mixin = {"filter_form_class": RecordFilterForm, "get_object_list": lambda self: with_names(model)}
    views = {
        "choose_view_class": type(f"Choose{name}", (ChooseView,), mixin),
        "choose_results_view_class": type(f"Choose{name}Results", (ChooseResultsView,), mixin),
    }
    return type(f"{name}Chooser", (SnippetChooserViewSet,), views)


class RecordViewSet(SnippetViewSet):
    """What the three listings share: a column for each language, and how often the record is used."""

    list_per_page = 50
    list_display = [
        "__str__",
        *_name_columns(),
        UsageCountColumn("usage_count", label=_("Used"), sort_key="usage_count", width="10%"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return with_names(self.model).annotate(usage_count=ReferenceIndex.usage_count_subquery(self.model))


class PersonViewSet(RecordViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    list_filter = ["country"]
    chooser_viewset_class = _chooser("Person", Person)


class OrganisationViewSet(RecordViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_filter = ["kind", "country"]
    chooser_viewset_class = _chooser("Organisation", Organisation)


class TopicViewSet(RecordViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_filter = ["scheme"]
    chooser_viewset_class = _chooser("Topic", Topic)


class RecordsGroup(SnippetViewSetGroup):
    """The menu of records: those of whom and of what the works speak."""

    items = (PersonViewSet, OrganisationViewSet, TopicViewSet)
    menu_label = _("Records")
    menu_name = "records"
    menu_icon = "list-ul"
    menu_order = 250
