"""Who must have a second factor, and who has one?"""

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from access.working import guests

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def editors() -> QuerySet:
    """Everyone with a right at the desk, guest editors included."""
    users = get_user_model().objects
    right = {"codename": "access_admin", "content_type__app_label": "wagtailadmin"}
    groups = {f"groups__permissions__{name}": value for name, value in right.items()}
    own = {f"user_permissions__{name}": value for name, value in right.items()}
    return users.filter(Q(is_superuser=True) | Q(**groups) | Q(**own) | Q(pk__in=guests().values("pk")))


def lacks_second_factor(user: AbstractBaseUser) -> bool:
    """An editor without one; a single query."""
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    return bool(editors().filter(~Exists(factor), pk=user.pk).exists())
