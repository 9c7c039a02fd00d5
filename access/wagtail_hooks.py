"""Where does access hook into Wagtail's admin? Each hook only names the function that knows."""

from collections.abc import Iterator

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from access.desk import api, audit, grants, moves, requests, rights, views

for module in (views, audit, grants, requests):
    hooks.register("register_admin_urls", lambda patterns=module.urlpatterns: patterns)
hooks.register("register_reports_menu_item", audit.menu_item)
hooks.register("register_reports_menu_item", grants.menu_item)
hooks.register("register_admin_menu_item", requests.menu_item)
# After those of documents and images.
hooks.register("construct_admin_api", api.register_endpoints, order=1)
hooks.register("before_move_page", moves.before_move)
hooks.register("before_copy_page", moves.before_copy)
hooks.register("before_convert_alias_page", moves.before_convert_alias)
hooks.register("before_bulk_action", moves.before_bulk_action)
hooks.register("after_bulk_action", moves.after_bulk_action)
hooks.register("construct_explorer_page_queryset", rights.open_in_explorer)
hooks.register("construct_page_chooser_queryset", rights.open_in_chooser)


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def access_button(
    page: Page, user: AbstractBaseUser, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    if page.depth > 1 and page.permissions_for_user(user).can_edit():
        yield Button(gettext("Access"), views.address_of(page), icon_name="lock", priority=55)
