"""Places as evidence: every fact shown stands in the quote."""

from __future__ import annotations

from pathlib import Path

from knowledge.availability.citing import place_evidence
from knowledge.availability.table import AvailabilityTable
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.feeds.csv_text import write_sites
from tests.knowledge.availability.world import TAMPA, entry, site, store


def test_the_quote_holds_what_is_shown(table: AvailabilityTable) -> None:
    store(
        table,
        [site("s.1", address="1 Main St", city="Tampa", name="Harbor Pharmacy")],
        [
            entry("s.1", strength="100 units/mL", form="pen", quantity=5.0, hours=2),
            entry("s.1", strength="100 units/mL", form="pen", status="out", source="other", hours=3),
            entry("s.1", "warfarin", status="low", hours=90),
        ],
    )
    glargine = table.vocabulary.by_name("insulin glargine")
    assert glargine
    (place,) = table.search([glargine], *TAMPA, NOW).places
    evidence = place_evidence(place)
    assert evidence.id == "availability.s.1.insulin-glargine"
    assert (evidence.kind, evidence.title, evidence.jurisdiction) == ("availability", "Harbor Pharmacy", "FL")
    assert (evidence.checked, evidence.confidence) == ("2026-11-25", "high")
    for fact in (
        "1 Main St, Tampa, FL 33602",
        "+18135550100",
        "hours: 24/7",
        "reported open",
        "insulin glargine 100 units/mL pen: in stock (5), feed on 2026-11-25 17:00 UTC",
        "other said out of stock on 2026-11-25 16:00 UTC",
    ):
        assert fact in evidence.quote
    assert "warfarin" not in evidence.quote


def test_an_id_leads_back_to_the_same_evidence(table: AvailabilityTable) -> None:
    store(table, [site("s.1")], [entry("s.1"), entry("s.1", "warfarin", status="low", hours=90)])
    about_one = table.evidence("availability.s.1.insulin-glargine")
    assert about_one
    assert "insulin glargine" in about_one.quote
    assert "warfarin" not in about_one.quote
    about_all = table.evidence("availability.s.1")
    assert about_all
    assert about_all.id == "availability.s.1"
    assert "insulin glargine" in about_all.quote
    assert "warfarin" in about_all.quote
    for unknown in ("availability.nowhere", "availability.s.1.xyzzy", "medicine.warfarin", "availability."):
        assert table.evidence(unknown) is None


def test_confidence_follows_freshness(table: AvailabilityTable, tmp_path: Path) -> None:
    store(
        table,
        [site("old", 1), site("unsure", 2)],
        [entry("old", hours=90), entry("unsure", status="unknown")],
    )
    found = [table.evidence(f"availability.{each}.insulin-glargine") for each in ("old", "unsure")]
    assert [each and each.confidence for each in found] == ["low", "low"]
    table.import_sites(
        write_sites(tmp_path / "s.csv", {"site_id": "bare", "operating_status": "unknown"}), now=NOW
    )
    bare = table.evidence("availability.bare")
    assert bare
    assert "operating status not known" in bare.quote
    assert bare.confidence == "medium"
