"""How does an editor choose persons? By name and address: user names are random."""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import QuerySet

from access.names import name_of


def people() -> QuerySet:
    return get_user_model().objects.filter(is_active=True).order_by("last_name", "first_name", "email")


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, person: User) -> str:
        return name_of(person)


class PersonsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, person: User) -> str:
        return name_of(person)
