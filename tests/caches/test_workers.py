"""Whatever takes the right to read away, in whatever process: the very next request is refused, by every worker."""

import time
from collections.abc import Callable

import pytest

from tests.browser.serving import Site
from tests.caches.workers import ask, stopped, workers_of

LIST = "/en/notices/"
# What is done, the page it concerns, and who was reading; nobody's pages are kept by each worker.
MEANS = {
    "edit the rule": ("rule-edited", ""),
    "unpublish": ("unpublished", ""),
    "delete": ("deleted", ""),
    "move into a closed section": ("moved", ""),
    "extend the embargo": ("embargoed", ""),
    "let the date of the rule pass": ("dated", ""),
    "leave the group": ("for-heads", "leaver"),
    "disable the account": ("for-members", "disabled"),
    "suspend the membership": ("for-members", "suspended"),
    "let the membership end": ("for-members", "expired"),
    "let the grant end": ("for-named", "granted"),
    "revoke the grant": ("for-named", "revoked"),
}
# Set to end a little later, without a change at that moment.
SOON = 3.1
PASS_BY_THEMSELVES = {"let the date of the rule pass", "let the grant end"}


@pytest.mark.parametrize("means", MEANS)
def test_b08_revoked_is_revoked_at_the_next_request_of_every_worker(
    means: str, site: Site, known: dict[str, str], editor: Callable[[str], dict[str, str]]
) -> None:
    slug, name = MEANS[means]
    workers, session = workers_of(site), known.get(name, "")
    assert len(workers) == 2

    def answers(worker: int) -> tuple[int, bool]:
        """The page's status, and whether the list names it."""
        with stopped(other for other in workers if other != worker):
            page, listing = (ask(site.url, address, session=session) for address in (f"{LIST}{slug}/", LIST))
        return page.status, f"Zorkmid {slug}".encode() in listing.body

    for worker in workers * 2:
        assert answers(worker) == (200, True)
    with stopped(workers):
        editor(means)
    if means in PASS_BY_THEMSELVES:
        # What is kept now must not be kept any longer than that.
        began = time.monotonic()
        assert [answers(worker) for worker in workers] == [(200, True), (200, True)]
        time.sleep(max(0, SOON - (time.monotonic() - began)))
    assert [answers(worker) for worker in workers] == [(404, False), (404, False)]


def test_what_nobody_in_particular_reads_is_kept_by_each_worker(site: Site, known: dict[str, str]) -> None:
    """Else the test above would prove nothing about what is kept."""
    for worker in workers_of(site):
        with stopped(other for other in workers_of(site) if other != worker):
            first, second = (ask(site.url, f"{LIST}open/") for _time in range(2))
        assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
        assert second.headers["etag"] == first.headers["etag"]
