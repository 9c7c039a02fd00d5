"""Who is written to about the work on a page? Nobody to whom it is closed when the mail is sent."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from wagtail.admin import mail
from wagtail.admin.views.pages import edit
from wagtail.models import Page, TaskState, WorkflowState

from access.desk.rights import is_open_to

_recipients_by_wagtail = mail.EmailNotificationMixin.get_valid_recipients
_send_by_wagtail = edit.send_notification


def register() -> None:
    """In Wagtail's place, whose mails have no hook of their own."""
    mail.EmailNotificationMixin.get_valid_recipients = recipients_of_step
    edit.send_notification = send_comments


def recipients_of_step(
    notifier: mail.EmailNotificationMixin, instance: WorkflowState | TaskState, **more: Any
) -> set[AbstractBaseUser]:
    """Of the mail about a step of a workflow."""
    state = instance.workflow_state if isinstance(instance, TaskState) else instance
    return set(_among(_recipients_by_wagtail(notifier, instance, **more), state.content_object))


def send_comments(users: Iterable[AbstractBaseUser], notification: str, context: dict[str, Any]) -> bool:
    return _send_by_wagtail(_among(users, context["page"]), notification, context)


def _among(users: Iterable[AbstractBaseUser], subject: object) -> list[AbstractBaseUser]:
    return [user for user in users if not isinstance(subject, Page) or is_open_to(user, subject)]
