"""A process beside the site, which prepares it and then changes it: one line in is what to do, one line out is done.

The workers of the site hear of nothing but what is in the database and in the files they share.
"""

import datetime
import json
import sys
from collections.abc import Callable

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.auth.models import Group, User  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.files.base import ContentFile  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.images.tests.utils import get_test_image_file  # noqa: E402
from wagtail.models import Page  # noqa: E402

from access.changing import Wanted, set_access  # noqa: E402
from access.models import PageUserGrant  # noqa: E402
from library.models import LibraryDocument, LibraryImage  # noqa: E402
from network.membership import verbs  # noqa: E402
from network.membership.models import Membership  # noqa: E402
from pages.models import HomePage, IndexPage, ResearchPaperPage, StandardPage, WorkFile  # noqa: E402

HEADS = "Heads of state"
MEMBERS = ("member", "suspended", "expired", "disabled")
PEOPLE = (*MEMBERS, "leaver", "granted", "revoked", "chief")
OPEN = ("rule-edited", "unpublished", "deleted", "moved", "embargoed", "dated", "closing", "open")
SOON = datetime.timedelta(seconds=3)
DAY = datetime.timedelta(days=1)


def prepare() -> dict[str, str]:
    """A list of open and closed pages, and people with sessions; returns what the tests can't know."""
    home = HomePage.objects.get(locale__language_code="en")
    notices = _add(home, IndexPage, "notices", lists="children")
    for slug in OPEN:
        _add(notices, StandardPage, slug)
    people = {name: User.objects.create(username=name, is_superuser=name == "chief") for name in PEOPLE}
    people["leaver"].groups.add(Group.objects.create(name=HEADS))
    for name in MEMBERS:
        verbs.admit(people[name], reason="For the tests")
    set_access(_add(home, StandardPage, "elsewhere"), Wanted("members"), by=None)
    set_access(_add(notices, StandardPage, "for-heads"), Wanted("named", groups=frozenset(_heads())), by=None)
    named = frozenset({people["granted"], people["revoked"]})
    set_access(_add(notices, StandardPage, "for-named"), Wanted("named", persons=named), by=None)
    set_access(_page("embargoed"), Wanted("everyone", starts_at=timezone.now() - DAY), by=None)
    known = _add(notices, StandardPage, "known")
    set_access(known, Wanted("members", discovery="everyone"), by=None)
    return _paper(notices) | {name: _session(user) for name, user in people.items()}


def _paper(above: Page) -> dict[str, str]:
    """A closed page with a closed file and picture."""
    image = LibraryImage.objects.create(title="Zorkmid picture", file=get_test_image_file())
    paper = _add(above, ResearchPaperPage, "for-members", abstract="Zorkmid abstract", listing_image=image)
    document = LibraryDocument.objects.create(title="Zorkmid", file=ContentFile(b"%PDF Zorkmid", name="zorkmid.pdf"))
    WorkFile.objects.create(page=paper, document=document, language="en", locale=paper.locale)
    paper.save()
    set_access(paper, Wanted("members"), by=None)
    return {
        "document": document.url,
        "rendition": image.get_rendition("width-100").url,
        "key": str(paper.translation_key),
        "closing": str(_page("closing").translation_key),
    }


def _add(above: Page, model: type[Page], slug: str, **fields: object) -> Page:
    page = model(title=f"Zorkmid {slug}", slug=slug, summary=f"About {slug}", locale_id=above.locale_id, **fields)
    return Page.objects.get(pk=above.pk).add_child(instance=page)


def _session(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "network.membership.backend.MemberBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


def _page(slug: str) -> Page:
    return Page.objects.get(slug=slug, locale__language_code="en")


def _person(name: str) -> User:
    return User.objects.get(username=name)


def _heads() -> list[Group]:
    return list(Group.objects.filter(name=HEADS))


def _membership(name: str) -> Membership:
    return Membership.objects.get(user__username=name)


def _suspend() -> None:
    verbs.suspend(_membership("suspended"), actor=_person("chief"), reason="As it was decided")


def _grants(name: str):
    return PageUserGrant.objects.filter(user=_person(name))


STEPS: dict[str, Callable[[], object]] = {
    "prepare": prepare,
    "edit the rule": lambda: set_access(_page("rule-edited"), Wanted("members"), by=None),
    "close": lambda: set_access(_page("closing"), Wanted("members"), by=None),
    "unpublish": lambda: _page("unpublished").specific.unpublish(),
    "delete": lambda: _page("deleted").specific.delete(),
    "move into a closed section": lambda: _page("moved").specific.move(_page("elsewhere"), pos="last-child"),
    "extend the embargo": lambda: set_access(
        _page("embargoed"), Wanted("everyone", starts_at=timezone.now() + DAY), by=None
    ),
    "let the date of the rule pass": lambda: set_access(
        _page("dated"), Wanted("everyone", ends_at=timezone.now() + SOON), by=None
    ),
    "leave the group": lambda: _person("leaver").groups.clear(),
    "disable the account": lambda: User.objects.filter(username="disabled").update(is_active=False),
    "suspend the membership": _suspend,
    "let the membership end": lambda: Membership.objects.filter(user__username="expired").update(
        until=timezone.localdate() - DAY
    ),
    "let the grant end": lambda: _grants("granted").update(until=timezone.now() + SOON),
    "revoke the grant": lambda: _grants("revoked").delete(),
}


def main() -> None:
    for line in sys.stdin:
        found = STEPS[line.strip()]()
        print(json.dumps(found if isinstance(found, dict) else {}), flush=True)


if __name__ == "__main__":
    main()
