"""Where does the desk hook into Wagtail's admin? Each hook only calls the module that knows."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from pages.desk import editions
from pages.desk.records import RecordsGroup

register_snippet(RecordsGroup)

hooks.register("register_admin_urls", lambda: editions.urlpatterns)
hooks.register("register_page_listing_more_buttons", editions.edition_buttons)
hooks.register("register_page_header_buttons", editions.edition_buttons)
