"""How tests ask the search, as a reader does."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import Group, User
from django.test import override_settings

from access.principals import Principal, anonymous, principal_of
from search.engines import forget
from search.query import understand
from search.results import find
from search.shown import Results

# No folder can be made there.
AWAY = "embedded:///dev/null/search"


@contextmanager
def engine_away() -> Iterator[None]:
    with override_settings(SEARCH_URL=AWAY):
        yield
    forget()


def ask(text: str, reader: Principal | None = None, *, spoken: str = "en", page: int = 1, **given: object) -> Results:
    """`given` are the parameters of an address, `sort` among them."""
    sort = str(given.pop("sort", "relevance"))
    filters = {name: [str(value)] for name, value in given.items()}
    asked = understand(text, language=spoken)
    return find(asked, reader or anonymous(), language=spoken, sort=sort, page=page, filters=filters)


def titles(results: Results) -> list[str]:
    return [result.title for result in results.rows]


def values(results: Results, name: str) -> dict[str, tuple[str, int]]:
    """What a facet offers: the value in an address, in words, and how many there are."""
    facet = next((facet for facet in results.facets if facet.name == name), None)
    return {option.value: (option.label.text, option.count) for option in facet.options} if facet else {}


def new_member() -> Principal:
    user = User.objects.create_user("member", "member@example.org", "secret")
    user.groups.add(Group.objects.get_or_create(name="Members")[0])
    return principal_of(user)


def again(reader: Principal) -> Principal:
    """As in another request."""
    return principal_of(User.objects.get(pk=reader.user.pk))
