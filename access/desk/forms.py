"""What does an editor set on one object, and whom do they let work on it?"""

import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from access.changing import Wanted
from access.desk.people import PersonField, PersonsField
from access.grants import RIGHTS
from access.models import Discovery, Setting


class WorkForm(forms.Form):
    person = PersonField(label=_("Person"), help_text=_("The e-mail address of the account."))
    right = forms.ChoiceField(
        label=_("Right"), choices=[("change_page", RIGHTS["change"]), ("publish_page", RIGHTS["publish"])]
    )
    until = forms.DateTimeField(label=_("Until"), required=False, widget=AdminDateTimeInput)

    def clean_until(self) -> datetime.datetime | None:
        until = self.cleaned_data["until"]
        if until and until <= timezone.now():
            raise ValidationError(_("This moment has passed."))
        return until


class AccessForm(forms.Form):
    setting = forms.ChoiceField(
        label=_("Who may read it"),
        required=False,
        choices=[("", _("As what it lies in")), *Setting.choices],
        widget=forms.RadioSelect,
    )
    groups = forms.ModelMultipleChoiceField(
        Group.objects.order_by("name"), label=_("Groups"), required=False, widget=forms.CheckboxSelectMultiple
    )
    persons = PersonsField(
        label=_("Persons"), required=False, help_text=_("The e-mail address of each account, one a line.")
    )
    starts_at = forms.DateTimeField(label=_("From"), required=False, widget=AdminDateTimeInput)
    ends_at = forms.DateTimeField(
        label=_("Until"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_("Before and after, only those who work at the desk read it."),
    )
    discovery = forms.ChoiceField(
        label=_("Who may know that it exists"),
        required=False,
        choices=Discovery.choices,
        help_text=_("They see the title and the summary, and can ask for access."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        starts, ends = data.get("starts_at"), data.get("ends_at")
        if starts and ends and starts >= ends:
            raise ValidationError({"ends_at": _("The end comes before the beginning.")})
        if data.get("setting") == Setting.NAMED and not (data.get("groups") or data.get("persons")):
            raise ValidationError({"groups": _("Name a group or a person, or choose another setting.")})
        return data

    def wanted(self) -> Wanted:
        """What was chosen; names, dates and discovery belong to a setting of its own."""
        data = self.cleaned_data
        if not data["setting"]:
            return Wanted()
        is_named = data["setting"] == Setting.NAMED
        return Wanted(
            data["setting"],
            data["discovery"],
            data["starts_at"],
            data["ends_at"],
            frozenset(data["groups"] if is_named else ()),
            frozenset(data["persons"] if is_named else ()),
        )

    @staticmethod
    def initial_of(wanted: Wanted) -> dict[str, Any]:
        return {
            "setting": wanted.setting,
            "discovery": wanted.discovery,
            "starts_at": wanted.starts_at,
            "ends_at": wanted.ends_at,
            "groups": [group.pk for group in wanted.groups],
            "persons": list(wanted.persons),
        }
