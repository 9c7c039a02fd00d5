"""One URL says where images and documents lie."""

import pytest

from config.settings.storage import storage


def test_without_a_url_files_lie_in_a_folder() -> None:
    assert storage("") == {"BACKEND": "django.core.files.storage.FileSystemStorage"}


def test_all_a_url_can_say() -> None:
    text = "s3://key:se%2Fcret%40@forum/archive/files?endpoint_url=https://objects.test:9000&region=eu-west-3"
    assert storage(text) == {
        "BACKEND": "library.bucket.Bucket",
        "OPTIONS": {
            "bucket_name": "forum",
            "access_key": "key",
            "secret_key": "se/cret@",
            "location": "archive/files",
            "endpoint_url": "https://objects.test:9000",
            "region_name": "eu-west-3",
        },
    }


def test_a_machine_with_a_role_needs_no_key() -> None:
    assert storage("s3://forum") == {"BACKEND": "library.bucket.Bucket", "OPTIONS": {"bucket_name": "forum"}}


@pytest.mark.parametrize("text", ["forum", "ftp://forum", "s3://", "s3://key:sec/ret@forum", "s3://forum?acl=public"])
def test_what_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="say a URL such as s3://key:secret@bucket"):
        storage(text)
