"""How does a file get new content in one step, for good, and how do others see that it has?"""

import os
from pathlib import Path
from secrets import token_hex

Stamp = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp:
    """Another one whenever the file was replaced."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def put_in_place(path: Path, text: str) -> None:
    """Whoever reads has the old text or the new one, also after a power cut."""
    written = path.with_name(f"{path.name}.{token_hex(4)}")
    written.write_text(text)
    sync(written)
    written.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
