"""The API's own tables: access keys, the answer ledger and feedback. Built by `api/migrations`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Engine,
    ForeignKey,
    Index,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

from knowledge.database import NAMING, migrate

MIGRATIONS = Path(__file__).parent / "migrations"
# Beside knowledge's own table, so that both rooms can move their schema alone in one database.
VERSION_TABLE = "alembic_version_api"


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is taken off on the way in and put on on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(naming_convention=NAMING)

access_key = Table(
    "access_key",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    # The salted scrypt hash with its parameters; the secret itself is never stored.
    Column("secret_hash", String(200), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime),
    Column("revoked_at", UtcTime),
    Column("last_used_at", UtcTime),
)

# What an answer rested on, so that it can be reconstructed; no words, no person, no place.
answer_ledger = Table(
    "answer_ledger",
    metadata,
    Column("answer_id", String(64), primary_key=True),
    Column("answered_at", UtcTime, nullable=False),
    # The clock the answer was given for; differs from `answered_at` in a drill.
    Column("answered_for", UtcTime, nullable=False),
    Column("composer", String(200), nullable=False),
    # [{"id": evidence id, "version": hash of what was shown}]
    Column("evidence", JSON, nullable=False),
    Index("ix_answer_ledger_answered_at", "answered_at"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("answer_id", String(64), ForeignKey("answer_ledger.answer_id"), nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("reason", String(1000), nullable=False),
    Column("given_at", UtcTime, nullable=False),
    Index("ix_feedback_answer_id", "answer_id"),
)


def migrate_api_tables(engine: Engine) -> None:
    """Bring the API's tables to the newest schema; does nothing when they are."""
    migrate(engine, MIGRATIONS, VERSION_TABLE)
