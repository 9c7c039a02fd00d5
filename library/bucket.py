"""Images and documents in an object store (S3), for installations of more than one machine."""

from botocore.config import Config
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class Bucket(S3Storage):
    """A bucket nobody but the site reads: addresses stay the site's own, as with files in a folder."""

    def __init__(self, **options: str) -> None:
        connection = Config(
            # Services other than Amazon's answer below one host name, and not all know its newer checksums.
            s3={"addressing_style": "path" if "endpoint_url" in options else "auto"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        super().__init__(client_config=connection, file_overwrite=False, **options)

    def url(self, name: str, *_arguments: object, **_options: object) -> str:
        return settings.MEDIA_URL + filepath_to_uri(name)
