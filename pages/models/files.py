"""Which files go with a work: the PDF of a paper, the scan of a declaration, the documents of an edition?"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin

from pages.languages import languages


class WorkFile(TranslatableMixin, Orderable):
    """A file of a work in one language."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "library.LibraryDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(_("language"), max_length=10, choices=languages)
    title = models.CharField(_("title"), max_length=200, blank=True)

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
