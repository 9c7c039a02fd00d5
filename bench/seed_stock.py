"""Fills the stock project's database. Run with DJANGO_SETTINGS_MODULE=bench.stock.settings."""

import django

django.setup()

from django.core.management import call_command
from wagtail.models import Locale, Page, Site

from bench.corpus import Node, archive
from bench.planting import plant
from bench.stock.models import (
    DeclarationPage,
    EditionPage,
    HomePage,
    IndexPage,
    RecommendationPage,
    SeriesPage,
    SessionPage,
)

TEXTS = {"home": HomePage, "index": IndexPage, "series": SeriesPage, "edition": EditionPage}


def to_page(node: Node) -> Page:
    if node.kind == "session":
        return SessionPage(summary=node.summary, day=1)
    if node.kind == "recommendation":
        return RecommendationPage(summary=node.summary, code=node.slug, text=f"<p>{node.paragraphs[0]}</p>")
    if node.kind == "declaration":
        numbered = enumerate(node.paragraphs, start=1)
        clauses = [("clause", {"label": str(number), "text": f"<p>{text}</p>"}) for number, text in numbered]
        return DeclarationPage(summary=node.summary, clauses=clauses)
    page = TEXTS[node.kind](summary=node.summary, show_in_menus=node.kind == "index")
    page.body = [("paragraph", f"<p>{text}</p>") for text in node.paragraphs]
    if isinstance(page, EditionPage):
        page.number, page.place = int(node.slug.removeprefix("edition-")), "Rabat, Maroc"
    return page


call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
root = Page.objects.get(depth=1)
Page.objects.filter(depth__gt=1).delete()
root.refresh_from_db()
plant(root, [Node("home", "Stock", "home")], to_page)
home = HomePage.objects.get(depth=2)
for code in ("ar", "en"):
    home.copy_for_translation(Locale.objects.get_or_create(language_code=code)[0]).save_revision().publish()
home.refresh_from_db()
sections = [Node("index", title, slug) for title, slug in (("Forums", "forums"), ("Déclarations", "declarations"))]
sections[0].children = list(archive())
planted = plant(home, sections, to_page)
Site.objects.all().delete()
Site.objects.create(hostname="127.0.0.1", port=80, root_page=home, is_default_site=True)
print(f"stock: {planted} pages")
