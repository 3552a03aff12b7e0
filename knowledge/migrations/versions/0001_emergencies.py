"""Declarations, the areas they cover, program activations, and the log of what was imported when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the four tables; dates are ISO text, see `knowledge.emergencies.tables`."""
    op.create_table(
        "declarations",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(2), nullable=False),
        sa.Column("title", sa.String(400), nullable=False),
        sa.Column("incident", sa.String(200), nullable=False),
        sa.Column("state", sa.String(2), nullable=False),
        sa.Column("declared", sa.String(35), nullable=False),
        sa.Column("began", sa.String(35), nullable=False),
        sa.Column("ended", sa.String(35), nullable=False),
        sa.Column("closed", sa.String(35), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("source_url", sa.String(500), nullable=False),
        sa.Column("checked", sa.String(10), nullable=False),
        sa.Column("confidence", sa.String(6), nullable=False),
        sa.Column("note", sa.String(2000), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_declarations"),
    )
    op.create_index("ix_declarations_state_declared", "declarations", ["state", "declared"])
    op.create_table(
        "declaration_areas",
        sa.Column("declaration_id", sa.String(40), nullable=False),
        sa.Column("area_key", sa.String(220), nullable=False),
        sa.Column("county_fips", sa.String(5), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("reach", sa.String(9), nullable=False),
        sa.PrimaryKeyConstraint("declaration_id", "area_key", name="pk_declaration_areas"),
        sa.ForeignKeyConstraint(
            ["declaration_id"],
            ["declarations.id"],
            name="fk_declaration_areas_declaration_id_declarations",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "activations",
        sa.Column("activation_id", sa.String(80), nullable=False),
        sa.Column("state", sa.String(2), nullable=False),
        sa.Column("county_fips", sa.String(5), nullable=False),
        sa.Column("zip", sa.String(5), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("title", sa.String(400), nullable=False),
        sa.Column("begins", sa.String(35), nullable=False),
        sa.Column("ends", sa.String(35), nullable=False),
        sa.Column("authority", sa.String(400), nullable=False),
        sa.Column("source_url", sa.String(500), nullable=False),
        sa.Column("note", sa.String(2000), nullable=False),
        sa.Column("sample", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("activation_id", "state", "county_fips", "zip", name="pk_activations"),
    )
    op.create_index("ix_activations_state_kind", "activations", ["state", "kind"])
    op.create_table(
        "emergency_imports",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("dataset", sa.String(20), nullable=False),
        sa.Column("source", sa.String(500), nullable=False),
        sa.Column("imported_at", sa.String(35), nullable=False),
        sa.Column("data_as_of", sa.String(35), nullable=False),
        sa.Column("row_count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_emergency_imports"),
    )


def downgrade() -> None:
    """Drop what `upgrade` made."""
    op.drop_table("emergency_imports")
    op.drop_table("activations")
    op.drop_table("declaration_areas")
    op.drop_table("declarations")
