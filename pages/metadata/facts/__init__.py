"""Which facts does a page state, in schema.org's words? One module for each family of works; they register here."""

from pages.metadata.facts import declaration, forum, news, paper, recommendation, records
from pages.metadata.facts.graph import Crumb, page_facts, record_facts

__all__ = [
    "Crumb",
    "declaration",
    "forum",
    "news",
    "page_facts",
    "paper",
    "recommendation",
    "record_facts",
    "records",
]
