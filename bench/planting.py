"""Writes thousands of pages in seconds: the rows as the tree library would write them, in bulk, without signals."""

import uuid
from collections.abc import Callable, Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Page

from bench.corpus import Node

ToPage = Callable[[Node], Page]


@transaction.atomic
def plant(parent: Page, nodes: Iterable[Node], to_page: ToPage) -> int:
    """Put pages for `nodes` and everything below them under `parent`; returns how many."""
    planted: list[Page] = []
    next_id = Page.objects.aggregate(last=models.Max("id"))["last"] + 1

    def grow(above: Page, below: list[Node]) -> None:
        nonlocal next_id
        for position, node in enumerate(below, start=above.numchild + 1):
            page = to_page(node)
            page.pk = page.id = next_id
            next_id += 1
            fill(page, node, above, position)
            planted.append(page)
            grow(page, node.children)
        above.numchild += len(below)

    def fill(page: Page, node: Node, above: Page, position: int) -> None:
        now = timezone.now()
        page.title = page.draft_title = node.title
        page.slug = node.slug
        page.path = above.path + Page._int2str(position).rjust(Page.steplen, "0")
        page.depth = above.depth + 1
        page.url_path = f"{above.url_path}{node.slug}/"
        page.locale_id = above.locale_id
        page.translation_key = uuid.uuid4()
        page.content_type = ContentType.objects.get_for_model(type(page))
        page.live, page.first_published_at, page.last_published_at = True, now, now

    grow(parent, list(nodes))
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)
    base_fields = [f.attname for f in Page._meta.concrete_fields]
    Page.objects.bulk_create([Page(**{n: getattr(p, n) for n in base_fields}) for p in planted], batch_size=500)
    for model in {type(page) for page in planted}:
        insert_rows(model, [page for page in planted if type(page) is model])
    return len(planted)


def insert_rows(model: type[Page], pages: list[Page]) -> None:
    """The rows of a type's own table; Django's bulk_create refuses models with a parent table."""
    fields = model._meta.local_concrete_fields
    for start in range(0, len(pages), 200):
        chunk = pages[start : start + 200]
        for page in chunk:
            page.page_ptr_id = page.pk
        models.QuerySet(model)._insert(chunk, fields=fields, using="default")
