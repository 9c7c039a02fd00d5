"""How does an editor name persons? By their addresses: no list of all accounts is shown to anybody.

An account without an address is named by its user name.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def address_of(person: User) -> str:
    return person.email or person.get_username()


def _person_at(address: str) -> User:
    is_theirs = Q(email__iexact=address) | Q(email="", username=address)
    found = get_user_model().objects.filter(is_theirs, is_active=True).first()
    if found is None:
        raise ValidationError(_("No account has the address %(address)s."), params={"address": address})
    return found


class PersonField(forms.CharField):
    """One account, by its address."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=254, **options)

    def clean(self, value: Any) -> User:
        return _person_at(super().clean(value))


class PersonsField(forms.CharField):
    """Accounts, an address a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20_000, widget=forms.Textarea(attrs={"rows": 4, "dir": "ltr"}), **options)

    def prepare_value(self, value: str | Iterable[User] | None) -> str | None:
        return value if value is None or isinstance(value, str) else "\n".join(sorted(map(address_of, value)))

    def clean(self, value: Any) -> list[User]:
        found, errors = [], []
        for address in dict.fromkeys(super().clean(value).replace(",", " ").replace(";", " ").split()):
            try:
                found.append(_person_at(address))
            except ValidationError as error:
                errors.append(error)
        if errors:
            raise ValidationError(errors)
        return found
