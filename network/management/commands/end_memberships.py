"""Ends the memberships whose date has passed, and has their owners told; access ended at that date anyway."""

from django.core.management.base import BaseCommand

from network.membership.models import Membership, today
from network.membership.states import State
from network.membership.verbs import end_when_over


class Command(BaseCommand):
    help = "Ends memberships whose date has passed and sends the mails; may be run daily."

    def handle(self, *args: object, **options: object) -> None:
        for membership in Membership.objects.filter(state=State.MEMBER, until__lt=today()):
            end_when_over(membership)
