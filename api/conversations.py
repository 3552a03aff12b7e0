"""Conversations between turns: slots in a store for two hours, never the words."""

from __future__ import annotations

import re
import secrets
from typing import Any

import msgspec
from litestar import Request
from litestar.stores.base import Store

from api.shared_files import SharedFiles
from api.stores import CONVERSATION_STORE
from assistant.conversation.conversation import Conversation

# From the last turn; long enough for a night's queue at a shelter, short enough to forget a borrowed phone.
LIFETIME_SECONDS = 2 * 60 * 60
ID_PATTERN = re.compile(r"[A-Za-z0-9_-]{32}")


class Conversations:
    """Finds and keeps the slots of a conversation by its id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def find(self, conversation_id: str | None) -> tuple[str, Conversation]:
        """The id and slots to go on with: a new id and no slots where nobody issued the given one."""
        held = await self._load(conversation_id) if conversation_id else None
        if conversation_id and held is not None:
            return conversation_id, held
        return secrets.token_urlsafe(24), Conversation()

    def keep_in_thread(self, conversation_id: str, conversation: Conversation) -> bool:
        """Remember the slots from the thread that found them; False where the store cannot: then `keep`."""
        if not isinstance(self._store, SharedFiles):
            return False
        self._store.put(conversation_id, msgspec.json.encode(conversation), LIFETIME_SECONDS)
        return True

    async def keep(self, conversation_id: str, conversation: Conversation) -> None:
        """Remember the slots for another two hours."""
        await self._store.set(conversation_id, msgspec.json.encode(conversation), expires_in=LIFETIME_SECONDS)

    async def _load(self, conversation_id: str) -> Conversation | None:
        if not ID_PATTERN.fullmatch(conversation_id):
            return None
        held = await self._store.get(conversation_id)
        if held is None:
            return None
        try:
            return msgspec.json.decode(held, type=Conversation)
        except msgspec.MsgspecError:
            # Kept by an older release with other slots: better asked again than misread.
            return None


def conversations_of(request: Request[Any, Any, Any]) -> Conversations:
    """The conversations in the application's store."""
    return Conversations(request.app.stores.get(CONVERSATION_STORE))
