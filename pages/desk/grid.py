"""The grid of works and languages: what is missing, a draft, up to date, older than its source, and the way to it."""

from collections import OrderedDict
from collections.abc import Iterable

import django_filters
from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page, get_page_content_types
from wagtail.permissions import policy_registry

from access.current import principal
from access.policy import readable
from pages.models import ForumSeriesPage
from pages.queries.translation_status import Cell, Row, State, in_state, rows, sources

STATE_NAMES = {
    State.MISSING: _("missing"),
    State.DRAFT: _("draft"),
    State.CURRENT: _("up to date"),
    State.OLDER: _("older than its source"),
}
# A spreadsheet takes what begins so for a formula and runs it.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def series_written_first() -> QuerySet:
    forums = ForumSeriesPage.objects.filter(pk__in=sources(Page.objects.type(ForumSeriesPage)).values("pk"))
    return readable(principal(), forums)


class GridFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[(str(state), name) for state, name in STATE_NAMES.items()], method="filter_state"
    )
    language = django_filters.ChoiceFilter(
        label=_("in the language"), choices=settings.LANGUAGES, method="filter_language"
    )
    content_type = ContentTypeFilter(
        label=_("Type"), queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )
    series = django_filters.ModelChoiceFilter(
        label=_("Forum"), queryset=lambda request: series_written_first(), method="filter_series"
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def filter_state(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        return in_state(pages, value, language=self.data.get("language") or None)

    def filter_language(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """The language says where the state is looked for; alone, it shows what is not up to date there."""
        if self.data.get("state"):
            return pages
        return pages.exclude(pk__in=in_state(pages, State.CURRENT, language=value).values("pk"))

    def filter_series(self, pages: QuerySet, name: str, value: ForumSeriesPage) -> QuerySet:
        below = Q()
        for series_path in Page.objects.filter(translation_key=value.translation_key).values_list("path", flat=True):
            below |= Q(path__startswith=series_path)
        return pages.filter(below)


class GridView(ReportView):
    """Paged rows of works; thirty cost as many queries as three."""

    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    index_url_name = "desk_grid"
    index_results_url_name = "desk_grid_results"
    results_template_name = "desk/grid_results.html"
    filterset_class = GridFilterSet
    model = Page
    any_permission_required = ["add", "change", "publish"]
    is_searchable = True
    search_fields = ["title", "draft_title"]
    search_backend_name = None
    paginate_by = 50
    export_filename = "translations"
    list_export = ["title", "type", *(code for code, _name in settings.LANGUAGES)]
    export_headings = {"title": _("Title"), "type": _("Type"), **dict(settings.LANGUAGES)}

    def get_queryset(self) -> QuerySet:
        seen = self.permission_policy.explorable_instances(self.request.user)
        self.queryset = sources(seen).select_related("locale", "content_type").order_by("path")
        return super().get_queryset()

    def decorate_paginated_queryset(self, object_list: Iterable[Page]) -> list[Row]:
        return rows(object_list)

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        can_translate = self.request.user.has_perm("wagtail_localize.submit_translation")
        return {**context, "languages": settings.LANGUAGES, "can_translate": can_translate}

    def to_row_dict(self, item: Row) -> OrderedDict[str, str]:
        values = [item.source.get_admin_display_title(), str(get_content_type_label(item.source.content_type))]
        values += [str(STATE_NAMES[cell.state]) for cell in item.cells]
        return OrderedDict(zip(self.list_export, map(harmless, values), strict=True))


def harmless(value: str) -> str:
    """`value` so that no spreadsheet runs it as a formula."""
    return f"'{value}" if value.startswith(_FORMULA_SIGNS) else value


def cell_action(row: Row, cell: Cell, *, can_translate: bool) -> tuple[str, str] | None:
    """Where a cell leads (address, what is done there); None when there is nothing this editor can do."""
    if cell.page is not None:
        label = _("Bring up to date") if cell.state == State.OLDER else _("Edit")
        return reverse("wagtailadmin_pages:edit", args=[cell.page.pk]), label
    if not can_translate:
        return None
    address = reverse("wagtail_localize:submit_page_translation", args=[row.source.pk])
    return f"{address}?select_locale={cell.language}", _("Translate")


class GridMenuItem(MenuItem):
    """Shown to whoever may open the grid."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Page)
        return bool(policy.user_has_any_permission(request.user, GridView.any_permission_required))


def menu_item() -> GridMenuItem:
    return GridMenuItem(
        _("Translations"),
        reverse("desk_grid"),
        name="translations",
        icon_name="wagtail-localize-language",
        order=260,
    )


urlpatterns = [
    path("desk/translations/", GridView.as_view(), name="desk_grid"),
    path("desk/translations/results/", GridView.as_view(results_only=True), name="desk_grid_results"),
]
