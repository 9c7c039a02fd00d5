"""The list of all changes of access, for auditors; as a spreadsheet, nothing in it is run as a formula."""

from collections import OrderedDict

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from access.grants import harmless
from access.models import AuditEntry

AUDIT = "access.view_auditentry"
# What the log calls what was done, in the words of the desk.
ACTIONS = {
    "set access": _("set who may read"),
    "grant": _("gave a right"),
    "revoke": _("took a right back"),
    "grant request": _("granted a request"),
    "refuse request": _("refused a request"),
    "let more read": _("let more people read"),
    "move": _("moved"),
    "copy access": _("copied with its rules"),
}


class AuditView(ReportView):
    model = AuditEntry
    page_title = _("Changes of access")
    header_icon = "lock"
    index_url_name = "access_audit"
    index_results_url_name = "access_audit_results"
    permission_required = AUDIT
    columns = [
        DateColumn("at", label=_("When")),
        Column("actor", label=_("Who")),
        Column("action", label=_("What"), accessor=lambda entry: ACTIONS.get(entry.action, entry.action)),
        Column("object_name", label=_("Object")),
        Column("before", label=_("Before")),
        Column("after", label=_("After")),
    ]
    list_export = ["at", "actor", "action", "object_kind", "object_key", "object_name", "before", "after"]

    def user_has_permission(self, permission: str) -> bool:
        return bool(self.request.user.has_perm(AUDIT))

    def get_base_queryset(self) -> QuerySet:
        return AuditEntry.objects.all()

    def to_row_dict(self, item: AuditEntry) -> OrderedDict[str, str]:
        return OrderedDict((name, harmless(str(getattr(item, name)))) for name in self.list_export)


class AuditMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(AUDIT))


def menu_item() -> AuditMenuItem:
    return AuditMenuItem(_("Changes of access"), reverse("access_audit"), name="access-audit", icon_name="lock")


urlpatterns = [
    path("access/changes/", AuditView.as_view(), name="access_audit"),
    path("access/changes/results/", AuditView.as_view(results_only=True), name="access_audit_results"),
]
