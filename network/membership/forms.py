"""What is asked of somebody who applies, who is invited, and who vets?"""

import datetime
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import SignupForm
from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import AbstractUser
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.users.models import UserProfile

from network.accounts.forms import name_field
from network.membership.invitations import invitation_to, take_up_when_proved
from network.membership.models import today
from network.membership.queries import sponsor_with
from network.membership.verbs import apply
from pages.languages import current


def _organisation() -> forms.CharField:
    return name_field(_("Organisation and position"), "organization", max_length=250, required=False)


def _statement() -> forms.CharField:
    return forms.CharField(
        label=_("Why do you wish to join?"),
        max_length=2000,
        help_text=_("A few lines; those who decide read them."),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )


def _sponsor() -> forms.EmailField:
    return forms.EmailField(
        label=_("E-mail address of a member who knows you"),
        required=False,
        help_text=_("If you name one, that member can decide on your application; otherwise an administrator does."),
    )


class MembershipForm(forms.Form):
    """Somebody who has an account already."""

    organisation = _organisation()
    statement = _statement()
    sponsor_email = _sponsor()

    def apply(self, user: AbstractUser) -> None:
        """An open invitation is taken up instead, once the address that it went to is proved to be theirs."""
        if invited := invitation_to(user.email):
            take_up_when_proved(invited, user=user)
            return
        said = self.cleaned_data
        apply(
            user,
            organisation=said["organisation"],
            statement=said["statement"],
            sponsor=sponsor_with(said["sponsor_email"]),
            language=current(),
        )


class ApplicationForm(MembershipForm, SignupForm):
    """Somebody who has none: an account and an application in one."""

    first_name = name_field(_("First name"), "given-name")
    last_name = name_field(_("Last name"), "family-name")
    field_order = [
        "first_name",
        "last_name",
        "email",
        "organisation",
        "statement",
        "sponsor_email",
        "password1",
        "password2",
    ]

    def try_save(self, request: HttpRequest) -> tuple[AbstractUser | None, HttpResponse | None]:
        """How long the answer takes must not tell whether the address has an account: it costs what a new one does."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def custom_signup(self, request: HttpRequest, user: AbstractUser) -> None:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": current()})
        self.apply(user)


class NewAccountForm(forms.Form):
    """Somebody who was invited."""

    first_name = name_field(_("First name"), "given-name")
    last_name = name_field(_("Last name"), "family-name")
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=password_validators_help_text_html,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *arguments: Any, email: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.email = email

    def clean_password(self) -> str:
        return str(get_adapter().clean_password(self.cleaned_data["password"], get_user_model()(email=self.email)))


class VouchForm(forms.Form):
    """A sponsor's word."""

    reason = forms.CharField(
        label=_("What you know of this person"),
        max_length=1000,
        help_text=_("Kept with the decision, and told to the person."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )


def in_a_year() -> datetime.date:
    return today() + datetime.timedelta(days=365)


class ReasonForm(forms.Form):
    """At the desk: why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        required=False,
        help_text=_("Kept in the log, and told to the person."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class UntilForm(ReasonForm):
    until = forms.DateField(
        label=_("Member until"),
        required=False,
        initial=in_a_year,
        help_text=_("The last day; empty for no end."),
        widget=AdminDateInput,
    )
    field_order = ["until", "reason"]


class InvitationForm(UntilForm):
    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"dir": "ltr"}))
    name = name_field(_("Name"), "off", max_length=300)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    sponsor_email = forms.EmailField(
        label=_("Sponsor’s e-mail address"), required=False, widget=forms.EmailInput(attrs={"dir": "ltr"})
    )
    field_order = ["email", "name", "language", "sponsor_email", "until", "reason"]

    def clean_sponsor_email(self) -> AbstractUser | None:
        email = self.cleaned_data["sponsor_email"]
        sponsor = sponsor_with(email)
        if email and sponsor is None:
            raise forms.ValidationError(_("No member has this address."))
        return sponsor
