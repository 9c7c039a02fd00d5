"""How do the static files leave the project: bundled, hashed and compressed."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

BUNDLES = ("css/muntada.css",)
_IMPORT = re.compile(r"""@import\s+url\(["']?([^"')]+)["']?\)\s*;""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\n\s*\n")


class BundledStorage(CompressedManifestStaticFilesStorage):
    """Inlines the `@import`s of the sheets in BUNDLES, so that a reader fetches one file."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run:
            for name in BUNDLES:
                if name in paths:
                    source, path = paths[name]
                    # The sheet as written: what was collected last time has its imports inlined already.
                    with source.open(path) as file:
                        self._bundle(name, file.read().decode())
                    paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _bundle(self, name: str, sheet: str) -> None:
        folder = name.rpartition("/")[0]

        def inlined(match: re.Match[str]) -> str:
            return self._text(f"{folder}/{match[1]}")

        content = _IMPORT.sub(inlined, _COMMENT.sub("", sheet))
        self.delete(name)
        self.save(name, ContentFile(_BLANK.sub("\n", content).strip().encode()))

    def _text(self, name: str) -> str:
        with self.open(name) as file:
            return _COMMENT.sub("", file.read().decode())
