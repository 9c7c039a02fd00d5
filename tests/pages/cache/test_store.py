"""The store keeps the latest used, within its bounds, and finds what shows a thing."""

import time

from pages.cache.store import Kept, Store


def kept(body: bytes = b"x" * 100, tags: tuple[str, ...] = (), lifetime: float = 60) -> Kept:
    return Kept(headers=(), body=body, etag='"e"', tags=frozenset(tags), good_until=time.monotonic() + lifetime)


def test_it_drops_exactly_what_shows_a_changed_thing() -> None:
    store = Store(max_size=1000)
    store.put(("a",), kept(tags=("work:1", "menu")))
    store.put(("b",), kept(tags=("work:2", "menu")))
    assert store.drop({"work:1", "work:9"}) == 1
    assert store.get(("a",)) is None
    assert store.get(("b",)) is not None
    assert store.drop({"menu"}) == 1
    assert len(store) == 0
    assert store.size == 0


def test_the_least_recently_used_make_room() -> None:
    store = Store(max_size=250)
    store.put(("a",), kept())
    store.put(("b",), kept())
    store.get(("a",))
    store.put(("c",), kept())
    assert [store.get((name,)) is not None for name in "abc"] == [True, False, True]
    assert store.size == 200


def test_what_is_larger_than_the_store_is_not_kept() -> None:
    store = Store(max_size=50)
    store.put(("a",), kept())
    assert len(store) == 0


def test_nothing_is_good_for_ever() -> None:
    store = Store(max_size=1000)
    store.put(("a",), kept(lifetime=-1))
    assert store.get(("a",)) is None
    assert len(store) == 0


def test_replacing_a_response_replaces_its_tags() -> None:
    store = Store(max_size=1000)
    store.put(("a",), kept(tags=("old",)))
    store.put(("a",), kept(tags=("new",)))
    assert store.drop({"old"}) == 0
    assert store.drop({"new"}) == 1
