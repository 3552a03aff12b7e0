"""The tables of the document register: versions, passages, conflicts, and which index is served."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, Date, DateTime, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.database import Base


class DocumentVersion(Base):
    """One version of one document, kept for good; `state` is active, replaced or withdrawn."""

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True)
    state: Mapped[str] = mapped_column(String(10), index=True)
    origin: Mapped[str] = mapped_column(String(10))
    title: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    # Everything else of the front matter, as JSON.
    details: Mapped[dict[str, object]] = mapped_column(JSON)
    effective: Mapped[date | None] = mapped_column(Date)
    expires: Mapped[date | None] = mapped_column(Date)
    added_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class PassageRow(Base):
    """A passage that was ever served; `current` ones are in the index, the rest only resolve citations."""

    __tablename__ = "document_passages"
    __table_args__ = (Index("ix_document_passages_document_id_current", "document_id", "current"),)

    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    document_id: Mapped[str] = mapped_column(String(80))
    version: Mapped[int] = mapped_column(Integer)
    current: Mapped[bool] = mapped_column(index=True)
    # SHA-256 of the embedding text: an unchanged passage is not embedded again. "" where none is kept.
    content_hash: Mapped[str] = mapped_column(String(64))
    passage: Mapped[str] = mapped_column(Text)
    retired_on: Mapped[date | None] = mapped_column(Date)


class ConflictRow(Base):
    """A statement that held ones contradict; open until an operator decides which to keep."""

    __tablename__ = "document_conflicts"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    keep: Mapped[str] = mapped_column(String(10))
    found_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    decided_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    # Both sides with their sentences, as JSON.
    conflict: Mapped[str] = mapped_column(Text)


class ServedIndex(Base):
    """The pointer: which collection of which vector store is served. Switching it is one UPDATE."""

    __tablename__ = "document_index"

    store: Mapped[str] = mapped_column(String(200), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    collection: Mapped[str] = mapped_column(String(120))
    model: Mapped[str] = mapped_column(String(200))
    # Over the ids and hashes of the passages: tells a replica whose store lags behind the register.
    fingerprint: Mapped[str] = mapped_column(String(64))
    built_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
