"""Sites, stock, the report log and the call queue; see `knowledge.availability.tables` for the meaning."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; `stock` is the clustered tree (medicine, cell, site, …) on SQLite."""
    op.create_table(
        "availability_sources",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("trust", sa.Integer, nullable=False, server_default="0"),
        sa.Column("fresh_hours", sa.Integer, nullable=False),
        sa.Column("ageing_hours", sa.Integer, nullable=False),
        sa.Column("oldest_generation", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("stock_rows", sa.Integer, nullable=False, server_default="0"),
        sa.Column("newest_as_of", sa.BigInteger),
        sa.Column("imported_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_availability_sources"),
        sa.UniqueConstraint("name", name="uq_availability_sources_name"),
    )
    op.create_table(
        "sites",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("cell", sa.BigInteger, nullable=False),
        sa.Column("latitude", sa.Float),
        sa.Column("longitude", sa.Float),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("operating_status", sa.String(8), nullable=False),
        sa.Column("hours", sa.String(500), nullable=False),
        sa.Column("timezone", sa.String(40), nullable=False),
        sa.Column("services", sa.String(1000), nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("status_as_of", sa.BigInteger),
        sa.Column("site_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("address", sa.String(300), nullable=False),
        sa.Column("city", sa.String(100), nullable=False),
        sa.Column("state", sa.String(2), nullable=False),
        sa.Column("zip", sa.String(5), nullable=False),
        sa.Column("county_fips", sa.String(5), nullable=False),
        sa.Column("phone", sa.String(20), nullable=False),
        sa.Column("languages", sa.String(300), nullable=False),
        sa.Column("npi", sa.String(10), nullable=False),
        sa.Column("ncpdp_id", sa.String(7), nullable=False),
        sa.Column("url", sa.String(500), nullable=False),
        sa.Column("approximate", sa.Boolean, nullable=False),
        sa.Column("source", sa.Integer, nullable=False),
        sa.Column("listed_status", sa.String(8), nullable=False),
        sa.Column("listed_as_of", sa.BigInteger),
        sa.Column("described", sa.String(620), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sites"),
        sa.ForeignKeyConstraint(
            ["source"], ["availability_sources.id"], name="fk_sites_source_availability_sources"
        ),
        sa.UniqueConstraint("site_id", name="uq_sites_site_id"),
        sqlite_autoincrement=True,
    )
    near = ["cell", "kind", "operating_status", "withdrawn", "latitude", "longitude"]
    op.create_index("ix_sites_near", "sites", near, postgresql_include=["id"])
    op.create_index("ix_sites_source", "sites", ["source", "withdrawn"])
    op.create_table(
        "availability_medicines",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_availability_medicines"),
        sa.UniqueConstraint("name", name="uq_availability_medicines_name"),
    )
    op.create_table(
        "availability_items",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("medicine", sa.Integer, nullable=False),
        sa.Column("rxcui", sa.String(10), nullable=False),
        sa.Column("ndc", sa.String(11), nullable=False),
        sa.Column("strength", sa.String(100), nullable=False),
        sa.Column("form", sa.String(100), nullable=False),
        sa.Column("program", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_availability_items"),
        sa.ForeignKeyConstraint(
            ["medicine"],
            ["availability_medicines.id"],
            name="fk_availability_items_medicine_availability_medicines",
        ),
        sa.UniqueConstraint(
            "medicine", "rxcui", "ndc", "strength", "form", "program", name="uq_availability_items_all"
        ),
    )
    op.create_table(
        "stock",
        sa.Column("medicine", sa.Integer, nullable=False),
        sa.Column("cell", sa.BigInteger, nullable=False),
        sa.Column("site", sa.Integer, nullable=False),
        sa.Column("source", sa.Integer, nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("generation", sa.BigInteger, nullable=False),
        sa.Column("status", sa.SmallInteger, nullable=False),
        sa.Column("as_of", sa.BigInteger, nullable=False),
        sa.Column("quantity", sa.Float),
        sa.Column("unit", sa.String(40)),
        sa.Column("price", sa.String(20)),
        sa.Column("note", sa.String(500)),
        sa.PrimaryKeyConstraint("medicine", "cell", "site", "source", "item", "generation", name="pk_stock"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "availability_imports",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(5), nullable=False),
        sa.Column("state", sa.String(9), nullable=False),
        sa.Column("started_at", sa.BigInteger, nullable=False),
        sa.Column("heartbeat_at", sa.BigInteger, nullable=False),
        sa.Column("finished_at", sa.BigInteger),
        sa.Column("accepted", sa.Integer, nullable=False, server_default="0"),
        sa.Column("updated", sa.Integer, nullable=False, server_default="0"),
        sa.Column("unchanged", sa.Integer, nullable=False, server_default="0"),
        sa.Column("mended", sa.Integer, nullable=False, server_default="0"),
        sa.Column("rejected", sa.Integer, nullable=False, server_default="0"),
        sa.Column("sample", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_availability_imports"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "availability_reports",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("site", sa.Integer, nullable=False),
        sa.Column("medicine", sa.Integer),
        sa.Column("item", sa.Integer),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("quantity", sa.Float),
        sa.Column("operating_status", sa.String(8), nullable=False),
        sa.Column("note", sa.String(500), nullable=False),
        sa.Column("reporter", sa.String(100), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("reported_at", sa.BigInteger, nullable=False),
        sa.Column("recorded_at", sa.BigInteger, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("withdrawn_at", sa.BigInteger),
        sa.Column("withdrawn_by", sa.String(100), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_availability_reports"),
        sa.ForeignKeyConstraint(["site"], ["sites.id"], name="fk_availability_reports_site_sites"),
        sa.ForeignKeyConstraint(
            ["medicine"],
            ["availability_medicines.id"],
            name="fk_availability_reports_medicine_availability_medicines",
        ),
        sa.ForeignKeyConstraint(
            ["item"], ["availability_items.id"], name="fk_availability_reports_item_availability_items"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_availability_reports_site", "availability_reports", ["site"])
    op.create_table(
        "availability_calls",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("site", sa.Integer, nullable=False),
        sa.Column("medicine", sa.Integer, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("risk_weight", sa.Integer, nullable=False),
        sa.Column("raised_at", sa.BigInteger, nullable=False),
        sa.Column("claimed_by", sa.String(100), nullable=False, server_default=""),
        sa.Column("claimed_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_availability_calls"),
        sa.ForeignKeyConstraint(["site"], ["sites.id"], name="fk_availability_calls_site_sites"),
        sa.ForeignKeyConstraint(
            ["medicine"],
            ["availability_medicines.id"],
            name="fk_availability_calls_medicine_availability_medicines",
        ),
        sa.UniqueConstraint("site", "medicine", name="uq_availability_calls_site_medicine"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "availability_state",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("sites_version", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_availability_state"),
    )
    op.execute("INSERT INTO availability_state (id, version, sites_version) VALUES (1, 1, 1)")


def downgrade() -> None:
    """Drop what `upgrade` made."""
    op.drop_table("availability_state")
    op.drop_table("availability_calls")
    op.drop_table("availability_reports")
    op.drop_table("availability_imports")
    op.drop_table("stock")
    op.drop_table("availability_items")
    op.drop_table("availability_medicines")
    op.drop_table("sites")
    op.drop_table("availability_sources")
