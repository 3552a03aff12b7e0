"""A server that speaks the OpenAI chat protocol over real HTTP and misbehaves on demand.

It stands in for a hosted model, which no test can run. `Script` says what it streams, word by word.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Script:
    """What the next request gets. `requests` keeps the bodies that came in."""

    text: str = ""
    status: int = 200
    stall_seconds: float = 0.0
    cut_after_words: int | None = None
    raw: bytes = b""
    requests: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def fake_openai() -> Iterator[tuple[str, Script]]:
    """The base URL of a running server, and the script that it follows."""
    script = Script()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(script))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Quiet: the tests' output is for the tests."""

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            script.requests.append(json.loads(self.rfile.read(length)))
            if script.status != 200:
                self._refuse()
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            # The client giving up is what some tests are about.
            with suppress(BrokenPipeError, ConnectionResetError):
                self._stream()
            self.close_connection = True

        def _refuse(self) -> None:
            body = b'{"error": {"message": "slow down", "type": "rate_limit"}}'
            self.send_response(script.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _stream(self) -> None:
            if script.raw:
                self.wfile.write(script.raw)
                return
            words = script.text.splitlines(keepends=True)
            pieces = [piece for line in words for piece in line.split(" ")]
            for number, piece in enumerate(pieces):
                if number == script.cut_after_words:
                    return
                if number == len(pieces) // 2 and script.stall_seconds:
                    time.sleep(script.stall_seconds)
                self._event({"content": piece if piece.endswith("\n") else piece + " "})
            self._event({}, "stop")
            self.wfile.write(b"data: [DONE]\n\n")

        def _event(self, delta: dict[str, str], finish: str | None = None) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            chunk = {
                "id": "chatcmpl-1",
                "object": "chat.completion.chunk",
                "created": 0,
                "model": "fake",
                "choices": [choice],
            }
            self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
            self.wfile.flush()

    return Handler
