"""One page type for each kind of page, built as Wagtail's own tutorial builds pages."""

from django.core.paginator import Paginator
from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

PER_PAGE = 20
LATEST = 6
EDITIONS = 4


class StockPage(Page):
    """What every page has."""

    summary = models.TextField(blank=True)
    content_panels = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        abstract = True


class TextPage(StockPage):
    body = StreamField([("heading", blocks.CharBlock()), ("paragraph", blocks.RichTextBlock())], blank=True)
    content_panels = [*StockPage.content_panels, FieldPanel("body")]

    class Meta:
        abstract = True


class HomePage(TextPage):
    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        outcomes = Page.objects.live().descendant_of(self).type(DeclarationPage, RecommendationPage)
        context["outcomes"] = outcomes.specific().order_by("-first_published_at", "-pk")[:LATEST]
        context["editions"] = EditionPage.objects.live().descendant_of(self).order_by("-number")[:EDITIONS]
        context["forums"] = SeriesPage.objects.live().descendant_of(self).order_by("path")[:LATEST]
        return context


class IndexPage(TextPage):
    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        children = self.get_children().live().specific()
        context["children"] = Paginator(children, PER_PAGE).get_page(request.GET.get("page"))
        return context


class SeriesPage(TextPage):
    pass


class EditionPage(TextPage):
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    content_panels = [*TextPage.content_panels, FieldPanel("number"), FieldPanel("place")]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sessions"] = SessionPage.objects.live().child_of(self).order_by("path")
        context["recommendations"] = RecommendationPage.objects.live().child_of(self).order_by("path")
        context["declarations"] = DeclarationPage.objects.live().child_of(self).order_by("path")
        context["earlier"] = self.get_prev_siblings().live().first()
        context["later"] = self.get_next_siblings().live().first()
        return context


class SessionPage(StockPage):
    day = models.PositiveSmallIntegerField(null=True, blank=True)
    content_panels = [*StockPage.content_panels, FieldPanel("day")]


class RecommendationPage(StockPage):
    code = models.CharField(max_length=20, blank=True)
    text = RichTextField(blank=True)
    content_panels = [*StockPage.content_panels, FieldPanel("code"), FieldPanel("text")]


class DeclarationPage(StockPage):
    clauses = StreamField(
        [("clause", blocks.StructBlock([("label", blocks.CharBlock()), ("text", blocks.RichTextBlock())]))], blank=True
    )
    content_panels = [*StockPage.content_panels, FieldPanel("clauses")]
