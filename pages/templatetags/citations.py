"""`{% citation page as cited %}`: the reference of a page and the addresses of its forms."""

from django import template

from pages.addresses import page_url
from pages.citations.forms import FORMS
from pages.citations.prose import citation_html
from pages.models import BasePage

register = template.Library()


@register.simple_tag
def citation(page: BasePage) -> dict[str, object]:
    links = [
        {"url": f"{page_url(page)}cite.{form.suffix}", "name": form.name, "content_type": form.content_type}
        for form in FORMS.values()
    ]
    return {"reference": citation_html(page), "links": links}
