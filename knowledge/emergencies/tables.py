"""The tables of this room, the same on SQLite and PostgreSQL (made by migration 0001).

Days and instants are ISO text exactly as their source gives them: `2024-10-11` is a whole day in the state's
own time zone, `2024-10-11T14:30:00+00:00` an instant in UTC, "" not given. Text of this form sorts by time.
"""

from __future__ import annotations

import sqlalchemy as sa

from knowledge.database import Base

METADATA = Base.metadata

DECLARATIONS = sa.Table(
    "declarations",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(2), nullable=False),
    sa.Column("title", sa.String(400), nullable=False),
    sa.Column("incident", sa.String(200), nullable=False),
    sa.Column("state", sa.String(2), nullable=False),
    sa.Column("declared", sa.String(35), nullable=False),
    sa.Column("began", sa.String(35), nullable=False),
    sa.Column("ended", sa.String(35), nullable=False),
    # The day FEMA closed its books on the disaster; says nothing about the emergency itself.
    sa.Column("closed", sa.String(35), nullable=False),
    # openfema, built-in or sample: a better source replaces a weaker one, never the other way.
    sa.Column("source", sa.String(20), nullable=False),
    sa.Column("source_url", sa.String(500), nullable=False),
    sa.Column("checked", sa.String(10), nullable=False),
    sa.Column("confidence", sa.String(6), nullable=False),
    sa.Column("note", sa.String(2000), nullable=False),
    sa.Index("ix_declarations_state_declared", "state", "declared"),
)

AREAS = sa.Table(
    "declaration_areas",
    METADATA,
    sa.Column(
        "declaration_id",
        sa.String(40),
        sa.ForeignKey("declarations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    # County code and name together: one county code can stand beside several named parts of it.
    sa.Column("area_key", sa.String(220), primary_key=True),
    sa.Column("county_fips", sa.String(5), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("reach", sa.String(9), nullable=False),
)

ACTIVATIONS = sa.Table(
    "activations",
    METADATA,
    sa.Column("activation_id", sa.String(80), primary_key=True),
    sa.Column("state", sa.String(2), primary_key=True),
    sa.Column("county_fips", sa.String(5), primary_key=True),
    sa.Column("zip", sa.String(5), primary_key=True),
    sa.Column("kind", sa.String(30), nullable=False),
    sa.Column("title", sa.String(400), nullable=False),
    sa.Column("begins", sa.String(35), nullable=False),
    sa.Column("ends", sa.String(35), nullable=False),
    sa.Column("authority", sa.String(400), nullable=False),
    sa.Column("source_url", sa.String(500), nullable=False),
    sa.Column("note", sa.String(2000), nullable=False),
    sa.Column("sample", sa.Boolean, nullable=False),
    sa.Index("ix_activations_state_kind", "state", "kind"),
)

IMPORTS = sa.Table(
    "emergency_imports",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("dataset", sa.String(20), nullable=False),
    sa.Column("source", sa.String(500), nullable=False),
    sa.Column("imported_at", sa.String(35), nullable=False),
    # The moment up to which the data were complete, which is older than the import of an old file.
    sa.Column("data_as_of", sa.String(35), nullable=False),
    sa.Column("row_count", sa.Integer, nullable=False),
)

OPENFEMA, BUILT_IN, SAMPLE = "openfema", "built-in", "sample"
