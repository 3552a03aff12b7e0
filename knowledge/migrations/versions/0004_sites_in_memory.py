"""Sites are searched in memory: no index of their places, but one of those whose status changed lately."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop what only the searches read; let readers find the sites whose status changed since a version."""
    op.drop_index("ix_sites_near", "sites")
    op.add_column("sites", sa.Column("status_version", sa.BigInteger, nullable=False, server_default="0"))
    op.create_index("ix_sites_status_version", "sites", ["status_version"])


def downgrade() -> None:
    """Back to searching the table of sites."""
    op.drop_index("ix_sites_status_version", "sites")
    op.drop_column("sites", "status_version")
    near = ("cell", "kind", "operating_status", "withdrawn", "latitude", "longitude")
    op.create_index("ix_sites_near", "sites", near, postgresql_include=["id"])
