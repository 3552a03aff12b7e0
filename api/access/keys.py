"""The access keys: created, listed, revoked and verified."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Literal, get_args

from sqlalchemy import Engine, Row, insert, select, update

from api.access.secret import hash_secret, matches, new_key, split_key
from api.tables import access_key
from knowledge.errors import BadInput, FieldError, NotFound

Role = Literal["agent", "pharmacist", "partner", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
# Last use is for people who tidy up keys: a minute is fine enough and spares a write per request.
LAST_USE_STEP = timedelta(minutes=1)
# Digests of secrets that were verified; enough for every key of a large deployment.
VERIFIED_LIMIT = 10_000
NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class AccessKey:
    """A key without its secret. `expires_at`, `revoked_at` and `last_used_at` are None where never."""

    id: str
    name: str
    role: Role
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None

    def holds(self, at: datetime) -> bool:
        """Whether the key is neither revoked nor expired at `at`."""
        return self.revoked_at is None and (self.expires_at is None or at < self.expires_at)


class KeyRing:
    """All access keys of this database. Verified secrets are remembered as digests, never revocations:
    whether a key still holds is read from the table on every use."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._verified: OrderedDict[bytes, None] = OrderedDict()
        self._lock = Lock()

    def create(self, role: Role, name: str, expires_at: datetime | None = None) -> tuple[AccessKey, str]:
        """A new key and its whole text, which is shown this once."""
        name = name.strip()
        if role not in ROLES:
            raise BadInput(f"Unknown role. Use one of: {', '.join(ROLES)}.", [FieldError("role", "unknown")])
        if not 0 < len(name) <= NAME_LIMIT:
            message = f"A key needs a name of 1 to {NAME_LIMIT} characters that says who uses it."
            raise BadInput(message, [FieldError("name", message)])
        key_id, secret, whole = new_key()
        row = {
            "id": key_id,
            "name": name,
            "role": role,
            "created_at": datetime.now(UTC),
            "expires_at": expires_at,
        }
        with self._engine.begin() as connection:
            connection.execute(insert(access_key).values(**row, secret_hash=hash_secret(secret)))
        return AccessKey(**row, revoked_at=None, last_used_at=None), whole  # type: ignore[arg-type]

    def all(self) -> list[AccessKey]:
        """Every key, also revoked ones, oldest first."""
        with self._engine.connect() as connection:
            return [
                _key(row) for row in connection.execute(select(access_key).order_by(access_key.c.created_at))
            ]

    def revoke(self, key_id: str) -> None:
        """Refuse the key from now on. Revoking twice keeps the first time. Raises NotFound."""
        with self._engine.begin() as connection:
            if connection.execute(select(access_key.c.id).filter_by(id=key_id)).first() is None:
                raise NotFound("There is no key with this id. `tideover keys list` shows all ids.")
            connection.execute(
                update(access_key)
                .where(access_key.c.id == key_id, access_key.c.revoked_at.is_(None))
                .values(revoked_at=datetime.now(UTC))
            )

    def verify(self, text: str) -> AccessKey | None:
        """The key behind `text`, or None for an unknown, wrong, revoked or expired one."""
        parts = split_key(text)
        if parts is None:
            return None
        key_id, secret = parts
        with self._engine.connect() as connection:
            row = connection.execute(select(access_key).where(access_key.c.id == key_id)).first()
        now = datetime.now(UTC)
        if row is None or not _key(row).holds(now) or not self._secret_matches(secret, row):
            return None
        return _key(row)

    def holding(self, key_id: str) -> AccessKey | None:
        """The key with this id, or None for an unknown, revoked or expired one."""
        with self._engine.connect() as connection:
            row = connection.execute(select(access_key).where(access_key.c.id == key_id)).first()
        key = None if row is None else _key(row)
        return key if key is not None and key.holds(datetime.now(UTC)) else None

    def knows(self, text: str) -> bool:
        """Whether this very text was verified before in this process; cheap, touches no table."""
        parts = split_key(text)
        return parts is not None and self._digest(*parts) in self._verified

    @staticmethod
    def use_is_due(key: AccessKey) -> bool:
        """Whether the last noted use is old enough to be noted again."""
        return key.last_used_at is None or datetime.now(UTC) - key.last_used_at >= LAST_USE_STEP

    def note_uses(self, key_ids: list[str]) -> None:
        """Write down that these keys were used now. Waits for other writers: call it beside requests."""
        with self._engine.begin() as connection:
            connection.execute(
                update(access_key).where(access_key.c.id.in_(key_ids)).values(last_used_at=datetime.now(UTC))
            )

    def _secret_matches(self, secret: str, row: Row[tuple[object, ...]]) -> bool:
        digest = self._digest(row.id, secret)
        if digest in self._verified:
            return True
        if not matches(secret, row.secret_hash):
            return False
        with self._lock:
            self._verified[digest] = None
            if len(self._verified) > VERIFIED_LIMIT:
                self._verified.popitem(last=False)
        return True

    @staticmethod
    def _digest(key_id: str, secret: str) -> bytes:
        return hashlib.sha256(f"{key_id}:{secret}".encode()).digest()


def _key(row: Row[tuple[object, ...]]) -> AccessKey:
    return AccessKey(
        row.id, row.name, row.role, row.created_at, row.expires_at, row.revoked_at, row.last_used_at
    )
