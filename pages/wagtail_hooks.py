"""Where does the desk hook into Wagtail's admin? Each hook only calls the module that knows."""

from wagtail.snippets.models import register_snippet

from pages.desk.records import RecordsGroup

register_snippet(RecordsGroup)
