"""The tables of this room, the same on SQLite and PostgreSQL.

Times are whole seconds since 1970 in UTC: compact, comparable on both engines, free of time zones.
Cells are H3 indexes of `cells.RESOLUTION` as 64-bit integers; cell 0 means 'no place' (mail order).
"""

from __future__ import annotations

import sqlalchemy as sa

from knowledge.database import Base

METADATA = Base.metadata

SOURCES = sa.Table(
    "availability_sources",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(200), nullable=False, unique=True),
    # Between two reports of the same second the more trusted source is believed.
    sa.Column("trust", sa.Integer, nullable=False, server_default="0"),
    sa.Column("fresh_hours", sa.Integer, nullable=False),
    sa.Column("ageing_hours", sa.Integer, nullable=False),
    # Rows of an older generation were dropped by `--replace-source` and are no longer shown.
    sa.Column("oldest_generation", sa.BigInteger, nullable=False, server_default="0"),
    # Kept up to date by every import, so that nobody has to count ten million rows.
    sa.Column("stock_rows", sa.Integer, nullable=False, server_default="0"),
    sa.Column("newest_as_of", sa.BigInteger),
    sa.Column("imported_at", sa.BigInteger),
)

SITES = sa.Table(
    "sites",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    # What `site_book` reads stands first: SQLite need not look at the rest of the row.
    sa.Column("cell", sa.BigInteger, nullable=False),
    sa.Column("latitude", sa.Float),
    sa.Column("longitude", sa.Float),
    sa.Column("kind", sa.String(24), nullable=False),
    sa.Column("operating_status", sa.String(8), nullable=False),
    sa.Column("hours", sa.String(500), nullable=False),
    sa.Column("timezone", sa.String(40), nullable=False),
    sa.Column("services", sa.String(1000), nullable=False),
    # No longer listed by its source (`--replace-source`); kept because reports may point at it.
    sa.Column("withdrawn", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("status_as_of", sa.BigInteger),
    sa.Column("site_id", sa.String(100), nullable=False, unique=True),
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
    # The place is the centre of the ZIP code, not the door.
    sa.Column("approximate", sa.Boolean, nullable=False),
    sa.Column("source", sa.Integer, sa.ForeignKey("availability_sources.id"), nullable=False),
    # What the feed said; `operating_status` above is the newer of this and of the reports.
    sa.Column("listed_status", sa.String(8), nullable=False),
    sa.Column("listed_as_of", sa.BigInteger),
    # Name and address folded (no accents, small letters), for finding sites by what people call them.
    sa.Column("described", sa.String(620), nullable=False),
    # The catalog's version since which `operating_status` is what reports made it: readers that know an
    # older version look at these sites anew, and need not look at all.
    sa.Column("status_version", sa.BigInteger, nullable=False, server_default="0"),
    sa.Index("ix_sites_source", "source", "withdrawn"),
    sa.Index("ix_sites_status_version", "status_version"),
    sqlite_autoincrement=True,
)

MEDICINES = sa.Table(
    "availability_medicines",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(300), nullable=False, unique=True),
)

# What stands on the shelf: one product of one medicine, as one source describes it.
ITEMS = sa.Table(
    "availability_items",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("medicine", sa.Integer, sa.ForeignKey("availability_medicines.id"), nullable=False),
    sa.Column("rxcui", sa.String(10), nullable=False),
    sa.Column("ndc", sa.String(11), nullable=False),
    sa.Column("strength", sa.String(100), nullable=False),
    sa.Column("form", sa.String(100), nullable=False),
    sa.Column("program", sa.String(100), nullable=False),
    sa.UniqueConstraint(
        "medicine", "rxcui", "ndc", "strength", "form", "program", name="uq_availability_items_all"
    ),
)

# Keyed so that 'this medicine in these cells' is one short walk through the tree. No foreign keys: at
# ten million rows each would cost a look-up per imported row, and the importer resolves them anyway.
STOCK = sa.Table(
    "stock",
    METADATA,
    sa.Column("medicine", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("cell", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("site", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("source", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("item", sa.Integer, primary_key=True, autoincrement=False),
    # Which import or report wrote the row. Rows of an import still under way are not shown.
    sa.Column("generation", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("status", sa.SmallInteger, nullable=False),
    sa.Column("as_of", sa.BigInteger, nullable=False),
    sa.Column("quantity", sa.Float),
    sa.Column("unit", sa.String(40)),
    sa.Column("price", sa.String(20)),
    sa.Column("note", sa.String(500)),
    sqlite_with_rowid=False,
)

IMPORTS = sa.Table(
    "availability_imports",
    METADATA,
    # This id is the generation of the rows that the import writes.
    sa.Column("id", sa.Integer, primary_key=True),
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
    sqlite_autoincrement=True,
)

# Append-only: a withdrawal fills `withdrawn_at`, nothing else is ever changed and nothing deleted.
REPORTS = sa.Table(
    "availability_reports",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("site", sa.Integer, sa.ForeignKey("sites.id"), nullable=False, index=True),
    sa.Column("medicine", sa.Integer, sa.ForeignKey("availability_medicines.id")),
    sa.Column("item", sa.Integer, sa.ForeignKey("availability_items.id")),
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
    sqlite_autoincrement=True,
)

# Places worth calling: counts only, nothing about who asked.
CALLS = sa.Table(
    "availability_calls",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("site", sa.Integer, sa.ForeignKey("sites.id"), nullable=False),
    sa.Column("medicine", sa.Integer, sa.ForeignKey("availability_medicines.id"), nullable=False),
    sa.Column("asked", sa.Integer, nullable=False),
    sa.Column("risk_weight", sa.Integer, nullable=False),
    sa.Column("raised_at", sa.BigInteger, nullable=False),
    sa.Column("claimed_by", sa.String(100), nullable=False, server_default=""),
    sa.Column("claimed_at", sa.BigInteger),
    sa.UniqueConstraint("site", "medicine", name="uq_availability_calls_site_medicine"),
    sqlite_autoincrement=True,
)

# One row: `version` rises whenever sources, imports, medicines or sites change, so that readers can keep what
# they know of these; `sites_version` only when it is sites.
STATE = sa.Table(
    "availability_state",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sites_version", sa.BigInteger, nullable=False),
)
