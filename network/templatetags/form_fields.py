"""How does a field of a form stand in a page? Its direction from what it holds, and no text inside it."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()
LEFT_TO_RIGHT = {"email", "password", "number", "url", "tel"}


@register.filter
def widget(field: BoundField) -> SafeString:
    """E-mail addresses, passwords and codes run from left to right in every language."""
    attributes: dict[str, object] = {"placeholder": False}
    kind = getattr(field.field.widget, "input_type", "")
    if kind in LEFT_TO_RIGHT or field.name == "code":
        attributes["dir"] = "ltr"
    return field.as_widget(attrs=attributes)


@register.filter
def is_choice(field: BoundField) -> bool:
    return getattr(field.field.widget, "input_type", "") == "checkbox"
