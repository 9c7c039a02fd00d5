"""What turns texts into meanings here: the bundled model, a service, or nothing?"""

from collections.abc import Sequence
from functools import cache
from typing import Protocol

import numpy as np
from django.conf import settings
from django.core.signals import setting_changed
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class EncoderDown(Exception):
    """It does not answer now; what was asked is found by its words only."""


class Encoder(Protocol):
    """Each method answers one row per text, or raises `EncoderDown`."""

    # Of the model: vectors of encoders with different names cannot be compared.
    name: str

    def queries(self, texts: Sequence[str]) -> Vectors: ...

    def passages(self, texts: Sequence[str]) -> Vectors: ...


@cache
def encoder() -> Encoder | None:
    """One in each process, which loads its model when the first text comes."""
    chosen = settings.SEARCH_ENCODER
    if chosen == "off":
        return None
    if chosen == "bundled":
        from search.semantic.bundled import bundled

        return bundled()
    from search.semantic.service import Service

    return Service(chosen, model=settings.SEARCH_ENCODER_MODEL, key=settings.SEARCH_ENCODER_KEY)


def _forget(*, setting: str, **kwargs: object) -> None:
    if setting.startswith("SEARCH_ENCODER"):
        encoder.cache_clear()


setting_changed.connect(_forget)
