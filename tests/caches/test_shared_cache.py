"""A cache in front of the site, a real one: nothing of what a person is shown comes out of it for another."""

import re
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from itertools import product
from urllib.parse import urlsplit

import pytest

from tests.browser.addresses import PAGES
from tests.browser.serving import Site
from tests.caches.nginx import Front, in_front_of
from tests.caches.workers import Answer, ask

CLOSED = ("for-members", "known", "../elsewhere")
SECRETS = (b"Zorkmid for-members", b"Zorkmid abstract", b"Zorkmid elsewhere", b"%PDF Zorkmid", b"About for-members")
# Answers that were kept, or are about to be, by a cache that others share.
KEPT = {"HIT", "EXPIRED", "REVALIDATED", "STALE", "UPDATING"}
PRIVATE = "private, no-store"


@pytest.fixture(scope="module")
def front(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    with in_front_of(site, tmp_path_factory.mktemp("nginx") / "front") as running:
        yield running


@pytest.fixture(scope="module")
def closed(known: dict[str, str]) -> list[str]:
    """Every address of what only members may read."""
    pages = [f"/en/notices/{slug}/".replace("notices/../", "") for slug in CLOSED]
    beside = [f"{page}{part}" for page in pages for part in ("feed/", "cite.bib", "cite.ris", "cite.json")]
    return [*pages, *beside, known["document"], known["rendition"], f"/card/en/{known['key']}.png"]


@pytest.fixture(scope="module")
def addresses(closed: list[str]) -> list[str]:
    """With lists in which something closed stands, what machines read, and what belongs to a person."""
    pages = [f"/en/{tail}" for tail in PAGES.values() if "{" not in tail]
    lists = ["/en/notices/", "/en/notices/feed/", "/en/research/", "/en/notices/open/"]
    machines = ["/sitemap.xml", "/sitemap-en.xml", "/robots.txt", "/favicon.ico", "/manifest.webmanifest"]
    of_a_person = ["/en/account/", "/en/account/sessions/", "/admin/", "/admin/pages/", "/en/account/login/"]
    return [*closed, *pages, *lists, *machines, *of_a_person]


def told(answer: Answer) -> list[bytes]:
    return [secret for secret in SECRETS if secret in answer.body]


@pytest.mark.parametrize("name", ["member", "chief"])
def test_a53_what_one_was_shown_is_shown_to_nobody_else(
    name: str, front: Front, known: dict[str, str], addresses: list[str], closed: list[str]
) -> None:
    theirs = {address: ask(front.careful, address, session=known[name]) for address in addresses}
    others = {address: ask(front.careful, address) for address in addresses}

    # What is looked for could have been seen.
    assert {secret for answer in theirs.values() for secret in told(answer)} == set(SECRETS)
    assert {address: told(answer) for address, answer in others.items() if told(answer)} == {}
    opened = [address for address in closed if theirs[address].status == 200]
    assert len(opened) > len(closed) / 2
    assert {address for address in opened if theirs[address].headers["cache-control"] != PRIVATE} == set()
    assert {
        address
        for address in opened
        if {theirs[address].headers["x-cache"], others[address].headers["x-cache"]} & KEPT
    } == set()
    assert {address: others[address].status for address in closed if others[address].status == 200} == {}


def test_a53_a_cache_that_does_not_do_as_it_is_told_would_have_leaked(
    front: Front, known: dict[str, str], closed: list[str]
) -> None:
    """Else the test above would prove nothing."""
    ask(front.careless, closed[0], session=known["member"])
    assert ask(front.careless, closed[0]).headers["x-cache"] == "HIT"
    assert told(ask(front.careless, closed[0]))


def test_what_was_refused_to_one_is_not_refused_to_a_member(
    front: Front, known: dict[str, str], closed: list[str]
) -> None:
    refused = {address: ask(front.careful, address) for address in closed}
    shown = {address: ask(front.careful, address, session=known["member"]) for address in closed}
    assert {answer.status for answer in refused.values()} == {403, 404}
    pages = [address for address in closed if address.endswith("/") and "feed" not in address]
    assert {shown[address].status for address in pages} == {200}


def test_what_everyone_may_keep_is_kept(front: Front, site: Site) -> None:
    """Files that never change under their name; pages are asked for anew, since they may be closed at any moment."""
    page = ask(front.careful, "/en/notices/open/")
    sheet = re.search(rb'href="(/static/[^"]+\.css)"', page.body).group(1).decode()
    for address in (sheet, "/robots.txt"):
        ask(front.careful, address)
        assert ask(front.careful, address).headers["x-cache"] == "HIT", address
    again = ask(front.careful, "/en/notices/open/")
    assert (page.headers["x-cache"], again.headers["x-cache"]) == ("MISS", "MISS")


def test_what_is_closed_comes_out_of_no_cache_any_more(
    front: Front, known: dict[str, str], editor: Callable[[str], dict[str, str]]
) -> None:
    """Although everyone was shown it a moment ago."""
    own = ["/en/notices/closing/", "/en/notices/closing/cite.bib", f"/card/en/{known['closing']}.png"]
    lists = ["/en/notices/", "/en/notices/feed/", "/sitemap-en.xml"]
    for _time in range(2):
        before = {address: ask(front.careful, address) for address in [*own, *lists]}
    assert {answer.status for answer in before.values()} == {200}
    assert all(b"/notices/closing/" in before[address].body for address in lists)

    editor("close")

    assert {address: ask(front.careful, address).status for address in own} == dict.fromkeys(own, 404)
    assert [address for address in lists if b"/notices/closing/" in ask(front.careful, address).body] == []


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("condition", ["If_None_Match", "Range", "If_Modified_Since"])
def test_a37_conditions_tell_nothing_about_what_is_closed(
    method: str, condition: str, front: Front, site: Site, known: dict[str, str]
) -> None:
    """To the header, as of a document and a picture that there are not; a cache itself asks without conditions."""
    for url, name in product((site.url, front.careful), ("document", "rendition")):
        address = known[name]
        shown = ask(url, address, session=known["member"])
        assert shown.status == 200
        value = {
            "If_None_Match": shown.headers.get("etag", '"x"'),
            "Range": "bytes=0-3",
            "If_Modified_Since": "Wed, 01 Jan 2098 00:00:00 GMT",
        }[condition]
        absent = address.replace("/documents/", "/documents/99").replace("images/", "images/no-")
        answers = [ask(url, one, method=method, **{condition: value}) for one in (address, absent)]
        closed, there_is_none = ((answer.status, answer.headers | {"date": ""}, answer.body) for answer in answers)
        assert closed == there_is_none
        assert closed[0] == 404


def test_a56_after_signing_out_nothing_is_shown_and_the_browser_forgets(
    front: Front, known: dict[str, str], closed: list[str]
) -> None:
    session = known["chief"]
    assert ask(front.careful, closed[0], session=session).status == 200
    form = ask(front.careful, "/en/account/logout/", session=session)
    token = SimpleCookie(form.headers["set-cookie"])["csrftoken"].value
    cookies = f"sessionid={session}; csrftoken={token}"

    left = ask(front.careful, "/en/account/logout/", method="POST", Cookie=cookies, X_CSRFToken=token)

    kept = [left.headers.get(name) for name in ("clear-site-data", "cache-control")]
    assert (left.status, kept) == (302, ['"cache"', PRIVATE])
    assert ask(front.careful, closed[0], session=session).status == 404


@pytest.mark.parametrize("where", ["careful", "deployed"])
def test_a36_no_address_leads_to_the_files_as_they_are_stored(
    where: str, front: Front, site: Site, known: dict[str, str]
) -> None:
    """Neither for who may not read them nor for who may."""
    media = site.folder / "media"
    stored = [f"/media/{file.relative_to(media)}" for file in media.rglob("*") if file.is_file()]
    hidden = [address for address in stored if not address.startswith("/media/images/")]
    assert {urlsplit(address).path.split("/")[2] for address in hidden} == {"documents", "original_images"}
    ways = [
        way for address in hidden for way in (address, address.replace("/media/", "/media//"), f"/static/..{address}")
    ]
    for session in ("", known["member"]):
        assert {ask(getattr(front, where), way, session=session).status for way in ways} == {404}
    closed = known["rendition"]
    assert ask(getattr(front, where), closed).status == 404
    assert ask(getattr(front, where), closed, session=known["member"]).status == 200
