"""One page type, built as Wagtail's own tutorial builds pages."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page


class StockPage(Page):
    summary = models.TextField(blank=True)
    body = StreamField(
        [
            ("heading", blocks.CharBlock()),
            ("paragraph", blocks.RichTextBlock()),
            ("clause", blocks.StructBlock([("label", blocks.CharBlock()), ("text", blocks.RichTextBlock())])),
        ],
        blank=True,
    )
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    template = "stock/page.html"
    per_page = 20

    def get_context(self, request, *args, **kwargs):
        from django.core.paginator import Paginator

        context = super().get_context(request, *args, **kwargs)
        children = self.get_children().live().specific()
        context["children"] = Paginator(children, self.per_page).get_page(request.GET.get("page"))
        return context
