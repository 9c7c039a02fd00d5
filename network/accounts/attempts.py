"""Where are attempts to sign in and used codes counted? In a cache that all processes share.

The accounts package counts in the default cache, which is one for each process unless another is named: a server of
two workers would take twice the attempts, and a code a second time.
"""

from allauth.core.internal import ratelimit
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import caches
from django.utils.connection import ConnectionProxy


def count_together() -> None:
    counted = ConnectionProxy(caches, "attempts")
    ratelimit.cache = counted
    totp.cache = counted
