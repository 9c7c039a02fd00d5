"""Whose vocabulary does a topic come from, and how does its owner want to be named?"""

from typing import NamedTuple


class Scheme(NamedTuple):
    credit: str
    licence: str
    url: str


SCHEMES = {"iptc": Scheme("IPTC Media Topics, iptc.org", "CC BY 4.0", "https://iptc.org/standards/media-topics/")}
