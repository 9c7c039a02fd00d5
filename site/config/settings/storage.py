"""Which storage do images and documents have, by a URL such as s3://key:secret@bucket/folder?region=eu-west-3?"""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

FOLDER = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
BUCKET = "library.bucket.Bucket"
EXAMPLE = "s3://key:secret@bucket?endpoint_url=https://objects.example.org&region=eu-west-3"
_QUERY = {"endpoint_url": "endpoint_url", "region": "region_name"}


def storage(text: str) -> dict[str, Any]:
    """Django's entry for the default storage; nothing given is the folder MEDIA_ROOT."""
    if not text:
        return FOLDER
    parts = urlsplit(text)
    query = dict(parse_qsl(parts.query))
    if parts.scheme != "s3" or not parts.hostname or not query.keys() <= _QUERY.keys() or "@" in parts.path:
        raise ValueError(f"say a URL such as {EXAMPLE}, with special characters percent-encoded")
    options = {
        "bucket_name": parts.hostname,
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "location": parts.path.strip("/"),
        **{_QUERY[name]: value for name, value in query.items()},
    }
    return {"BACKEND": BUCKET, "OPTIONS": {name: value for name, value in options.items() if value}}
