"""Where does the desk hook into Wagtail's admin? Each hook only names the function that knows."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from pages.demonstration.loader import history
from pages.desk import editions, grid, guards, home, versions
from pages.desk.clauses import buttons as clause_buttons
from pages.desk.clauses import views as clause_views
from pages.desk.records import RecordsGroup

register_snippet(RecordsGroup)

hooks.register("register_admin_viewset", guards.WorkViewSet)
for module in (editions, grid, versions, guards, clause_views):
    hooks.register("register_admin_urls", lambda patterns=module.urlpatterns: patterns, order=-1)
for place in ("register_page_listing_more_buttons", "register_page_header_buttons"):
    hooks.register(place, editions.edition_buttons)
    hooks.register(place, versions.version_buttons)
    hooks.register(place, clause_buttons.import_buttons)
hooks.register("register_admin_menu_item", grid.menu_item)
hooks.register("register_log_actions", history.register)
hooks.register("construct_homepage_panels", home.lay_start_page)
hooks.register("construct_homepage_summary_items", home.count_open_pages, order=1)
hooks.register("before_bulk_action", guards.before_bulk_action)
# Before the translation package's own hook, which answers the request.
hooks.register("before_edit_page", guards.before_edit_translation, order=-1)
hooks.register("after_publish_page", lambda request, page: versions.offer_other_languages(request, page, "publish"))
hooks.register(
    "after_unpublish_page", lambda request, page: versions.offer_other_languages(request, page, "unpublish")
)


@hooks.register("insert_global_admin_css")
def desk_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("desk/desk.css"))


@hooks.register("insert_global_admin_js")
def text_direction() -> SafeString:
    return format_html('<script src="{}"></script>', static("desk/direction.js"))


@hooks.register("insert_global_admin_js")
def pasted_tables() -> SafeString:
    told = gettext(
        "A table was pasted: its words were kept, its rows and columns were not. A table is a block of its own."
    )
    return format_html('<script src="{}" data-told="{}"></script>', static("desk/tables.js"), told)


@hooks.register("construct_reports_menu")
def one_grid_of_translations(request: object, items: list[MenuItem]) -> None:
    """The translation package's report knows only what was submitted to it; ours stands in the main menu."""
    items[:] = [item for item in items if item.name != "translations"]
