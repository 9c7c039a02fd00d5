"""What does a person say of themselves?"""

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_AN_ADDRESS = re.compile(r"[/@<>\\]|www\.|\w\.\w{2}", re.IGNORECASE)


def no_address(text: str) -> None:
    """Names stand in mails to others: nobody may send them a link that way."""
    if _AN_ADDRESS.search(text):
        raise ValidationError(_("A name without an address, please."))


def name_field(label: str, autocomplete: str, *, max_length: int = 150, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=max_length,
        required=required,
        validators=[no_address],
        widget=forms.TextInput(attrs={"autocomplete": autocomplete, "dir": "auto"}),
    )


class DetailsForm(forms.Form):
    first_name = name_field(_("First name"), "given-name")
    last_name = name_field(_("Last name"), "family-name")
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, help_text=_("Of mails, and of the desk for editors.")
    )
