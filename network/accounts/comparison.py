"""What does each account of the demonstration see at the places that differ? As a table to print."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import AnonymousUser, User
from wagtail.models import Page

from access.actions import Action
from access.policy import can
from access.principals import Principal, principal_of
from pages.models import HomePage

# By address below the home page, without the language.
PLACES = {
    "forums/marrakech-platform/edition-4": "a closed meeting",
    "forums/marrakech-platform/edition-4/joint-declaration": "its declaration, below it in the tree",
    "forums/african-security-network/members": "a section for members",
    "research/digital-space-and-counter-terrorism": "a paper for one person",
    "research/capacity-building-and-cyber-expertise": "a paper that all may know of and ask for",
}
NOBODY = "without an account"
READS, ASKS, NOTHING = "reads", "asks", "–"


def page_at(address: str) -> Page | None:
    """One version of the work; none where the demonstration was not loaded."""
    homes = HomePage.objects.values_list("url_path", flat=True)
    return Page.objects.filter(url_path__in=[f"{home}{address}/" for home in homes]).order_by("pk").first()


def comparison(users: Iterable[User], *, language: str = "en") -> str:
    """The places, numbered, and a row for each of `users` and one for those without an account."""
    places = {address: page for address in PLACES if (page := page_at(address))}
    if not places:
        return ""
    numbered = enumerate(places, start=1)
    legend = [f"    {number}  /{language}/{address}/   {PLACES[address]}" for number, address in numbered]
    readers = {NOBODY: principal_of(AnonymousUser())} | {user.email: principal_of(user) for user in users}
    head = " " * 30 + "".join(f"{number:<7}" for number in range(1, len(places) + 1))
    rows = [f"    {name:<26}{_cells(reader, places)}" for name, reader in readers.items()]
    meaning = (
        f"“{NOTHING}”: is told that there is no such page. “{ASKS}”: sees title and summary, and may ask to read it."
    )
    return "\n".join(["What each of them sees:", *legend, "", head.rstrip(), *rows, "", f"    {meaning}"])


def _cells(reader: Principal, places: Mapping[str, Page]) -> str:
    return "".join(f"{_sees(reader, page):<7}" for page in places.values()).rstrip()


def _sees(reader: Principal, page: Page) -> str:
    if can(reader, Action.VIEW, page):
        return READS
    return ASKS if can(reader, Action.DISCOVER, page) else NOTHING
