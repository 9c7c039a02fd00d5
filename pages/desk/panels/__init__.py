"""Which fields does an editor see for each type, in which order and group?

The models know nothing of the desk; `install()` lays the panels on them when the app is ready.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, TabbedInterface

from pages.desk.panels import forum, outcomes, records, site
from pages.desk.panels.common import catalogue_tab, publish_tab
from pages.desk.panels.rows import ROWS


def install() -> None:
    """Give every page type, record and inline row its panels."""
    for row_model, panels in ROWS.items():
        row_model.panels = panels
    for room in (site, forum, outcomes):
        for page_model, (content, form) in room.CONTENT.items():
            page_model.edit_handler = TabbedInterface(
                [ObjectList(content, heading=_("Content")), catalogue_tab(), publish_tab()], base_form_class=form
            )
    records.install()
