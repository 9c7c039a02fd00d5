"""Of which kind is a work? The kind gives its colour, its pattern and its name in lists."""

from enum import StrEnum


class Kind(StrEnum):
    FORUM = "forum"
    DECLARATION = "declaration"
    RECOMMENDATION = "recommendation"
    PAPER = "paper"
    NETWORK = "network"
    NEWS = "news"
    PAGE = "page"
