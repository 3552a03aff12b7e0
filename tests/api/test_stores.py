"""Conversations and limits in memory, files or Redis; a lost store costs memory, never an answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from litestar.stores.file import FileStore
from litestar.stores.memory import MemoryStore

from api.access.limits import RATE_LIMIT_STORE
from api.conversations import Conversations
from api.settings import Settings
from api.stores import CONVERSATION_STORE, SHARED_STORES, STORES, ForgivingStore, forget_expired, open_stores
from assistant.conversation.conversation import Conversation, MedicineSlot
from tests.conftest import free_port

HELD = Conversation(medicines=(MedicineSlot("insulin glargine", "Lantus"),), language="en")


def test_one_process_keeps_them_in_memory_and_several_in_files(tmp_path: Path) -> None:
    settings = Settings(home=str(tmp_path))
    assert all(isinstance(store, MemoryStore) for store in open_stores(settings).values())
    files = open_stores(settings, workers=2)
    assert set(files) == set(STORES)
    assert {name for name, store in files.items() if isinstance(store, FileStore)} == set(SHARED_STORES)
    assert isinstance(files[RATE_LIMIT_STORE], MemoryStore), "each worker counts for itself"
    assert (tmp_path / "stores" / CONVERSATION_STORE).stat().st_mode & 0o077 == 0


def test_memory_answers_at_once_where_nobody_else_is_in_it(tmp_path: Path) -> None:
    async def ask() -> None:
        for store in open_stores(Settings(home=str(tmp_path))).values():
            with pytest.raises(StopIteration):  # the end, not a wait
                store.get("nothing").send(None)  # type: ignore[attr-defined]

    asyncio.run(ask())


@pytest.mark.parametrize("kind", ["memory", "files", "redis"])
def test_a_conversation_is_found_again(kind: str, tmp_path: Path, redis_url: str) -> None:
    settings = Settings(home=str(tmp_path), store_url=redis_url if kind == "redis" else "")
    stores = open_stores(settings, workers=2 if kind == "files" else 1)

    async def turn() -> tuple[str, Conversation, str]:
        store = stores[CONVERSATION_STORE]
        async with store:
            conversations = Conversations(store)
            issued, empty = await conversations.find(None)
            assert empty == Conversation()
            await conversations.keep(issued, HELD)
            _, found = await conversations.find(issued)
            other, _ = await conversations.find("x" * 32)
            assert await store.expires_in(issued)
            return issued, found, other

    issued, found, other = asyncio.run(turn())
    assert found == HELD
    assert other not in (issued, "x" * 32)


def test_slots_of_another_release_are_forgotten_not_misread() -> None:
    async def turn() -> Conversation:
        store = MemoryStore()
        await store.set("x" * 32, b'{"medicines": "no list"}')
        return (await Conversations(store).find("x" * 32))[1]

    assert asyncio.run(turn()) == Conversation()


def test_a_redis_that_is_gone_looks_empty() -> None:
    stores = open_stores(Settings(store_url=f"redis://127.0.0.1:{free_port()}/0"))
    store = stores[CONVERSATION_STORE]
    assert isinstance(store, ForgivingStore)

    async def turn() -> Conversation:
        async with store:
            conversations = Conversations(store)
            issued, _ = await conversations.find(None)
            await conversations.keep(issued, HELD)
            return (await conversations.find(issued))[1]

    assert asyncio.run(turn()) == Conversation()
    assert store.is_down


def test_what_has_expired_leaves_memory() -> None:
    async def turn() -> bool:
        store = MemoryStore()
        await store.set("gone", b"x", expires_in=-1)
        await store.set("held", b"x", expires_in=60)
        await forget_expired({"any": store})
        return await store.exists("gone") or not await store.exists("held")

    assert not asyncio.run(turn())
