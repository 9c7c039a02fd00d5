"""What is a page called in lists?"""

from django import template

from pages.models import BasePage
from pages.naming import kind_name as name_of

register = template.Library()


@register.simple_tag
def kind_name(page: BasePage) -> str:
    """`Recommendation`, `Policy brief`, `Network`."""
    return name_of(page)
