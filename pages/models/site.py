"""The pages around the works: home, listings, plain pages and news."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.blocks.body import BodyBlock
from pages.fields import BlocksField
from pages.kinds import Kind
from pages.models.base import BasePage
from pages.models.records import Organisation, Person


class HomePage(BasePage):
    """The front of one language's site."""

    kind = Kind.PAGE
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.IndexPage", "pages.StandardPage"]

    featured_declaration = models.ForeignKey(
        "pages.DeclarationPage",
        verbose_name=_("featured declaration"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    featured_clause = models.CharField(
        _("clause to quote"),
        max_length=40,
        blank=True,
        help_text=_("The address of the clause, the part after # in its link."),
    )
    body = BlocksField(BodyBlock(), verbose_name=_("text"), blank=True)

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class IndexKind(models.TextChoices):
    SERIES = "series", _("Forums")
    EDITION = "edition", _("Editions")
    DECLARATION = "declaration", _("Declarations")
    RECOMMENDATION = "recommendation", _("Recommendations")
    PAPER = "paper", _("Research papers")
    NEWS = "news", _("News")
    CHILDREN = "children", _("The pages below this one")


class IndexPage(BasePage):
    """A filtered listing of one kind of work, wherever in the tree the works lie."""

    kind = Kind.PAGE
    parent_page_types = ["pages.HomePage", "pages.IndexPage"]
    subpage_types = [
        "pages.IndexPage",
        "pages.StandardPage",
        "pages.NewsPage",
        "pages.ForumSeriesPage",
        "pages.DeclarationPage",
        "pages.ResearchPaperPage",
    ]

    lists = models.CharField(_("lists"), max_length=16, choices=IndexKind.choices)
    body = BlocksField(BodyBlock(), verbose_name=_("text above the list"), blank=True)

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")


class StandardPage(BasePage):
    kind = Kind.PAGE
    parent_page_types = ["pages.HomePage", "pages.IndexPage", "pages.StandardPage", "pages.ForumSeriesPage"]
    subpage_types = ["pages.StandardPage"]

    body = BlocksField(BodyBlock(), verbose_name=_("text"), blank=True)

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


class NewsPage(BasePage):
    kind = Kind.NEWS
    parent_page_types = ["pages.IndexPage"]
    subpage_types: ClassVar[list[str]] = []

    date = models.DateField(_("date"), null=True, blank=True)
    author = models.ForeignKey(
        Person, verbose_name=_("author"), null=True, blank=True, on_delete=models.PROTECT, related_name="news"
    )
    publisher = models.ForeignKey(
        Organisation,
        verbose_name=_("published by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="news",
    )
    body = BlocksField(BodyBlock(), verbose_name=_("text"), blank=True)

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")


class RelatedOutcome(Orderable):
    """A work that a news item is about."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="outcomes")
    outcome = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("work"), on_delete=models.CASCADE, related_name="news_about"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related outcome")
        verbose_name_plural = _("related outcomes")
