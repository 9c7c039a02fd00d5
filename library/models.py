"""Which images and documents does the institution keep?"""

from pathlib import Path
from typing import Any
from unicodedata import normalize

from django.db import models
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as StockDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as StockImage


def with_its_kind(name: str) -> str:
    """A storage drops marks from a name; of one that has nothing else the kind would become the name."""
    stem, dot, kind = get_valid_filename(normalize("NFC", name.rpartition("/")[2])).rpartition(".")
    return f"{stem if stem.strip('._-') else 'document'}.{kind}" if dot else kind


class LibraryImage(AbstractImage):
    """An uploaded image; `description` (Wagtail's) is the default alternative text."""

    credit = models.CharField(_("credit"), max_length=200, blank=True, help_text=_("Who made it, and its licence."))

    admin_form_fields = (*StockImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class Rendition(AbstractRendition):
    """A resized copy; its file's name carries a digest of the original, so that browsers may keep it for good."""

    image = models.ForeignKey(LibraryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        # The address of a picture is the name of its file.
        indexes = [models.Index(fields=["file"], name="rendition_by_file")]

    def get_upload_to(self, filename: str) -> str:
        path = Path(super().get_upload_to(filename))
        return str(path.with_name(f"{path.stem}.{self.image.get_file_hash()[:10]}{path.suffix}"))


class LibraryDocument(AbstractDocument):
    """A file that goes with a work, for instance the PDF of a paper."""

    admin_form_fields = StockDocument.admin_form_fields

    def save(self, *arguments: Any, **named: Any) -> None:
        """Whatever puts a file in: its name keeps its kind, and its digest is what browsers ask with for changes."""
        if self.file and not self.file._committed:
            self.file.name = with_its_kind(self.file.name)
            self._set_document_file_metadata()
        super().save(*arguments, **named)

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
