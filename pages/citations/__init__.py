"""How is a work cited? One description (CSL-JSON), and every form of citation made from it."""

from pages.citations.csl import csl
from pages.citations.prose import citation

__all__ = ["citation", "csl"]
