"""How do the tests close a page to some readers?"""

from access.changing import Wanted, set_access
from access.models import PageAssignment
from pages.models import BasePage


def close(page: BasePage, setting: str, **fields: object) -> int:
    """The number of the class that the page has then."""
    set_access(page, Wanted(setting=setting, **fields), by=None)
    return PageAssignment.objects.get(page=page.pk).access_class_id
