"""What does the policy cost a listing, of 50,000 pages, with 500 classes and 5,000 grants? Printed as a ratio.

MUNTADA_VAR=<an empty folder> python -m bench.access
"""

import datetime
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "site"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
django.setup()

from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from access.assigning import assign_everything
from access.changing import Wanted, set_access
from access.classes import reach
from access.models import AccessClass, AccessRule, PageUserGrant
from access.policy import readable
from access.principals import anonymous, principal_of
from bench.corpus import Node
from bench.planting import plant
from pages.models import HomePage, StandardPage

SECTIONS, BELOW, PEOPLE, ROUNDS = 500, 99, 100, 41


def fill() -> User:
    """A reader who is named in a tenth of the sections, as nine in ten of the others are not."""
    call_command("migrate", verbosity=0)
    home = HomePage.objects.get(locale__language_code="fr")
    sections = [
        Node(
            "section",
            f"Section {number}",
            f"s{number}",
            children=[Node("page", "Page", f"p{i}") for i in range(BELOW)],
        )
        for number in range(SECTIONS)
    ]
    plant(home, sections, lambda node: StandardPage(summary=node.summary))
    publish_in_any_order()
    people = User.objects.bulk_create(User(username=f"reader{number}") for number in range(PEOPLE))
    roots = list(Page.objects.filter(depth=3))
    AccessRule.objects.bulk_create(AccessRule(work=page.translation_key, setting="named") for page in roots)
    view = Permission.objects.get(content_type__model="page", codename="view_page")
    PageUserGrant.objects.bulk_create(
        PageUserGrant(user=people[(place + turn * 7) % PEOPLE], permission=view, content_object=page)
        for place, page in enumerate(roots)
        for turn in range(10)
    )
    began = time.perf_counter()
    assign_everything()
    print(f"{time.perf_counter() - began:.1f} s to assign every class anew")
    return people[0]


def publish_in_any_order() -> None:
    """Sections are filled side by side, not one after the other."""
    pages = list(Page.objects.filter(depth__gte=3))
    moments = [timezone.now() - datetime.timedelta(minutes=place) for place in range(len(pages))]
    random.Random(4).shuffle(moments)
    for page, moment in zip(pages, moments, strict=True):
        page.first_published_at = moment
    Page.objects.bulk_update(pages, ["first_published_at"], batch_size=500)


def listing(pages: QuerySet) -> list[Page]:
    return list(pages.order_by("-first_published_at", "-pk")[:20])


def milliseconds(do: Callable[[], object]) -> float:
    taken = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        do()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken) * 1000


reader = fill()
live = Page.objects.filter(live=True)
print(f"{Page.objects.count()} pages, {PageUserGrant.objects.count()} grants, {AccessClass.objects.count()} classes")
readers = {
    "who is named in a tenth of the sections": principal_of(reader),
    "an administrator, who reads everything": principal_of(User.objects.create_superuser("chief")),
    "anonymous, who reads next to nothing": anonymous(),
}
for who, principal in readers.items():
    bare, kept = milliseconds(lambda: listing(live)), milliseconds(lambda who=principal: listing(readable(who, live)))
    count = milliseconds(live.count), milliseconds(readable(principal, live).count)
    asked = milliseconds(lambda who=principal: reach(who.tokens, who.user.pk, who.group_ids))
    print(f"{who}: {readable(principal, live).count()} pages")
    print(f"  a listing: {kept / bare:.2f} times the unfiltered one ({kept:.2f} ms, {bare:.2f} ms)")
    print(f"  counting: {count[1]:.1f} ms, unfiltered {count[0]:.1f} ms; which classes are open: {asked:.1f} ms")
section = Page.objects.filter(depth=3).first()
began = time.perf_counter()
set_access(section, Wanted("members"), by=None)
print(f"a rule of a section of {BELOW} pages changed: {(time.perf_counter() - began) * 1000:.0f} ms")
