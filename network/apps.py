"""The room of accounts and members."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "network"
    verbose_name = _("Network")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from network import signals
        from network.accounts.attempts import count_together
        from network.membership import signals as membership_signals

        count_together()
        signals.connect()
        membership_signals.connect()
