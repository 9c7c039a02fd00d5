"""Fills a database with texts in four languages, some open, some for members, and some for one group each."""

import datetime
from collections.abc import Iterator
from random import Random

from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from wagtail.models import Page

from access.assigning import assign_everything
from access.models import AccessRule, PageGroupGrant
from bench import zipf
from bench.corpus import Node
from bench.planting import plant
from pages.models import ForumEditionPage, ForumSeriesPage, HomePage, IndexPage, RecommendationPage

WORDS = 240
SERIES, EDITIONS, ABOVE = 100, 9, 1 + 9
# Of the series of each language; the others are open.
FOR_MEMBERS, FOR_A_GROUP = 10, 25
GROUPS_OF_READER = 50
COUNTRIES = "MA SN MR DZ TN ML NE TD EG NG CI GH KE ZA FR ES".split()


def seed(documents: int) -> User:
    """About so many works. Returns a member who belongs to 50 groups, each of which may read a series."""
    call_command("migrate", verbosity=0)
    call_command("add_language", "es", verbosity=0)
    below = max(documents // (len(zipf.LANGUAGES) * SERIES) - ABOVE, EDITIONS)
    for language in zipf.LANGUAGES:
        home = HomePage.objects.get(locale__language_code=language)
        forums = Node("index", "Forums", "forums")
        forums.children = list(_series(language, below // EDITIONS))
        plant(home, [forums], _to_page)
    reader = _close()
    assign_everything()
    return reader


def _series(language: str, below_each: int) -> Iterator[Node]:
    random = Random(f"{language} texts")
    for number in range(SERIES):
        series = _node(random, language, "series", f"series-{number}")
        for turn in range(EDITIONS):
            edition = _node(random, language, "edition", f"edition-{turn}")
            edition.children = [_node(random, language, "recommendation", f"r-{at}") for at in range(below_each)]
            series.children.append(edition)
        yield series


def _node(random: Random, language: str, kind: str, slug: str) -> Node:
    body = [zipf.text(random, language, WORDS)]
    return Node(kind, zipf.text(random, language, 6), slug, zipf.text(random, language, 12), body)


def _to_page(node: Node) -> Page:
    random = Random(node.title)
    body = [("paragraph", f"<p>{text}</p>") for text in node.paragraphs]
    match node.kind:
        case "index":
            return IndexPage(lists="series")
        case "series":
            return ForumSeriesPage(summary=node.summary, body=body)
        case "edition":
            start = datetime.date(random.randint(2000, 2025), 5, 3)
            country = random.choice(COUNTRIES)
            return ForumEditionPage(summary=node.summary, body=body, country=country, start_date=start)
    return RecommendationPage(summary=node.summary, text=node.paragraphs[0], code=node.slug)


def _close() -> User:
    series = list(Page.objects.filter(depth=4, slug__startswith="series-").order_by("pk"))
    turns = [(page, number % SERIES) for number, page in enumerate(series)]
    members = [page for page, turn in turns if turn < FOR_MEMBERS]
    named = [page for page, turn in turns if FOR_MEMBERS <= turn < FOR_MEMBERS + FOR_A_GROUP]
    rules = [AccessRule(work=page.translation_key, setting="members") for page in members]
    rules += [AccessRule(work=page.translation_key, setting="named") for page in named]
    AccessRule.objects.bulk_create(rules)
    groups = Group.objects.bulk_create(Group(name=f"Readers {number}") for number in range(len(named)))
    view = Permission.objects.get(content_type__model="page", codename="view_page")
    PageGroupGrant.objects.bulk_create(
        PageGroupGrant(group=group, permission=view, content_object=page)
        for group, page in zip(groups, named, strict=True)
    )
    reader = User.objects.create(username="reader")
    reader.groups.set([*groups[::2][:GROUPS_OF_READER], Group.objects.get(name="Members")])
    return reader
