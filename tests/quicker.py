"""What makes every test quicker and leaves nothing out?"""

import gc
from collections.abc import Iterator

import pytest
from django.template import Context, Template
from django.test.signals import template_rendered
from django.utils.safestring import SafeString


def render_and_note_whole_pages(template: Template, context: Context) -> SafeString:
    """Django's test client notes each included template with a copy of its context, of which a form has thousands."""
    if context.template is template:
        template_rendered.send(sender=template, template=template, context=context)
    return template.nodelist.render(context)


@pytest.fixture(scope="session", autouse=True)
def quicker(django_test_environment: None) -> Iterator[None]:
    """`response.context` is that of the page. What was there before the first test is never garbage."""
    Template._render = render_and_note_whole_pages
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
