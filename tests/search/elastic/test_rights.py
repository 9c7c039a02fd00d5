"""Wrong passwords, accounts without rights, a server that is full: told in words to who looks after it."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from elasticsearch import Elasticsearch

from search.engines.base import EngineDown
from search.engines.elastic.engine import Elastic
from tests.search.contract.shelf import asked, entry, found, word

WORDS = {
    "wrong password": "The server refuses the user or the password of SEARCH_URL.",
    "no account": "The server refuses the user or the password of SEARCH_URL.",
    "no rights": "The user of SEARCH_URL may not do this; it needs all rights on indexes that begin with the prefix.",
}
# `.ci/elasticsearch` makes it, with the same password, and gives it no rights.
STRANGER = "stranger"


def as_other(url: str, whose: str) -> str:
    parts = urlsplit(url)
    account = {
        "wrong password": f"{parts.username}:wr0ng",
        "no account": "",
        "no rights": f"{STRANGER}:{parts.password}",
    }[whose]
    netloc = f"{account}@{parts.hostname}:{parts.port}" if account else f"{parts.hostname}:{parts.port}"
    return parts._replace(netloc=netloc).geturl()


DOINGS: list[Callable[[Elastic], object]] = [
    lambda engine: asked(engine, word("water")),
    lambda engine: engine.write([entry("b", "water")], (), 1),
    lambda engine: list(engine.held()),
    lambda engine: engine.build().__enter__(),
]


@pytest.mark.parametrize("whose", list(WORDS))
def test_who_is_not_let_in_is_told_to_the_log_alone(
    whose: str, elastic: Elastic, caplog: pytest.LogCaptureFixture
) -> None:
    elastic.write([entry("a", "water")], (), 1)
    engine = Elastic(as_other(elastic.url, whose))
    for do in DOINGS:
        caplog.clear()
        with pytest.raises(EngineDown) as failure:
            do(engine)
        assert str(failure.value) == "The search engine does not answer."
        assert WORDS[whose] in caplog.text
        assert "wr0ng" not in caplog.text
        assert str(urlsplit(elastic.url).password) not in caplog.text
    engine.close()
    assert found(asked(elastic, word("water"))) == "a"


def test_a_full_disk_stops_writing_and_nothing_else(
    elastic: Elastic, server: Elasticsearch, caplog: pytest.LogCaptureFixture
) -> None:
    elastic.write([entry("a", "water")], (), 1)
    everything = f"{elastic._prefix}-*"
    server.indices.put_settings(index=everything, settings={"index.blocks.read_only_allow_delete": True})
    with pytest.raises(EngineDown, match=r"^The search engine does not answer\.$"):
        elastic.write([entry("b", "water")], (), 1)
    assert "The indexes are read-only; most often the server's disk is full." in caplog.text
    assert found(asked(elastic, word("water"))) == "a"
    server.indices.put_settings(index=everything, settings={"index.blocks.read_only_allow_delete": None})
    assert elastic.write([entry("b", "water")], (), 1) == {}
    assert found(asked(elastic, word("water"))) == "ab"
