"""Which files does the public site hand out itself, and to whom?

Documents, and the resized copies of images; originals of images are never handed out. The policy is asked before
anything else, conditions of the request included.
"""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from access.actions import Action
from access.current import principal
from access.policy import can
from access.principals import anonymous
from library.models import LibraryDocument, Rendition

# Types that cannot carry script: neither SVG nor HTML is ever shown from this origin.
CONTENT_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
NOT_KEPT = "private, no-store"
REVALIDATED = "public, max-age=0, must-revalidate"
# Whoever has seen a picture may keep it; a cache that others share may not, since it could be restricted tomorrow.
KEPT_BY_READERS = "private, max-age=31536000, immutable"


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponse:
    """The file as Wagtail serves it, to those who may read it."""
    file = get_object_or_404(LibraryDocument, pk=document_id)
    if not can(principal(), Action.VIEW, file):
        raise Http404
    response = serve(request, document_id, document_filename)
    if "Content-Disposition" in response:
        describe(response, name=file.filename)
    response["Cache-Control"] = REVALIDATED if can(anonymous(), Action.VIEW, file) else NOT_KEPT
    return response


def describe(response: HttpResponse, *, name: str) -> None:
    """Wagtail would spell the name in ASCII, in which a fraction has a slash; what is not a PDF is not shown here."""
    is_handed_over = response["Content-Disposition"].startswith("attachment")
    response["Content-Disposition"] = content_disposition_header(is_handed_over, name)
    if is_handed_over:
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"


@require_safe
def rendition(request: HttpRequest, name: str) -> FileResponse:
    """The file `images/<name>`; its name changes with its content."""
    content_type = CONTENT_TYPES.get(name.rpartition(".")[2].lower())
    found = Rendition.objects.select_related("image").filter(file=f"images/{name}").first()
    if content_type is None or found is None or not can(principal(), _wanted(found), found.image):
        raise Http404
    try:
        file = default_storage.open(found.file.name)
    except OSError:
        raise Http404 from None
    response = FileResponse(file, content_type=content_type)
    response["Cache-Control"] = KEPT_BY_READERS if can(anonymous(), _wanted(found), found.image) else NOT_KEPT
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _wanted(picture: Rendition) -> Action:
    """A copy in the original's size, as Wagtail makes for whoever edits an image, is for them only."""
    return Action.EDIT if "original" in picture.filter_spec.split("|") else Action.VIEW
