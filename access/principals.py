"""Who asks? A principal is a set of tokens; anonymous readers and superusers are no special cases."""

from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, Group
from django.db.models import Exists, OuterRef

from access.classes import ANYONE, EDITOR, MEMBER, SUPERUSER, Reach, reach

MEMBERS = "Members"


@dataclass(eq=False)
class Principal:
    """Made anew for each request, and keeps for its length what may be read."""

    tokens: frozenset[str]
    user: AbstractBaseUser | AnonymousUser
    group_ids: frozenset[int] = frozenset()
    # Which works were asked about one by one, and whether they are open.
    opened: dict[UUID, bool] = field(default_factory=dict)

    @property
    def is_anonymous(self) -> bool:
        return self.user.pk is None

    @cached_property
    def reach(self) -> Reach:
        return reach(self.tokens, self.user.pk, self.group_ids)


def anonymous() -> Principal:
    return Principal(frozenset({ANYONE}), AnonymousUser())


def principal_of(user: AbstractBaseUser | AnonymousUser) -> Principal:
    """One query, for the groups. Who was suspended, or is not saved, is anyone."""
    if not user.is_authenticated or not user.is_active or user.pk is None:
        return anonymous()
    opens_desk = Group.permissions.through.objects.filter(
        group_id=OuterRef("pk"),
        permission__content_type__app_label="wagtailadmin",
        permission__codename="access_admin",
    )
    groups = list(user.groups.annotate(opens_desk=Exists(opens_desk)).values_list("pk", "name", "opens_desk"))
    tokens = {ANYONE}
    tokens |= {MEMBER for _pk, name, _opens in groups if name == MEMBERS}
    tokens |= {EDITOR for _pk, _name, opens in groups if opens}
    tokens |= {SUPERUSER for yes in (user.is_superuser,) if yes}
    return Principal(frozenset(tokens), user, frozenset(pk for pk, _name, _opens in groups))
