"""A served process to measure: started, waited for, asked over kept connections, weighed."""

from __future__ import annotations

import http.client
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

# Building a new folder takes minutes on a busy machine.
START_SECONDS = 600
STOP_SECONDS = 30
ANSWER_SECONDS = 60
# A server that is ready goes on loading the model and fitting the second net beside its first answers.
REST_SECONDS, MOST_REST_SECONDS = 1.0, 90.0
REST_SHARE = 0.05
# uvicorn closes a kept connection after five seconds in which nothing was asked.
IDLE_SECONDS = 4.0
ROOT = Path(__file__).parents[2]
# No limit may be what is measured.
UNLIMITED = {"TIDEOVER_ADDRESS_REQUESTS_PER_MINUTE": "1000000"}


@dataclass(frozen=True, slots=True)
class Served:
    """Where it listens, its process, and the seconds from its start until it was ready."""

    port: int
    process: subprocess.Popen[bytes]
    ready_seconds: float

    def memory_mb(self) -> float:
        """Resident memory of the process and its workers, in MB (10^6 bytes)."""
        return sum(each.memory_info().rss for each in self._processes()) / 1e6

    def rest(self) -> None:
        """Wait until nothing that its start began takes processor time any more (seconds)."""
        deadline = time.monotonic() + MOST_REST_SECONDS
        taken = self._processor_seconds()
        while time.monotonic() < deadline:
            time.sleep(REST_SECONDS)
            before, taken = taken, self._processor_seconds()
            if taken - before < REST_SHARE * REST_SECONDS:
                return

    def _processor_seconds(self) -> float:
        return sum(each.cpu_times().user + each.cpu_times().system for each in self._processes())

    def _processes(self) -> list[psutil.Process]:
        own = psutil.Process(self.process.pid)
        return [own, *own.children(recursive=True)]


class Caller:
    """One kept connection. `http.client` because it costs the client least: both share the machine.

    The questions come from many people, as a proxy would tell: the server counts the calls of each address,
    and one that asks a whole town's questions would have a history that nobody has.
    """

    _people = itertools.cycle(f"198.18.{net}.{host}" for host in range(250) for net in range(20))

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)
        self._used = time.monotonic()

    def get(self, path: str) -> float:
        return self._timed("GET", path, None, {"X-Forwarded-For": next(self._people)})

    def chat(self, message: str) -> float:
        """Seconds from sending the message until the whole answer is there."""
        body = json.dumps({"message": message}).encode()
        headers = {"Content-Type": "application/json", "X-Forwarded-For": next(self._people)}
        return self._timed("POST", "/v1/chat", body, headers)

    def close(self) -> None:
        self._connection.close()

    def _timed(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> float:
        if time.monotonic() - self._used > IDLE_SECONDS:
            self._connection.close()  # the request opens it again
        begun = time.perf_counter()
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        answer.read()
        seconds = time.perf_counter() - begun
        self._used = time.monotonic()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{path} answered {answer.status}")
        return seconds


def stop_servers_when_ended() -> None:
    """Let a command that is ended from outside leave its contexts, and with them its servers."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit("Ended."))


@contextmanager
def tideover(home: Path, *, workers: int = 1, **settings: str) -> Iterator[Served]:
    """`tideover serve` on that folder, ready; `settings` are variables of its environment."""
    port = _free_port()
    command = ["-m", "api", "serve", "--port", str(port), "--workers", str(workers)]
    with _running(command, port, "/readyz", environment(home, **UNLIMITED, **settings)) as served:
        yield served


@contextmanager
def hello() -> Iterator[Served]:
    """The smallest Litestar application (`hello.py`) in the same server with the same options."""
    port = _free_port()
    with _running(["-m", "tests.benchmarks.hello", str(port)], port, "/", dict(os.environ)) as served:
        yield served


def environment(home: Path, **settings: str) -> dict[str, str]:
    """That of whoever runs this, without settings of theirs that would change what is measured."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIDEOVER_")}
    return {**kept, "TIDEOVER_HOME": str(home), **settings}


def run_command(
    home: Path, *arguments: str, seconds: float, options: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """`tideover` with these arguments, waited for; `options` are those of Python."""
    return subprocess.run(
        [sys.executable, *options, "-m", "api", *arguments],
        cwd=ROOT,
        env=environment(home),
        check=True,
        capture_output=True,
        text=True,
        timeout=seconds,
    )


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(
    arguments: Sequence[str], port: int, path: str, environment: Mapping[str, str]
) -> Iterator[Served]:
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, **quiet)
    try:
        _wait_until_ready(port, path, process)
        yield Served(port, process, time.perf_counter() - begun)
    finally:
        process.terminate()
        try:
            process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_ready(port: int, path: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        caller = Caller(port)
        try:
            caller.get(path)
        except (OSError, http.client.HTTPException, RuntimeError):
            time.sleep(0.05)
        else:
            return
        finally:
            caller.close()
    raise RuntimeError("The server did not become ready.")
