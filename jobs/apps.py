"""The room of what is still to be done."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "jobs"

    def ready(self) -> None:
        from jobs import inline, queue

        queue.asked.connect(inline.asked)
