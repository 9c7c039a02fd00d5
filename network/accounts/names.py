"""What is a person called here? Never by the hidden user name."""

from django.contrib.auth.models import AbstractUser


def display_name(user: AbstractUser) -> str:
    return user.get_full_name() or user.email
