"""An encoder behind an address: what it is asked, and what happens when it fails."""

import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from search.semantic import EncoderDown
from search.semantic import service as room
from search.semantic.service import Service


class Asked(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, self.headers.get("Authorization"), question))
        self.server.respond(self, question)

    def log_message(self, *args: object) -> None:
        """Nothing is said."""


Respond = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


@contextmanager
def serving(respond: Respond) -> Iterator[tuple[str, list]]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Asked) as server:
        server.asked, server.respond = [], respond
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1", server.asked
        finally:
            server.shutdown()
            thread.join()


def with_body(body: bytes, status: int = 200) -> Respond:
    def respond(handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return respond


def in_any_order(handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
    rows = [{"index": place, "embedding": [len(text), place]} for place, text in enumerate(question["input"])]
    with_body(json.dumps({"data": rows[::-1]}).encode())(handler, question)


def slowly(handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    with suppress(ConnectionError):
        for _ in range(20):
            handler.wfile.write(b" ")
            time.sleep(0.02)


def test_it_is_asked_in_the_usual_form_and_answers_in_the_order_of_the_texts() -> None:
    with serving(in_any_order) as (address, asked):
        vectors = Service(address, model="text-embedding-3-small", key="secret").passages(["peace", "war"])
    assert vectors.tolist() == [[5, 0], [3, 1]]
    assert asked == [
        ("/v1/embeddings", "Bearer secret", {"model": "text-embedding-3-small", "input": ["peace", "war"]})
    ]


def test_models_of_the_e5_family_are_told_what_a_text_is() -> None:
    with serving(in_any_order) as (address, asked):
        service = Service(address, model="intfloat/multilingual-e5-large")
        service.queries(["peace"])
        service.passages(["peace"])
    assert [(key, question["input"]) for _path, key, question in asked] == [
        (None, ["query: peace"]),
        (None, ["passage: peace"]),
    ]


@pytest.mark.parametrize(
    "respond",
    [
        with_body(b"{}", status=500),
        with_body(b"", status=302),
        with_body(b"not json"),
        with_body(b"[]"),
        with_body(b'{"data": []}'),
        with_body(b'{"data": [{"index": 0, "embedding": [1]}, {"index": 1, "embedding": [1]}]}'),
        with_body(b'{"data": [{"index": 0, "embedding": ["one"]}]}'),
        with_body(b'{"data": [{"index": 0, "embedding": [NaN]}]}'),
        with_body(b'{"data": [{"index": 0}]}'),
        with_body(b'{"data": [null]}'),
    ],
)
def test_what_is_no_answer_is_an_encoder_that_is_down(respond: Respond) -> None:
    with serving(respond) as (address, _asked), pytest.raises(EncoderDown):
        Service(address, model="m").queries(["peace"])


def test_after_a_failure_readers_do_not_wait_again_for_a_while(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with serving(with_body(b"", status=500)) as (address, asked):
        service = Service(address, model="m", key="secret")
        for _ in range(3):
            with pytest.raises(EncoderDown):
                service.queries(["a private question"])
    assert len(asked) == 1
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "private" not in caplog.text
    assert "secret" not in caplog.text
    with serving(in_any_order) as (address, _asked):
        again = Service(address, model="m")
        again._rests_until = time.monotonic() - 1
        assert again.queries(["peace"]).tolist() == [[5, 0]]


def test_nobody_waits_longer_than_the_time_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SECONDS_FOR_QUERIES", 0.1)
    began = time.monotonic()
    with serving(slowly) as (address, _asked), pytest.raises(EncoderDown):
        Service(address, model="m").queries(["peace"])
    assert time.monotonic() - began < 1.5


def test_an_answer_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_BYTES", 1000)
    with serving(with_body(b" " * 5000)) as (address, _asked), pytest.raises(EncoderDown):
        Service(address, model="m").queries(["peace"])


def test_where_nobody_listens_there_is_no_answer() -> None:
    with serving(in_any_order) as (address, _asked):
        pass
    with pytest.raises(EncoderDown):
        Service(address, model="m").queries(["peace"])
