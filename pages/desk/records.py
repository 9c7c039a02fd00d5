"""How are people, organisations and topics listed, searched and chosen by editors?"""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from pages.models import Organisation, Person, Topic
from pages.models.records import LabelledRecord

PERSON_SEARCH = ["slug", "names__name"]
ORGANISATION_SEARCH = ["slug", "names__name", "names__acronym"]
TOPIC_SEARCH = ["name", "labels__preferred", "labels__alternatives"]


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


def matching(records: QuerySet, words: str, paths: list[str]) -> QuerySet:
    """The `records` that have each of the `words` in one of their names, whatever the language."""
    for word in words.split():
        anywhere = Q()
        for path in paths:
            anywhere |= Q(**{f"{path}__icontains": word})
        records = records.filter(pk__in=records.model.objects.filter(anywhere).values("pk"))
    return records


class RecordFilterForm(BaseFilterForm):
    """Narrows a chooser by name in any language."""

    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Name in any language")}),
    )
    paths: list[str] = []

    def filter(self, objects: QuerySet) -> QuerySet:
        words = self.cleaned_data.get("q") or ""
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return matching(objects, words, self.paths)


def _chooser(name: str, model: type[LabelledRecord], paths: list[str]) -> type[SnippetChooserViewSet]:
    """A chooser whose rows come with their names and whose search reads every language."""
    form = type(f"{name}FilterForm", (RecordFilterForm,), {"paths": paths})
    mixin = {"filter_form_class": form, "get_object_list": lambda self: with_names(model)}
    views = {
        "choose_view_class": type(f"Choose{name}", (ChooseView,), mixin),
        "choose_results_view_class": type(f"Choose{name}Results", (ChooseResultsView,), mixin),
    }
    return type(f"{name}Chooser", (SnippetChooserViewSet,), views)


class RecordViewSet(SnippetViewSet):
    """What the three listings share: a column for each language, and how often the record is used."""

    search_backend_name = None
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
    search_fields = PERSON_SEARCH
    list_filter = ["country"]
    chooser_viewset_class = _chooser("Person", Person, PERSON_SEARCH)


class OrganisationViewSet(RecordViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    search_fields = ORGANISATION_SEARCH
    list_filter = ["kind", "country"]
    chooser_viewset_class = _chooser("Organisation", Organisation, ORGANISATION_SEARCH)


class TopicViewSet(RecordViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    search_fields = TOPIC_SEARCH
    list_filter = ["scheme"]
    chooser_viewset_class = _chooser("Topic", Topic, TOPIC_SEARCH)


class RecordsGroup(SnippetViewSetGroup):
    """The menu of records: those of whom and of what the works speak."""

    items = (PersonViewSet, OrganisationViewSet, TopicViewSet)
    menu_label = _("Records")
    menu_name = "records"
    menu_icon = "list-ul"
    menu_order = 250
