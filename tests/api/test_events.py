"""A synchronous stream becomes events: pings while it is silent, and clean-up when the client leaves."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing

import pytest

from api.events import event, in_thread


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as threads:
        yield threads


def test_an_event_is_one_name_and_one_line_of_data() -> None:
    text = event("token", "two\nlines — ünï").decode()
    assert text.startswith("event: token\ndata: ")
    assert text.endswith("\n\n")
    assert text.count("\n") == 3
    assert json.loads(text.split("data: ")[1]) == "two\nlines — ünï"


def test_items_come_in_order(threads: ThreadPoolExecutor) -> None:
    async def collect() -> list[int | None]:
        return [item async for item in in_thread(iter([1, 2, 3]), threads)]

    assert asyncio.run(collect()) == [1, 2, 3]


def test_silence_is_filled_with_pings(threads: ThreadPoolExecutor) -> None:
    go_on = threading.Event()

    def steps() -> Iterator[str]:
        go_on.wait(10)
        yield "late"

    async def collect() -> list[str | None]:
        found: list[str | None] = []
        async for item in in_thread(steps(), threads, ping_seconds=0.01):
            found.append(item)
            if len(found) == 3:
                go_on.set()
        return found

    found = asyncio.run(collect())
    assert found[:3] == [None] * 3
    assert found[-1] == "late"


def test_a_client_that_leaves_lets_the_running_step_end_and_cleans_up(threads: ThreadPoolExecutor) -> None:
    go_on, cleaned = threading.Event(), threading.Event()

    def steps() -> Iterator[int]:
        try:
            yield 1
            go_on.wait(10)
            yield 2
        finally:
            cleaned.set()

    async def leave() -> None:
        async with aclosing(in_thread(steps(), threads, ping_seconds=0.01)) as items:
            async for item in items:
                if item is None:
                    break  # while the second step runs

    asyncio.run(leave())
    assert not cleaned.is_set()
    go_on.set()
    assert cleaned.wait(10)


def test_a_failure_reaches_the_consumer(threads: ThreadPoolExecutor) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise LookupError("broken")

    async def collect() -> None:
        async for _ in in_thread(steps(), threads):
            pass

    with pytest.raises(LookupError):
        asyncio.run(collect())
