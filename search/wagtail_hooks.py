"""Where does the search hook into Wagtail's admin? Each hook only names the function that knows."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search.desk import report
from search.desk.synonyms import SynonymsViewSet

register_snippet(SynonymsViewSet)

hooks.register("register_admin_urls", lambda: report.urlpatterns)
hooks.register("register_reports_menu_item", report.menu_item)
