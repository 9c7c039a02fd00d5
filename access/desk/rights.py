"""What may an editor do with a page? Nothing with one they may not read, whatever their group may do elsewhere."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import GroupPagePermission, Page, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from access import current
from access.policy import open_works, readable
from access.principals import Principal, principal_of
from access.working import page_rights


class OpenPagePermissionTester(PagePermissionTester):
    """Wagtail's rights, for pages that are open to the person."""

    def __init__(self, user: AbstractBaseUser, page: Page) -> None:
        super().__init__(user, page)
        if not is_open_to(user, page):
            # Of the rights, only these two are asked: what the groups give, and whether all are given.
            self.user = ClosedUser(user)
            self.permissions: set[str] = set()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Nobody deletes below a page what they may not read."""
        return bool(super().can_delete(ignore_bulk)) and (self.page.is_leaf() or self._is_open_below())

    def _is_open_below(self) -> bool:
        below = Page.objects.filter(path__startswith=self.page.path).order_by()
        return not below.exclude(pk__in=readable(reader_of(self.user), Page.objects.order_by()).values("pk")).exists()


class ClosedUser:
    """The person as far as one closed page is concerned: without any right."""

    is_active = False
    is_superuser = False

    def __init__(self, user: AbstractBaseUser) -> None:
        self._user = user

    def __getattr__(self, name: str) -> Any:
        return getattr(self._user, name)


def permissions_for_user(page: Page, user: AbstractBaseUser) -> OpenPagePermissionTester:
    return OpenPagePermissionTester(user, page)


def is_open_to(user: AbstractBaseUser, page: Page) -> bool:
    """A page that is not saved yet is as open as where it will stand."""
    if page.pk is None or page.depth == 1:
        return True
    return page.translation_key in open_works(reader_of(user), [page.translation_key])


def reader_of(user: AbstractBaseUser) -> Principal:
    """The one of the request, who keeps what was found out, when it is the same person."""
    reader = current.principal()
    return reader if reader.user.pk == user.pk else principal_of(user)


class OpenPagePermissionPolicy(PagePermissionPolicy):
    """What Wagtail lists at the desk, finds and reports, of what is open to the person, by groups and own grants."""

    def get_all_permissions_for_user(self, user: AbstractBaseUser) -> list[GroupPagePermission]:
        rights = list(super().get_all_permissions_for_user(user))
        return rights + page_rights(user) if user.is_active and user.is_authenticated else rights

    def user_has_any_permission_for_instance(self, user: AbstractBaseUser, actions: set[str], instance: Page) -> bool:
        return is_open_to(user, instance) and super().user_has_any_permission_for_instance(user, actions, instance)

    def instances_user_has_any_permission_for(self, user: AbstractBaseUser, actions: set[str]) -> PageQuerySet:
        return open_to(user, super().instances_user_has_any_permission_for(user, actions))

    def explorable_instances(self, user: AbstractBaseUser) -> PageQuerySet:
        return open_to(user, super().explorable_instances(user))


def open_to(user: AbstractBaseUser, rows: QuerySet) -> QuerySet:
    """As a condition on the key, the only one that a search understands."""
    model = Page if issubclass(rows.model, Page) else rows.model
    return rows.filter(pk__in=readable(reader_of(user), model.objects.order_by()).values_list("pk", flat=True))


def open_in_explorer(parent: Page, pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Also keeps the name of a closed page from standing above the list of what lies below it."""
    if not is_open_to(request.user, parent):
        raise PermissionDenied
    return open_in_chooser(pages, request)


def open_in_chooser(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return open_to(request.user, pages)
