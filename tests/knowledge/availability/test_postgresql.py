"""Several processes at once on one PostgreSQL: they migrate, import, report and search together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sqlalchemy import Engine, create_engine, text

from knowledge.availability.table import AvailabilityTable
from knowledge.availability.transactions import snapshot
from knowledge.database import migrate
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.feeds.csv_text import write_sites, write_stock
from tests.knowledge.availability.world import TAMPA, entry, shown, site, store

WORKER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from knowledge.availability.records import Reporter
from knowledge.availability.table import AvailabilityTable
from knowledge.database import migrate, open_database
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer

url, feed, name = sys.argv[1:]
engine = open_database(url)
migrate(engine)
table = AvailabilityTable(engine, Vocabulary.load(), Gazetteer.load())
medicine = table.vocabulary.by_name("warfarin")
for turn in range(10):
    report = table.report(Reporter(name, "agent"), "a", medicine="warfarin", status="low", quantity=turn)
    found = table.search([medicine], 27.95, -82.457, datetime.now(UTC)).places[0]
    assert found.stock[0].source == "phone reports", found
    table.raise_calls([(table.search([medicine], 27.95, -82.457, datetime.now(UTC)), [medicine])])
    if turn % 2:
        table.withdraw_report(report.id, Reporter(name, "agent"))
    if turn in (3, 6):
        table.import_stock(Path(feed))
"""


def test_several_processes_at_once(
    postgres_engine: Engine, vocabulary: Vocabulary, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    table = AvailabilityTable(postgres_engine, vocabulary, gazetteer)
    table.import_sites(write_sites(tmp_path / "sites.csv", {}, {"site_id": "b"}))
    url = postgres_engine.url.render_as_string(hide_password=False)
    workers = []
    for name in ("one", "two", "three"):
        feed = write_stock(tmp_path / f"{name}.csv", {"source": name}, {"site_id": "b", "source": "all"})
        command = [sys.executable, "-c", WORKER, url, str(feed), name]
        workers.append(subprocess.Popen(command, stderr=subprocess.PIPE, text=True))
    for worker in workers:
        assert worker.communicate(timeout=120)[1] == ""
        assert worker.returncode == 0
    log = table.reports_of("a", limit=100)
    assert len(log) == 30
    assert sum(report.withdrawn_at is None for report in log) == 15
    glargine = vocabulary.by_name("Lantus")
    assert glargine
    places = table.search([glargine], *TAMPA, NOW).places
    assert {place.site_id: len(place.stock) for place in places} == {"a": 1, "b": 1}
    rows = {source.name: source.stock_rows for source in table.freshness()}
    assert {name: rows[name] for name in ("one", "two", "three")} == {"one": 1, "two": 1, "three": 1}


def test_a_search_survives_a_server_that_hung_up(postgres_table: AvailabilityTable) -> None:
    store(postgres_table, [site("a")], [entry("a")])
    assert shown(postgres_table) == ["a"]
    with postgres_table.engine.connect() as connection:
        hang_up = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        connection.execute(text(hang_up + " AND datname = current_database()"))
    assert shown(postgres_table) == ["a"]


def test_statements_stay_prepared_from_search_to_search(postgres_table: AvailabilityTable) -> None:
    store(postgres_table, [site("a")], [entry("a")])
    for _ in range(10):  # the driver prepares what it met five times
        assert shown(postgres_table) == ["a"]
    with snapshot(postgres_table._searching) as connection:
        kept = connection.execute(text("SELECT statement FROM pg_prepared_statements")).scalars().all()
    assert any("CROSS JOIN stock" in statement for statement in kept)


def test_two_processes_may_migrate_at_once(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA IF EXISTS public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    command = [
        sys.executable,
        "-c",
        "import sys; from knowledge.database import *; migrate(open_database(sys.argv[1]))",
        postgres_url,
    ]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in both:
        assert process.communicate(timeout=120)[1] == ""
        assert process.returncode == 0
    migrate(engine)
    engine.dispose()
