"""How does an editor choose persons? By name and address: user names are random."""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet


def people() -> QuerySet:
    return get_user_model().objects.filter(is_active=True).order_by("last_name", "first_name", "email")


def name_of(person: AbstractBaseUser) -> str:
    name = person.get_full_name()
    return f"{name} ({person.email})" if name else person.email or person.get_username()


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, person: AbstractBaseUser) -> str:
        return name_of(person)


class PersonsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, person: AbstractBaseUser) -> str:
        return name_of(person)
