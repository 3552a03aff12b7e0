"""The register of program documents: versions, passages, conflicts, and the served index."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("origin", sa.String(10), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("effective", sa.Date(), nullable=True),
        sa.Column("expires", sa.Date(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", "version", name="pk_documents"),
    )
    op.create_index("ix_documents_state", "documents", ["state"])
    op.create_table(
        "document_passages",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("document_id", sa.String(80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("passage", sa.Text(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_document_passages"),
    )
    op.create_index("ix_document_passages_current", "document_passages", ["current"])
    op.create_index(
        "ix_document_passages_document_id_current", "document_passages", ["document_id", "current"]
    )
    op.create_table(
        "document_conflicts",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("keep", sa.String(10), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document_conflicts"),
    )
    op.create_table(
        "document_index",
        sa.Column("store", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("collection", sa.String(120), nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("built_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("store", name="pk_document_index"),
    )


def downgrade() -> None:
    for table in ("document_index", "document_conflicts", "document_passages", "documents"):
        op.drop_table(table)
