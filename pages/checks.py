"""Do the parts of the room fit together? Django's system checks hold what no single file can see."""

from collections.abc import Iterator

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.blocks import Block, StreamBlock

from pages.models import BasePage


def check_page_types(**kwargs: object) -> list[CheckMessage]:
    """Every type of page has a view and a place in the tree, and leaves to the policy who may read it."""
    return [problem for model in _page_types() for problem in _problems_of(model)]


def check_block_templates(**kwargs: object) -> list[CheckMessage]:
    """Every template that a block of a page names is there."""
    named = {
        block.meta.template for stream in _streams() for block in _blocks(stream) if hasattr(block.meta, "template")
    }
    return [
        Error(f"A block names the template {name}, which does not exist.", id="pages.E004")
        for name in sorted(filter(None, named))
        if not _is_there(name)
    ]


def _page_types() -> list[type[BasePage]]:
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def _problems_of(model: type[BasePage]) -> Iterator[CheckMessage]:
    if not hasattr(model, "view"):
        yield Error("No view shows pages of this type.", "Register one: pages.views.registry.", model, "pages.E001")
    for rule in ("parent_page_types", "subpage_types"):
        if rule not in vars(model):
            yield Error(f"This type of page may stand anywhere: state {rule}.", None, model, "pages.E002")
    if model.private_page_options:
        yield Error("Pages of this type can be restricted in Wagtail's dialog.", None, model, "pages.E003")


def _streams() -> Iterator[StreamBlock]:
    for model in _page_types():
        yield from (field.stream_block for field in model._meta.get_fields() if hasattr(field, "stream_block"))


def _blocks(block: Block) -> Iterator[Block]:
    """The block and those within it."""
    yield block
    inner = getattr(block, "child_blocks", None)
    children = inner.values() if inner else filter(None, [getattr(block, "child_block", None)])
    for child in children:
        yield from _blocks(child)


def _is_there(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True
