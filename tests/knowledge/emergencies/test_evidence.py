"""What is cited of a declaration is worked out once, and anew when the declaration was corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from knowledge.emergencies.evidence import declaration_evidence
from knowledge.emergencies.records import Area, Declaration

MILTON = Declaration(
    id="DR-4834-FL",
    number=4834,
    kind="DR",
    title="Hurricane Milton",
    incident="Hurricane",
    state="FL",
    areas=(Area("12057", "Hillsborough (County)"),),
    declared=datetime(2024, 10, 11, tzinfo=UTC),
    declared_on=date(2024, 10, 11),
    began=date(2024, 10, 5),
    ended=None,
    source_url="https://www.fema.gov/disaster/4834",
    checked="2026-11-24",
)


def test_a_corrected_declaration_is_cited_as_it_is_now() -> None:
    before = declaration_evidence(MILTON)
    more = replace(MILTON, areas=(*MILTON.areas, Area("12103", "Pinellas (County)")))
    assert "Pinellas" not in before.quote
    assert "Pinellas" in declaration_evidence(more).quote
    assert declaration_evidence(MILTON) == before
