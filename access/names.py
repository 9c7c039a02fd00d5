"""What is a person called at the desk and in the log? User names are random and say nothing."""

from django.contrib.auth.models import User


def name_of(person: User) -> str:
    """The name with the address, which tells apart people of the same name."""
    name = person.get_full_name()
    return f"{name} ({person.email})" if name and person.email else name or person.email or person.get_username()
