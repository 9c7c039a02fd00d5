"""Fills the stock project's database. Run with DJANGO_SETTINGS_MODULE=bench.stock.settings."""

import django

django.setup()

from django.core.management import call_command
from wagtail.models import Page, Site

from bench.corpus import Node, archive
from bench.planting import plant
from bench.stock.models import StockPage


def to_page(node: Node) -> StockPage:
    page = StockPage(summary=node.summary, show_in_menus=node.kind == "index")
    if node.kind == "declaration":
        clauses = enumerate(node.paragraphs, start=1)
        page.body = [("clause", {"label": str(number), "text": f"<p>{text}</p>"}) for number, text in clauses]
    else:
        page.body = [("paragraph", f"<p>{text}</p>") for text in node.paragraphs]
    return page


call_command("migrate", verbosity=0)
root = Page.objects.get(depth=1)
Page.objects.filter(depth__gt=1).delete()
root.refresh_from_db()
plant(root, [Node("home", "Stock", "home")], to_page)
home = Page.objects.get(depth=2)
sections = [Node("index", title, slug) for title, slug in (("Forums", "forums"), ("Déclarations", "declarations"))]
sections[0].children = list(archive())
planted = plant(home, sections, to_page)
Site.objects.all().delete()
Site.objects.create(hostname="127.0.0.1", port=80, root_page=home, is_default_site=True)
print(f"stock: {planted} pages")
