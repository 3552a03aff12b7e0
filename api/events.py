"""Server-sent events: a synchronous stream of the assistant becomes bytes on the wire.

The assistant works in a thread; while it is silent a comment keeps proxies and phones from hanging up.
A client that goes away ends the stream after the step that is running.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import msgspec
from litestar.response import Stream

# Shorter than the idle time of common proxies and mobile networks (30 s and up).
PING_SECONDS = 10.0
PING = b": still working\n\n"
MEDIA_TYPE = "text/event-stream"
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}

T = TypeVar("T")


def event(name: str, data: object) -> bytes:
    """One event; JSON has no raw line breaks, so one `data` line holds it."""
    return b"event: " + name.encode() + b"\ndata: " + msgspec.json.encode(data) + b"\n\n"


def event_stream(chunks: AsyncIterator[bytes]) -> Stream:
    """The response that carries `chunks`."""
    return Stream(chunks, media_type=MEDIA_TYPE, headers=HEADERS)


async def in_thread(
    steps: Iterator[T], executor: ThreadPoolExecutor, ping_seconds: float = PING_SECONDS
) -> AsyncGenerator[T | None]:
    """The items of `steps`, each computed in `executor`; None whenever `ping_seconds` passed without one.

    When the consumer stops early, the running step finishes in its thread and then `steps` is closed.
    """
    end = object()
    step: Future[object] | None = None
    try:
        while True:
            step = executor.submit(next, steps, end)
            waiting = asyncio.wrap_future(step)
            while not (await asyncio.wait({waiting}, timeout=ping_seconds))[0]:
                yield None
            item = waiting.result()
            if item is end:
                return
            yield item  # type: ignore[misc]  # `end` was handled
    finally:
        if step is not None:
            # In the step's own thread, when no thread is inside the generator any more.
            step.add_done_callback(lambda _: _close(steps))


def _close(steps: Iterator[object]) -> None:
    """Run a generator's own clean-up; other iterators have none."""
    closing = getattr(steps, "close", None)
    if closing is not None:
        closing()
