"""A StreamField whose blocks stay out of the migrations: changing a label is no change of the database."""

from typing import Any

from wagtail.fields import StreamField


class BlocksField(StreamField):
    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
