"""Two sites that differ only in what a reader may not see answer every search of that reader with the same bytes."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.core.management import call_command

from tests.matrix.canaries import plain
from tests.matrix.engines import ENGINES, searched_by
from tests.matrix.test_two_worlds import answers, grow_what_is_closed
from tests.matrix.world import World

pytestmark = pytest.mark.django_db
WORDS = (
    "secret",
    "secrt",
    "Secret edition",
    '"secret topic"',
    "one",
    "links -secret",
    "closed",
    "year:1987",
    "country:is",
)
FILTERS = (
    "",
    "&country=IS",
    "&year=1987",
    "&topic=secret-topic",
    "&organisation=secret-body",
    "&type=news",
    "&page=2",
)


def addresses(world: World) -> list[str]:
    found = [f"/en/search/?q={quote(word)}{part}" for word in WORDS for part in ("", "&format=json", "&sort=newest")]
    found += [f"/en/search/?q=secret{part}&format=json" for part in FILTERS]
    found += [f"/en/search/?q={part}&format=json" for part in FILTERS]
    found += [f"/en/search/suggestions/?q={'Secret person'[:length]}" for length in range(1, 14)]
    found += [f"/{language}/search/?q=zq" for language in ("ar", "fr")]
    opened = [canary.word for canary in world.canaries.made if canary.obj == "open newspage"][:6]
    return found + [f"/en/search/?q={quote(word)}&format=json" for word in opened]


@pytest.mark.parametrize("name", ["", "member", "named"])
@pytest.mark.parametrize("engine", ENGINES)
def test_a02_what_is_closed_has_no_effect_on_what_is_found(
    engine: str, name: str, world: World, add: Callable
) -> None:
    with searched_by(engine):
        asked = addresses(world)
        before = answers(name, asked)
        assert any(b"zq" in plain(body.decode()).encode() for _status, _headers, body in before.values())
        list(grow_what_is_closed(world, add))
        for when in ("not indexed", "indexed"):
            after = answers(name, asked)
            assert [at for at in asked if before[at] != after[at]] == [], when
            call_command("worker", once=True, verbosity=0)
