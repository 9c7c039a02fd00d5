"""Which choices does the key of a work make? Each is read from one byte of the key's SHA-256."""

from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Self
from uuid import UUID


class Construction(Enum):
    """The five ways of laying tiles, numbered as byte 0 modulo 5 chooses them."""

    STAR_AND_CROSS = 0
    EIGHT = 1
    TWELVE = 2
    GREAT_TWELVE = 3
    WEAVE = 4


class Centre(Enum):
    """What lies in the middle of a large drawing."""

    STAR = 0
    CELL = 1
    EDGE = 2


@dataclass(frozen=True)
class Seed:
    """The choices of one key; `angle` and `ground_tiling` are 0, 1 or 2."""

    construction: Construction
    angle: int = 0
    ground_tiling: int = 0
    centre: Centre = Centre.STAR
    is_swapped: bool = False
    has_round_core: bool = True

    @classmethod
    def from_key(cls, key: str | UUID) -> Self:
        digest = sha256(str(key).encode()).digest()
        return cls(
            construction=Construction(digest[0] % 5),
            angle=digest[1] % 3,
            ground_tiling=digest[2] % 3,
            centre=Centre(digest[3] % 3),
            is_swapped=digest[4] % 3 == 0,
            has_round_core=digest[5] % 2 == 1,
        )
