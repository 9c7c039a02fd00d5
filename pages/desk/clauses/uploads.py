"""What does an uploaded file say? Text or HTML, in the encoding it declares or in UTF-8."""

import codecs
import re

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

LARGEST = 400_000  # bytes; the longest treaties are below it
_SUFFIXES = (".txt", ".html", ".htm")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)")


def text_of(upload: UploadedFile) -> str:
    """The file's text. Raises ValidationError in words an editor can act on."""
    name = (upload.name or "").lower()
    if not name.endswith(_SUFFIXES):
        raise ValidationError(
            _("Give a text file (.txt) or a web page (.html). From Word, save as “Web Page, Filtered”.")
        )
    if (upload.size or 0) > LARGEST:
        raise ValidationError(_("The file is larger than %(limit)s kB."), params={"limit": LARGEST // 1000})
    return _decoded(upload.read(), is_html=not name.endswith(".txt"))


def _decoded(data: bytes, *, is_html: bool) -> str:
    for encoding in _encodings(data, is_html=is_html):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\x00" not in text:
            return text.removeprefix("\ufeff")
    raise ValidationError(_("The file's encoding can't be read. Save it as UTF-8 and try again."))


def _encodings(data: bytes, *, is_html: bool) -> list[str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    declared = _DECLARED.search(data[:2048]) if is_html else None
    return [*([declared[1].decode("ascii")] if declared else []), "utf-8"]
