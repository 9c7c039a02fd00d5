"""Where do accounts differ from what the accounts package does by itself?"""

from base64 import urlsafe_b64encode
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context as request_context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.encoding import force_bytes
from django.utils.http import url_has_allowed_host_and_scheme

from network import mail


class AccountAdapter(DefaultAccountAdapter):
    """Mails in the reader's language and from the site's own address; user names that nobody sees."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = context.get("user") or owner_of(email)
        language = mail.language_of(user)
        site = SimpleNamespace(name=settings.WAGTAIL_SITE_NAME, domain=urlsplit(settings.SITE_URL).netloc)
        values = {name: _own(name, value, language) for name, value in context.items()}
        values.update(email=email, current_site=site)
        with mail.spoken(language):
            subject = render_to_string(f"{template_prefix}_subject.txt", values)
            text = render_to_string(f"{template_prefix}_message.txt", values)
        mail.send(email, subject=subject, text=text, language=language)

    def is_safe_url(self, url: str) -> bool:
        """Only addresses of this site, without naming it; and not the desk, which would send them back here, for
        those who are signed in and have no right there."""
        if not url_has_allowed_host_and_scheme(url, allowed_hosts=None):
            return False
        user = request_context.request.user
        is_shut_out = user.is_authenticated and not user.has_perm("wagtailadmin.access_admin")
        return not (is_shut_out and url.startswith(reverse("wagtailadmin_home")))

    def generate_unique_username(self, txts: list[str | None], regex: str | None = None) -> str:
        return get_random_string(24)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets are kept encrypted: a copy of the database alone opens no account."""

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(force_bytes(text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _keys().decrypt(force_bytes(encrypted_text)).decode()

    def _get_site_name(self) -> str:
        return str(settings.WAGTAIL_SITE_NAME)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The host of the site, or in a demonstration the one that was asked for."""
        host = urlsplit(settings.SITE_URL).hostname or ""
        if settings.MAIL_PAGE:
            host = request_context.request.get_host().partition(":")[0]
        return {"id": host, "name": self._get_site_name()}


def owner_of(email: str) -> AbstractBaseUser | None:
    address = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    return address.user if address else get_user_model().objects.filter(email__iexact=email).first()


def _own(name: str, value: Any, language: str) -> Any:
    return mail.own_address(value, language) if name.endswith("_url") and value else value


def _keys() -> MultiFernet:
    """Writes with today's key, and still reads what former ones wrote."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [
        salted_hmac("network.second_factor", "key", secret=each, algorithm="sha256").digest() for each in secrets
    ]
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
