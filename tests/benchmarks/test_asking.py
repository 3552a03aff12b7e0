"""Messages over several connections, against a small real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest

from tests.benchmarks.asking import ask_all
from tests.benchmarks.messages import Message


class _Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    heard: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["message"]
        self.heard.append(message)
        self.send_response(500 if message == "fails" else 200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *arguments: Any) -> None:
        """Says nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    _Answering.heard = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def _messages(*texts: str) -> list[Message]:
    return [Message("documents", text) for text in texts]


def test_every_message_is_asked_once(port: int) -> None:
    counted: list[int] = []
    texts = [str(number) for number in range(20)]
    answered = ask_all(port, _messages(*texts), connections=4, each=counted.append)
    assert sorted(_Answering.heard) == sorted(texts)
    assert not any(each.failed for each in answered)
    assert counted == list(range(1, 21))


def test_a_failure_is_counted_and_the_next_message_asked(port: int) -> None:
    answered = ask_all(port, _messages("a", "fails", "b"), connections=1)
    assert [each.failed for each in answered] == [False, True, False]


def test_nothing_is_begun_after_the_time(port: int) -> None:
    assert ask_all(port, _messages("a", "b"), connections=2, most_seconds=0) == []
