"""What is a work about? Topics from the list, and free keywords, both through django-taggit."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from pages.models.records import Topic


class Keyword(TagBase):
    """A word an editor typed; in any script, its address too."""

    class Meta:
        verbose_name = _("keyword")
        verbose_name_plural = _("keywords")
        ordering = ["name"]


class PageTopic(ItemBase):
    tag = models.ForeignKey(Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="page_links")
    content_object = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="topic_links")

    class Meta:
        verbose_name = _("topic of a page")
        unique_together = [("tag", "content_object")]


class PageKeyword(ItemBase):
    tag = models.ForeignKey(Keyword, verbose_name=_("keyword"), on_delete=models.CASCADE, related_name="page_links")
    content_object = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="keyword_links")

    class Meta:
        verbose_name = _("keyword of a page")
        unique_together = [("tag", "content_object")]
