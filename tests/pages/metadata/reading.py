"""How do the tests read a page as machines do?"""

import json
import warnings
from html.parser import HTMLParser

from django.test import Client
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.term import Node

SCHEMA = Namespace("https://schema.org/")
DATA = "application/ld+json"


class Head(HTMLParser):
    """The meta and link elements of a page, and its blocks of data."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        self.data: list[str] = []
        self.all_meta: list[tuple[str, str]] = []
        self._is_data = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := values.get("name") or values.get("property")):
            self.meta.setdefault(name, values["content"])
            self.all_meta.append((name, values["content"]))
        if tag == "link":
            self.links.append(values)
        self._is_data = tag == "script" and values.get("type") == DATA

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._is_data = False

    def linked(self, rel: str) -> list[str]:
        return [link["href"] for link in self.links if link.get("rel") == rel]

    def languages(self) -> dict[str, str]:
        return {link["hreflang"]: link["href"] for link in self.links if "hreflang" in link}


def head(path: str) -> Head:
    response = Client().get(path)
    assert response.status_code == 200, path
    return Head(response.content.decode())


def graph(path: str) -> Graph:
    """The facts of a page, as an RDF library reads them; nothing is fetched."""
    found = Graph()
    for block in head(path).data:
        assert json.loads(block)["@context"] == {"@vocab": "https://schema.org/"}
        with warnings.catch_warnings():
            # rdflib's own parser uses a class that rdflib deprecates.
            warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
            found.parse(data=block, format="json-ld")
    return found


def objects(facts: Graph, subject: str | Node, *path: str) -> set[str]:
    """What is reached from `subject` by a path of properties, as text."""
    nodes: set[Node] = {URIRef(subject) if isinstance(subject, str) else subject}
    for step in path:
        nodes = {found for node in nodes for found in facts.objects(node, SCHEMA[step])}
    return {str(node) if isinstance(node, (Literal, URIRef)) else "" for node in nodes}


def types(facts: Graph, subject: str) -> set[str]:
    kind = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return {str(node).removeprefix(str(SCHEMA)) for node in facts.objects(URIRef(subject), kind)}
