"""Fills a Muntada database with the same archive, in French. Run with MUNTADA_VAR pointing at a folder of its own."""

import os
import sys
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "site"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
django.setup()

from django.core.management import call_command
from wagtail.models import Page

from access.assigning import assign_everything
from bench.corpus import Node, archive
from bench.planting import plant
from pages.models import (
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    RecommendationPage,
    SessionPage,
)


def to_page(node: Node) -> Page:
    body = [("paragraph", f"<p>{text}</p>") for text in node.paragraphs]
    if node.kind == "index":
        lists = "series" if node.slug == "forums" else "declaration"
        return IndexPage(lists=lists, show_in_menus=True)
    if node.kind == "series":
        return ForumSeriesPage(summary=node.summary, body=body)
    if node.kind == "edition":
        number = int(node.slug.removeprefix("edition-"))
        return ForumEditionPage(summary=node.summary, body=body, number=number, place="Rabat", country="MA")
    if node.kind == "session":
        return SessionPage(summary=node.summary, day=1)
    if node.kind == "recommendation":
        return RecommendationPage(summary=node.summary, text=node.paragraphs[0], code=node.slug)
    clauses = [
        ("paragraph", {"anchor": f"c{number}", "label": str(number), "text": f"<p>{text}</p>", "subparagraphs": []})
        for number, text in enumerate(node.paragraphs, start=1)
    ]
    return DeclarationPage(summary=node.summary, clauses=clauses)


call_command("migrate", verbosity=0)
home = HomePage.objects.get(locale__language_code="fr")
sections = [Node("index", title, slug) for title, slug in (("Forums", "forums"), ("Déclarations", "declarations"))]
sections[0].children = list(archive())
planted = plant(home, sections, to_page)
# Planted past the signals, so without a class, which nobody would read.
assign_everything()
print(f"muntada: {planted} pages")
