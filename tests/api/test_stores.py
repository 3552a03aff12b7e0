"""Conversations and limits in memory, files or Redis; a lost store costs memory, never an answer."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest
from litestar.stores.memory import MemoryStore

from api.access.limits import RATE_LIMIT_STORE
from api.conversations import Conversations
from api.settings import Settings
from api.shared_files import UNFINISHED_SECONDS, SharedFiles
from api.stores import CONVERSATION_STORE, SHARED_STORES, STORES, ForgivingStore, forget_expired, open_stores
from assistant.conversation.conversation import Conversation, MedicineSlot
from tests.conftest import free_port

HELD = Conversation(medicines=(MedicineSlot("insulin glargine", "Lantus"),), language="en")


def test_one_process_keeps_them_in_memory_and_several_in_files(tmp_path: Path) -> None:
    settings = Settings(home=str(tmp_path))
    assert all(isinstance(store, MemoryStore) for store in open_stores(settings).values())
    files = open_stores(settings, workers=2)
    assert set(files) == set(STORES)
    assert {name for name, store in files.items() if isinstance(store, SharedFiles)} == set(SHARED_STORES)
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


def test_a_worker_finds_what_another_wrote_in_its_own_thread(tmp_path: Path) -> None:
    stores = [open_stores(Settings(home=str(tmp_path)), workers=2)[CONVERSATION_STORE] for _ in range(2)]
    writing, reading = map(Conversations, stores)
    issued, _ = asyncio.run(writing.find(None))
    assert writing.keep_in_thread(issued, HELD)
    assert asyncio.run(reading.find(issued)) == (issued, HELD)
    assert not Conversations(MemoryStore()).keep_in_thread(issued, HELD), "there the caller keeps them"


def test_a_folder_that_was_taken_away_is_made_again(tmp_path: Path) -> None:
    store = SharedFiles(tmp_path / "gone")
    store.put("key", b"slots", 60)
    assert asyncio.run(store.get("key")) == b"slots"


def test_a_sweep_opens_only_the_files_that_are_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SharedFiles(tmp_path)
    store.put("held", b"x", 3600)
    store.put("for ever", b"x")
    store.put("over", b"x", -1)
    opened: list[str] = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: (opened.append(file.name), read(file))[1])
    asyncio.run(store.delete_expired())
    monkeypatch.undo()
    left = {file.name for file in tmp_path.iterdir()}
    assert left == {Path(store._path_from_key(key)).name for key in ("held", "for ever")}
    assert Path(store._path_from_key("held")).name not in opened


def test_a_sweep_leaves_what_is_being_written_and_takes_what_was_never_finished(tmp_path: Path) -> None:
    for name, age in (("now", 0.0), ("long ago", 2 * UNFINISHED_SECONDS)):
        (tmp_path / name).write_bytes(b"half a rec")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    asyncio.run(SharedFiles(tmp_path).delete_expired())
    assert [file.name for file in tmp_path.iterdir()] == ["now"]
