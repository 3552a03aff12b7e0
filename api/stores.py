"""Where conversations and rate limits live: in the process, in files for several workers, or in Redis."""

from __future__ import annotations

import time
from collections.abc import Awaitable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import structlog
from anyio import Lock
from litestar.stores.base import Store
from litestar.stores.memory import MemoryStore

from api.access.limits import RATE_LIMIT_STORE
from api.access.sessions import SESSION_STORE
from api.settings import Settings
from api.shared_files import SharedFiles
from knowledge.errors import Unavailable

CONVERSATION_STORE = "conversation"
SHARED_STORES = (CONVERSATION_STORE, SESSION_STORE)
STORES = (*SHARED_STORES, RATE_LIMIT_STORE)
# An answer must not wait longer than this for what was remembered.
STORE_TIMEOUT_SECONDS = 2.0
# After a failure the store is left alone for this long, so that only one request pays the timeout.
STORE_PAUSE_SECONDS = 5.0

T = TypeVar("T")


class QuickStore(MemoryStore):
    """Litestar's store in memory, but who finds it free does not let all others go first."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock(fast_acquire=True)


class ForgivingStore(Store):
    """A shared store whose loss costs memory, never an answer: while it is down it looks empty.

    Someone in danger is answered without a remembered turn or a limit; the failure is logged.
    """

    def __init__(self, inner: Store, failures: tuple[type[Exception], ...]) -> None:
        self._inner = inner
        self._failures = failures
        self._paused_until = 0.0

    @property
    def is_down(self) -> bool:
        """Whether the last call failed and the pause after it still runs."""
        return time.monotonic() < self._paused_until

    async def set(self, key: str, value: str | bytes, expires_in: int | timedelta | None = None) -> None:
        await self._attempt(self._inner.set(key, value, expires_in), None)

    async def get(self, key: str, renew_for: int | timedelta | None = None) -> bytes | None:
        return await self._attempt(self._inner.get(key, renew_for), None)

    async def delete(self, key: str) -> None:
        await self._attempt(self._inner.delete(key), None)

    async def delete_all(self) -> None:
        await self._attempt(self._inner.delete_all(), None)

    async def exists(self, key: str) -> bool:
        return await self._attempt(self._inner.exists(key), False)

    async def expires_in(self, key: str) -> int | None:
        return await self._attempt(self._inner.expires_in(key), None)

    async def __aexit__(self, *_: object) -> None:
        await self._inner.__aexit__(None, None, None)

    async def _attempt(self, call: Awaitable[T], otherwise: T) -> T:
        if self.is_down:
            call.close()  # type: ignore[attr-defined]  # every call above is a coroutine
            return otherwise
        try:
            return await call
        except self._failures as error:
            self._paused_until = time.monotonic() + STORE_PAUSE_SECONDS
            structlog.get_logger("tideover.stores").warning("store_unreachable", kind=type(error).__name__)
            return otherwise


def open_stores(settings: Settings, workers: int = 1) -> dict[str, Store]:
    """The stores by name. Several workers without Redis share files, so that a conversation finds its slots
    whichever worker answers; each counts the calls that reach it for itself, because to share a count in a
    file takes longer than most answers, and loses some of it between two workers."""
    if settings.store_url:
        return {name: _redis_store(settings.store_url, name) for name in STORES}
    if workers > 1:
        folder = settings.home_path / "stores"
        shared: dict[str, Store] = {name: SharedFiles(_made(folder / name)) for name in SHARED_STORES}
        return shared | {RATE_LIMIT_STORE: QuickStore()}
    return {name: QuickStore() for name in STORES}


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _redis_store(url: str, name: str) -> Store:
    try:
        from litestar.stores.redis import RedisStore  # noqa: PLC0415  an extra, only where it is configured
        from redis.asyncio import Redis  # noqa: PLC0415
        from redis.asyncio.retry import Retry  # noqa: PLC0415
        from redis.backoff import NoBackoff  # noqa: PLC0415
        from redis.exceptions import RedisError  # noqa: PLC0415
    except ImportError as error:
        raise Unavailable(
            "TIDEOVER_STORE_URL needs the extra 'redis': install tideover[redis] or unset it."
        ) from error
    client = Redis.from_url(
        url,
        socket_timeout=STORE_TIMEOUT_SECONDS,
        socket_connect_timeout=STORE_TIMEOUT_SECONDS,
        retry=Retry(NoBackoff(), retries=0),  # the pause after a failure is ours
    )
    store = RedisStore(client, namespace=f"tideover_{name}", handle_client_shutdown=True)
    return ForgivingStore(store, (RedisError, OSError))


async def forget_expired(stores: dict[str, Store]) -> None:
    """Drop what has expired from stores that do not do it by themselves."""
    for store in stores.values():
        if isinstance(store, MemoryStore | SharedFiles):
            await store.delete_expired()
