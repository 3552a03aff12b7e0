"""A store in files that several workers share: quick to write, and swept without reading what still holds."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import msgspec
from litestar.concurrency import sync_to_thread
from litestar.exceptions import SerializationException
from litestar.stores.base import StorageObject
from litestar.stores.file import FileStore

# What cannot be read is being written by another worker, or was left by one that died meanwhile.
UNFINISHED_SECONDS = 60.0


class SharedFiles(FileStore):
    """Litestar's files with a `put` for whoever is in a thread of their own already.

    Two threads for each answer that is kept would take longer than the writing. The time of a file is the
    moment when it expires, so that a sweep over a night's conversations opens only those that are over.
    """

    def put(self, key: str, value: bytes, expires_in: int | timedelta | None = None) -> None:
        """`set`, in this thread. What cannot be written is forgotten: that costs memory, never an answer."""
        held = StorageObject.new(value, expires_in)
        file = Path(self._path_from_key(key))
        try:
            _write(file, held)
        except OSError:
            with suppress(OSError):
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write(file, held)

    async def set(self, key: str, value: str | bytes, expires_in: int | timedelta | None = None) -> None:
        await sync_to_thread(self.put, key, value.encode() if isinstance(value, str) else value, expires_in)

    async def delete_expired(self) -> None:
        await sync_to_thread(self._sweep)

    def _sweep(self) -> None:
        now = time.time()
        with os.scandir(self.path) as files:
            for file in files:
                if file.stat().st_mtime <= now and _is_over(Path(file), now):
                    Path(file).unlink(missing_ok=True)


def _write(file: Path, held: StorageObject) -> None:
    """Whole or not at all: another worker may read it at any moment."""
    unfinished = Path(f"{file}.{secrets.token_hex(8)}")
    try:
        written = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(written, held.to_bytes())
            if held.expires_at is not None:
                os.utime(written, (time.time(), held.expires_at.timestamp()))
        finally:
            os.close(written)
        unfinished.replace(file)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def _is_over(file: Path, now: float) -> bool:
    try:
        return StorageObject.from_bytes(file.read_bytes()).expired
    except FileNotFoundError:
        return False
    except (SerializationException, msgspec.MsgspecError):
        return file.stat().st_mtime < now - UNFINISHED_SECONDS
