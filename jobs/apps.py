"""The room of what is still to be done."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "jobs"
