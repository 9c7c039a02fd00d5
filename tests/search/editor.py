"""An editor in a process of their own: `python -m tests.search.editor publish 60`."""

import sys
import time

import django


def publish(count: str) -> None:
    """So many pages, none of which this process brings into the index."""
    from django.conf import settings

    settings.JOBS_INLINE = False
    _publish(int(count))


def publish_and_stay(count: str) -> None:
    """Like a process that serves readers: what it asked for is done beside it, with no worker at all."""
    from jobs.models import Job

    _publish(int(count))
    until = time.monotonic() + 30
    while Job.objects.exists() and time.monotonic() < until:
        time.sleep(0.05)
    if Job.objects.exists():
        sys.exit("nobody did it")


def rebuild_slowly() -> None:
    """With a line for each few entries, and a moment after it."""
    from django.core.management import call_command

    from search import rebuilding
    from search.progress import Progress

    rebuilding.BATCH = 10
    say = Progress.__call__

    def say_and_wait(progress: Progress, count: int) -> None:
        say(progress, count)
        time.sleep(0.1)

    Progress.__call__ = say_and_wait  # type: ignore[method-assign]
    call_command("rebuild_search")


def _publish(count: int) -> None:
    from django.db import transaction
    from wagtail.models import Page

    from pages.models import HomePage, StandardPage

    home = HomePage.objects.get(locale__language_code="en")
    with transaction.atomic():
        for number in range(count):
            slug = f"page-{time.time_ns()}"
            page = StandardPage(title=f"Page {number}", slug=slug, summary="Diplomacy first.", locale=home.locale)
            Page.objects.get(pk=home.pk).add_child(instance=page)


if __name__ == "__main__":
    django.setup()
    {"publish": publish, "publish_and_stay": publish_and_stay, "rebuild_slowly": rebuild_slowly}[sys.argv[1]](
        *sys.argv[2:]
    )
