"""Which files does the public site hand out itself?

Only renditions, the resized copies of images. Originals are never public, and documents go through Wagtail's view,
where permissions are asked.
"""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

# Types that cannot carry script: neither SVG nor HTML is ever shown from this origin.
CONTENT_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}


@require_safe
def rendition(request: HttpRequest, name: str) -> FileResponse:
    """The file `images/<name>`; its name changes with its content, so browsers may keep it for good."""
    content_type = CONTENT_TYPES.get(name.rpartition(".")[2].lower())
    if content_type is None:
        raise Http404
    try:
        file = default_storage.open(f"images/{name}")
    except OSError:
        raise Http404 from None
    response = FileResponse(file, content_type=content_type)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response
