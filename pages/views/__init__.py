"""How is each page shown? One module a type; importing this package registers them all."""

from pages.views import declaration, edition, home, listing, news, paper, recommendation, series, session, standard

__all__ = [
    "declaration",
    "edition",
    "home",
    "listing",
    "news",
    "paper",
    "recommendation",
    "series",
    "session",
    "standard",
]
