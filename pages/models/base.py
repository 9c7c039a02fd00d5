"""What has every page: the fields of the catalogue, its kind, and the way to its view."""

from collections.abc import Callable
from http import HTTPMethod
from typing import ClassVar, Self

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from wagtail.models import Locale, Orderable, Page, PageViewRestriction
from wagtail.search import index

from pages.cache.ledger import note
from pages.kinds import Kind
from pages.models.tags import PageKeyword, PageTopic

View = Callable[[HttpRequest, "BasePage"], HttpResponse]


class RelationKind(models.TextChoices):
    BASED_ON = "based-on", _("is based on")
    CARRIES_OUT = "carries-out", _("carries out")
    FOLLOWS_UP = "follows-up", _("follows up on")
    DISCUSSES = "discusses", _("discusses")
    REPLACES = "replaces", _("replaces")
    ANNOUNCES = "announces", _("announces")


class BasePage(Page):
    """An abstract page on Wagtail's own (its swappable page model breaks the translation package)."""

    kind: ClassVar[Kind] = Kind.PAGE
    # Wagtail's privacy dialog has nothing to offer: whoever may read a page is not decided page by page there.
    private_page_options: ClassVar[list[str]] = []
    # Nothing is sent to a page.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    # Whether the page leads on to the one before and the one after it.
    shows_neighbours: ClassVar[bool] = False
    # The view that shows a page of a type; views register themselves (`pages.views.registry`).
    view: ClassVar[View]

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=600,
        help_text=_("One or two sentences, shown in lists and under the title."),
    )
    editorial_note = models.CharField(
        _("editorial note"),
        max_length=300,
        blank=True,
        help_text=_("Shown above the text, for instance “Summary drawn from press reports”."),
    )
    listing_image = models.ForeignKey(
        "library.LibraryImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Without one, the page is shown with a pattern of its own."),
    )
    listing_image_alt = models.CharField(
        _("description of the image"),
        max_length=250,
        blank=True,
        help_text=_("What a reader who can't see the image needs to know of it."),
    )
    topics = ClusterTaggableManager(through=PageTopic, blank=True, verbose_name=_("topics"))
    keywords = ClusterTaggableManager(through=PageKeyword, blank=True, verbose_name=_("keywords"))

    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *args: object, **kwargs: object) -> Self:
        """Whatever is loaded while a response is made is noted as shown."""
        page = super().from_db(*args, **kwargs)
        # A row joined to a plain page gets its key only afterwards; that plain page is noted for both.
        if key := page.__dict__.get("translation_key"):
            note(f"work:{key}")
        return page

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Wagtail's rule (the page, what is above it, the source of an alias) in one query instead of two or more."""
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        own = models.Q(page__path__in=paths, page__alias_of=None)
        return PageViewRestriction.objects.filter(own | models.Q(page__aliases__path__in=paths)).distinct()

    def copy_for_translation(
        self, locale: Locale, copy_parents: bool = False, alias: bool = False, exclude_fields: list[str] | None = None
    ) -> Self:
        """Pages above that the language lacks come as drafts; Wagtail would make them aliases, public at once."""
        parent = self.get_parent().specific
        if copy_parents and not alias and not parent.is_root() and not parent.has_translation(locale):
            parent.copy_for_translation(locale, copy_parents=True)
        return super().copy_for_translation(locale, copy_parents, alias, exclude_fields)

    copy_for_translation.alters_data = True  # type: ignore[attr-defined]

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return type(self).view(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """As readers will see it, in the page's own language: a page not saved yet has no address to tell it by."""
        with translation.override(self.locale.language_code):
            return self.serve(request)


class PageRelation(Orderable):
    """A statement about two works: "this recommendation carries out that declaration". Shown on both pages."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("this page"), max_length=20, choices=RelationKind.choices)
    target = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("the other page"), on_delete=models.CASCADE, related_name="relations_from"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(fields=["page", "kind", "target"], name="relation_stated_once"),
        ]
