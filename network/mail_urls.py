"""Where a demonstration shows the mails it would have sent."""

from django.urls import path

from network.accounts.mailbox import message, messages

urlpatterns = [
    path("", messages, name="mailbox"),
    path("<str:name>/", message, name="mail"),
]
