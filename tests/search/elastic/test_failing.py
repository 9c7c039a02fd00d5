"""What goes wrong is told to who looks after the server, in words, and to nobody else. Tried on a server that lies."""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import create_server
from threading import Thread

import pytest

from search.engines.base import EngineDown, NotBuilt, Question, Term
from search.engines.elastic.engine import Elastic
from search.entries import Tier

QUESTION = Question((Tier.PUBLIC,), frozenset({1}), Term("text_fr", "secret-word"))
SECRETS = ("s3cret", "127.0.0.1", "hidden", "secret-word", "text_fr", "_msearch")


def error(kind: str, status: int) -> bytes:
    return b'{"error": {"type": "%s", "reason": "text_fr hidden"}, "status": %d}' % (kind.encode(), status)


class Lying(ThreadingHTTPServer):
    status, body, product = 200, b"{}", "Elasticsearch"
    asked = 0


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Lying

    def do_POST(self) -> None:
        self.server.asked += 1
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(self.server.status)
        self.send_header("x-elastic-product", self.server.product)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def liar() -> Iterator[Lying]:
    with Lying(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def engine(liar: Lying) -> Iterator[Elastic]:
    made = Elastic(f"http://user:s3cret@127.0.0.1:{liar.server_address[1]}/hidden", answer=1.0)
    yield made
    made.close()


CASES = [
    (401, error("security_exception", 401), "The server refuses the user or the password of SEARCH_URL."),
    (403, error("security_exception", 403), "The user of SEARCH_URL may not do this"),
    (429, error("cluster_block_exception", 429), "The indexes are read-only; most often the server's disk is full."),
    (429, error("es_rejected_execution_exception", 429), "The server has too much to do (429)."),
    (503, b"<html>gateway</html>", "What answers at the address of SEARCH_URL is not Elasticsearch."),
    (400, error("media_type_header_exception", 400), "The server has a version that is not supported"),
    (500, error("null_pointer_exception", 500), "The server refuses what it was asked (500 null_pointer_exception)."),
    (200, b'{"responses": [', "What answers at the address of SEARCH_URL is not Elasticsearch."),
    (
        200,
        b'{"responses": [{"error": {"type": "search_phase_execution_exception"}, "status": 503}]}',
        "too much to do",
    ),
    (200, b'{"responses": 3}', "it fails"),
]


@pytest.mark.parametrize(("status", "body", "sentence"), CASES)
def test_a16_the_log_says_what_is_wrong_and_nobody_else_does(
    status: int, body: bytes, sentence: str, liar: Lying, engine: Elastic, caplog: pytest.LogCaptureFixture
) -> None:
    liar.status, liar.body = status, body
    with pytest.raises(EngineDown) as failure:
        engine.search(QUESTION)
    assert str(failure.value) == "The search engine does not answer."
    assert failure.value.__suppress_context__
    [line] = [record.getMessage() for record in caplog.records if record.name.startswith("search.")]
    assert sentence in line
    assert [secret for secret in SECRETS if secret in line] == []


def test_another_program_at_the_address_is_told_apart(
    liar: Lying, engine: Elastic, caplog: pytest.LogCaptureFixture
) -> None:
    liar.product = "Other"
    with pytest.raises(EngineDown):
        engine.search(QUESTION)
    assert "What answers at the address of SEARCH_URL is not Elasticsearch." in caplog.text


def test_an_index_that_is_not_there_is_no_failure_of_the_server(liar: Lying, engine: Elastic) -> None:
    liar.status, liar.body = 404, error("index_not_found_exception", 404)
    for _ in range(4):
        with pytest.raises(NotBuilt):
            engine.search(QUESTION)
    assert liar.asked == 8


def test_what_the_server_refuses_is_not_taken_for_its_absence(liar: Lying, engine: Elastic) -> None:
    liar.status, liar.body = 400, error("parsing_exception", 400)
    for _ in range(4):
        with pytest.raises(EngineDown):
            engine.search(QUESTION)
    assert liar.asked == 4


def test_a_server_with_too_much_to_do_is_left_alone(liar: Lying, engine: Elastic) -> None:
    liar.status, liar.body = 429, error("es_rejected_execution_exception", 429)
    for _ in range(5):
        with pytest.raises(EngineDown):
            engine.search(QUESTION)
    assert liar.asked == 2


def test_b05_who_waits_for_a_server_that_hangs_does_not_wait_long() -> None:
    with create_server(("127.0.0.1", 0)) as silent:
        engine = Elastic(f"http://127.0.0.1:{silent.getsockname()[1]}", answer=0.3)
        waits = [waited(engine) for _ in range(20)]
        engine.close()
    assert max(waits) < 1.5
    assert max(waits[2:]) < 0.1


def test_b04_a_server_that_is_gone_is_told_at_once() -> None:
    with create_server(("127.0.0.1", 0)) as one, create_server(("127.0.0.1", 0)) as two:
        ports = one.getsockname()[1], two.getsockname()[1]
    engine = Elastic("http://127.0.0.1:{},127.0.0.1:{}".format(*ports))
    assert max(waited(engine) for _ in range(20)) < 1.0
    engine.close()


def waited(engine: Elastic) -> float:
    begun = time.monotonic()
    with pytest.raises(EngineDown):
        engine.search(QUESTION)
    return time.monotonic() - begun


def test_who_may_read_nothing_is_answered_without_a_server() -> None:
    engine = Elastic("http://127.0.0.1:9")
    nobody = Question((Tier.PUBLIC,), frozenset(), facets=("kind",))
    assert engine.search(nobody).total == 0
    assert engine.nearest(b"", nobody, 3) == []
    assert engine.words_like("word", nobody, 3) == []
    engine.close()
