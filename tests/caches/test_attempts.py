"""Attempts to sign in are counted for the machine, not for each worker of it."""

import re

from tests.browser.serving import Site
from tests.caches.workers import ask, stopped, workers_of

LOGIN = "/en/account/login/"
TRIES = 5


def tried(site: Site, worker: int, email: str) -> str:
    """What the worker answers to a wrong password."""
    with stopped(other for other in workers_of(site) if other != worker):
        form = ask(site.url, LOGIN)
        token = re.search(r"csrftoken=(\w+)", form.headers["set-cookie"])[1]
        said = f"csrfmiddlewaretoken={token}&login={email}&password=wrong"
        answer = ask(
            site.url,
            LOGIN,
            method="POST",
            body=said,
            Cookie=f"csrftoken={token}",
            Content_Type="application/x-www-form-urlencoded",
        )
    assert answer.status == 200
    return answer.body.decode()


def test_a77_attempts_are_counted_for_all_workers_together(site: Site) -> None:
    first, second = workers_of(site)
    before = [tried(site, worker, "nobody@example.org") for worker in [first, second] * 2 + [first]]

    assert len(before) == TRIES
    assert [page for page in before if "Too many failed login attempts" in page] == []
    for worker in (first, second):
        assert "Too many failed login attempts" in tried(site, worker, "nobody@example.org")
