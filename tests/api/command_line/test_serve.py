"""`tideover serve` as a process: first start, killed starts, several workers, quiet logs."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from api.ledger import AnswerLedger
from api.preparing import opened_tables
from api.settings import Settings
from tests.conftest import free_port, serving, wait_until_ready

LANTUS = "I left my Lantus at home. I'm at a shelter in Tampa 33602, where can I get more?"


def test_several_workers_share_conversations_and_counters(built_home: Path) -> None:
    with serving(built_home, "--workers", "2") as address:
        first = httpx.post(f"{address}/v1/chat", json={"message": "I need Lantus"}).json()
        issued = first["conversation_id"]
        for _ in range(8):  # whichever worker answers
            turn = {"message": "I am in Tampa 33602", "conversation_id": issued}
            answer = httpx.post(f"{address}/v1/chat", json=turn).json()
            assert answer["conversation_id"] == issued
            assert "insulin glargine" in [each["name"] for each in answer["understood"]["medicines"]]
        metrics = httpx.get(f"{address}/metrics").text
        counted = re.search(
            r'tideover_requests_total\{[^}]*path="/v1/chat"[^}]*status_code="200"\} (\S+)', metrics
        )
        assert counted is not None
        assert float(counted[1]) == 9


def test_a_flood_from_one_address_leaves_another_unharmed(built_home: Path, redis_url: str) -> None:
    limits = {"TIDEOVER_ADDRESS_REQUESTS_PER_MINUTE": "20", "TIDEOVER_STORE_URL": redis_url}
    with serving(built_home, "--workers", "2", **limits) as address, httpx.Client(base_url=address) as client:

        def ask(sender: str) -> int:
            headers = {"X-Forwarded-For": sender}
            return client.post("/v1/chat", json={"message": "Lantus, 33602"}, headers=headers).status_code

        flood = [ask("203.0.113.7") for _ in range(60)]
        assert flood.count(200) <= 25  # two workers may let one more through while both count
        assert flood[-1] == 429
        assert [ask("203.0.113.8") for _ in range(10)] == [200] * 10


def test_what_was_answered_is_in_the_ledger_after_a_stop(built_home: Path) -> None:
    with serving(built_home) as address:
        answered = httpx.post(f"{address}/v1/chat", json={"message": LANTUS}).json()["answer_id"]
    with opened_tables(Settings(home=str(built_home))) as engine:
        assert AnswerLedger(engine).holds(answered)


def test_a_port_that_is_taken_is_told_in_one_sentence(built_home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "-m", "api", "serve", "--port", str(taken.getsockname()[1])],
            env={**os.environ, "TIDEOVER_HOME": str(built_home)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: Cannot listen on 127.0.0.1")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("seconds", [0.5, 3.0])
def test_a_first_start_that_was_killed_is_followed_by_one_that_works(tmp_path: Path, seconds: float) -> None:
    home, port = tmp_path / "home", free_port()
    environment = {**os.environ, "TIDEOVER_HOME": str(home), "TIDEOVER_LOG_LEVEL": "error"}
    killed = subprocess.Popen([sys.executable, "-m", "api", "serve", "--port", str(port)], env=environment)
    time.sleep(seconds)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    again = subprocess.run(
        [sys.executable, "-m", "api", "keys", "create", "--role", "admin", "--name", "first"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 0, again.stderr
    assert again.stdout.startswith("tdo_")


def test_a_log_of_conversations_holds_nothing_about_anyone(built_home: Path, tmp_path: Path) -> None:
    log, port = tmp_path / "log", free_port()
    environment = {**os.environ, "TIDEOVER_HOME": str(built_home), "TIDEOVER_LOG_LEVEL": "debug"}
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "api", "serve", "--port", str(port)],
            env=environment,
            stdout=file,
            stderr=file,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_ready(address, process)
            talk(address)
        finally:
            process.terminate()
            process.wait(timeout=120)
    text = log.read_text()
    events = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    assert "/v1/chat" in {event.get("path") for event in events}
    for word in ("lantus", "glargine", "33602", "tampa", "27.95", "jane", "shelter", '127.0.0.1"', "tdo_"):
        assert word not in text.lower(), word


def talk(address: str) -> None:
    """Every kind of request that carries something about a person."""
    with httpx.Client(base_url=address) as client:
        client.post("/v1/chat", json={"message": f"Jane Doe here. {LANTUS}"})
        client.post("/v1/chat", json={"message": LANTUS}, headers={"Accept": "text/event-stream"})
        client.post(
            "/v1/chat", json={"message": "Lantus", "location": {"latitude": 27.95, "longitude": -82.45}}
        )
        client.post("/v1/chat", json={"message": "Jane \x00 Lantus 33602"})
        client.post(
            "/v1/chat",
            content=b'{"message": "Jane Lantus 33602',
            headers={"Content-Type": "application/json"},
        )
        client.post("/chat", data={"message": LANTUS})
        client.get("/v1/places", params={"near": "33602", "medicine": "Lantus"})
        client.get("/v1/places", params={"near": "33602", "medicine": "Lantus", "limit": "Jane"})
        client.get("/v1/medicines", params={"q": "Lantus"})
        client.get("/c/medicine.insulin-glargine")
        client.get("/tampa/33602/lantus")
        client.get("/v1/places", headers={"X-API-Key": "tdo_0123456789ab_" + "x" * 43})
