"""The donation checker: a table of cases over every program, and what must hold whatever the table says."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.errors import BadInput
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.rules.donation import DonationPrograms
from knowledge.rules.donation_program import DONOR_KINDS, DonationItem, DonationProgram, ProgramVerdict
from knowledge.rules.donation_rules import months_later
from knowledge.rules.donation_table import DONATION_TABLE, install_donation_table, load_donation_table
from knowledge.rules.own_tables import DATA
from tests.knowledge.rules.conftest import NOW
from tests.knowledge.rules.donation_cases import CASES, DONORS, GOOD

FACTS = Path(__file__).parents[4] / "shared" / "facts" / "donation_rules.yaml"
with (Path(__file__).parent / "cases" / "donations.csv").open(encoding="utf-8", newline="") as file:
    TABLE = list(csv.DictReader(file))


def ask(
    programs: DonationPrograms,
    vocabulary: Vocabulary,
    program: DonationProgram,
    donor: str = "pharmacy",
    at: datetime = NOW,
    **changes: Any,
) -> ProgramVerdict:
    """One program's verdict on one item, from a donor within its area."""
    state = program.states[0] if program.states[0] != "US" else "WY"
    item = DonationItem(**{**GOOD, **changes})
    checked = programs.check(
        [item], donor=donor, state=state, at=at, vocabulary=vocabulary, program=program.id
    )
    return checked[0].programs[0]


def met(verdict: ProgramVerdict, rule: str) -> bool | None:
    return next(r.met for r in verdict.reasons if r.rule == rule)


@pytest.mark.parametrize("row", TABLE, ids=lambda r: f"{r['program']} {r['donor']}")
def test_table_of_cases(programs: DonationPrograms, vocabulary: Vocabulary, row: dict[str, str]) -> None:
    program = programs.find(row["program"])
    assert program is not None
    found = {
        case: ask(programs, vocabulary, program, row["donor"], **changes).verdict
        for case, changes in CASES.items()
    }
    assert found == {case: row[case] for case in CASES}


def test_the_table_holds_every_program_with_both_donors(programs: DonationPrograms) -> None:
    assert {(r["program"], r["donor"]) for r in TABLE} == {
        (p.id, d) for p in programs.programs for d in DONORS
    }
    assert len(programs.programs) == 64


@pytest.mark.parametrize("donor", DONOR_KINDS)
def test_what_holds_for_every_program(programs: DonationPrograms, vocabulary: Vocabulary, donor: str) -> None:
    """Read straight from each program's fields, apart from the table."""
    for program in programs.programs:
        seen = {name: ask(programs, vocabulary, program, donor, **c) for name, c in CASES.items()}
        for verdict in seen.values():
            unknown = [r for r in verdict.reasons if r.met is None]
            failed = [r for r in verdict.reasons if r.met is False]
            assert verdict.verdict == ("ineligible" if failed else "needs_review" if unknown else "eligible")
            assert all(r.text.endswith((".", "?")) for r in verdict.reasons)
            assert {r.citation for r in verdict.reasons} == {program.evidence_id}
        assert seen["unknown_medicine"].verdict != "eligible"
        assert seen["cold_chain_broken"].verdict == "ineligible"
        assert seen["controlled"].verdict != "eligible"
        if not program.takes_donations:
            assert {v.verdict for v in seen.values()} == {"ineligible"}
            continue
        if program.controlled_substances == "none":
            assert met(seen["controlled"], "controlled_substance") is False
        if program.refrigerated == "excluded":
            assert met(seen["refrigerated"], "refrigerated") is False
        if program.rems_excluded == "any":
            assert met(seen["rems"], "rems") is False
        if program.rems_excluded:
            assert met(seen["sealed_long"], "rems") is None
        if program.sealed_required == "everyone":
            assert met(seen["opened"], "sealed") is False
        if program.accepts_from is None or program.expiry_rule == "unknown":
            assert seen["sealed_long"].verdict != "eligible"
        if donor == "individual":
            assert not any("DSCSA" in p for p in seen["sealed_long"].paperwork)
        else:
            assert any("DSCSA" in p for p in seen["sealed_long"].paperwork)


@pytest.mark.parametrize(
    ("program", "expires", "result"),
    [
        ("wi", "2027-02-20", True),  # 90 days to the day
        ("wi", "2027-02-19", False),
        ("ok", "2027-01-06", False),  # more than 45 days
        ("ok", "2027-01-07", True),
        ("wy", "2027-01-22", True),  # 2 calendar months
        ("wy", "2027-01-21", False),
        ("ia", "2027-05-22", None),  # more than 6 months, less only when demand is high
        ("ia", "2027-05-23", True),
        ("md", "2027-01-01", None),
        ("nv", "2027-01-21", True),  # 60 days govern, not 2 months
        ("wy", "2027-01", True),  # month and year: good until its last day
        ("ut", "2026-11-22", True),  # not expired: good through the day printed on it
        ("nj", "2028-06-30", None),  # has to outlast the course
        ("tn", "2028-06-30", None),
    ],
)
def test_dating(
    programs: DonationPrograms, vocabulary: Vocabulary, program: str, expires: str, result: bool | None
) -> None:
    found = programs.find(program)
    assert found is not None
    assert met(ask(programs, vocabulary, found, expires=expires), "dating") is result


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2026-11-22", 6, "2027-05-22"), ("2026-08-31", 6, "2027-02-28"), ("2027-08-31", 6, "2028-02-29")],
)
def test_months_are_calendar_months(start: str, months: int, end: str) -> None:
    assert months_later(date.fromisoformat(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("program", "donor", "result"),
    [
        ("fl", "individual", False), ("fl", "pharmacy", True), ("sirum-individual", "individual", True),
        ("evernorth-direct-relief", "pharmacy", None), ("evernorth-direct-relief", "individual", False),
        ("dispensary_of_hope", "wholesaler", True), ("ks", "pharmacy", None), ("ny", "individual", False),
        ("americares_us", "pharmacy", None), ("ga", "manufacturer", True), ("ky", "individual", False),
    ],
)  # fmt: skip
def test_donors(
    programs: DonationPrograms, vocabulary: Vocabulary, program: str, donor: str, result: bool | None
) -> None:
    found = programs.find(program)
    assert found is not None
    assert met(ask(programs, vocabulary, found, donor), "donor") is result


def test_packaging(programs: DonationPrograms, vocabulary: Vocabulary) -> None:
    def packed(program: str, original: bool) -> bool | None:
        found = programs.find(program)
        assert found is not None
        return met(ask(programs, vocabulary, found, original_packaging=original), "packaging")

    assert packed("project_cure", True) is True
    assert packed("project_cure", False) is False
    assert packed("ok", True) is None
    assert packed("wy", False) is None


def check(programs: DonationPrograms, vocabulary: Vocabulary, **changes: Any) -> list[Any]:
    asked: dict[str, Any] = {"donor": "pharmacy", "state": "FL", "at": NOW, **changes.pop("ask", {})}
    return list(programs.check([DonationItem(**{**GOOD, **changes})], vocabulary=vocabulary, **asked))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"expires": "2026-11-21"}, "items.0.expires"),
        ({"expires": "2026-10"}, "items.0.expires"),
        ({"expires": "soon"}, "items.0.expires"),
        ({"expires": "2027-13"}, "items.0.expires"),
        ({"quantity": 0}, "items.0.quantity"),
        ({"quantity": -5}, "items.0.quantity"),
        ({"ndc": "12-34", "medicine": ""}, "items.0.ndc"),
        ({"medicine": " "}, "items.0.medicine"),
        ({"ask": {"donor": "neighbour"}}, "donor"),
        ({"ask": {"state": "Atlantis"}}, "state"),
        ({"ask": {"program": "no-such-program"}}, "program"),
    ],
)
def test_field_errors(
    programs: DonationPrograms, vocabulary: Vocabulary, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        check(programs, vocabulary, **changes)
    assert [e.field for e in caught.value.errors] == [field]


def test_all_errors_are_told_at_once(programs: DonationPrograms, vocabulary: Vocabulary) -> None:
    items = [DonationItem(**GOOD), DonationItem(**{**GOOD, "quantity": 0, "expires": "2020-01-01"})]
    with pytest.raises(BadInput) as caught:
        programs.check(items, donor="x", state="ZZ", at=NOW, vocabulary=vocabulary)
    assert {e.field for e in caught.value.errors} == {"donor", "state", "items.1.quantity", "items.1.expires"}
    with pytest.raises(BadInput):
        programs.check([], donor="pharmacy", state="FL", at=NOW, vocabulary=vocabulary)


def test_the_day_is_that_of_the_donor_s_state(programs: DonationPrograms, vocabulary: Vocabulary) -> None:
    late = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # still November 22 in Florida
    assert check(programs, vocabulary, expires="2026-11-22", ask={"at": late})
    with pytest.raises(BadInput):
        check(programs, vocabulary, expires="2026-11-22", ask={"at": late, "state": "GU"})


def test_without_a_program_those_of_the_state_and_of_the_country_are_asked(
    programs: DonationPrograms, vocabulary: Vocabulary
) -> None:
    found = check(programs, vocabulary)[0]
    ids = {p.program for p in found.programs}
    assert {"fl", "direct_relief_corporate", "sirum_organization"} <= ids
    assert "ga" not in ids
    assert (found.medicine, found.known is not None) == ("lisinopril", True)


def test_a_state_without_a_known_rule_says_so(programs: DonationPrograms, vocabulary: Vocabulary) -> None:
    found = check(programs, vocabulary, ask={"state": "CT"})[0]
    assert "No donation rule of CT" in found.notes[0]
    assert not [p for p in found.programs if p.verdict == "eligible"]


def test_a_donor_in_another_state(programs: DonationPrograms, vocabulary: Vocabulary) -> None:
    def state_rule(program: str) -> bool | None:
        return met(
            check(programs, vocabulary, ask={"state": "FL", "program": program})[0].programs[0], "state"
        )

    assert state_rule("wy") is False
    assert state_rule("ia") is True
    assert state_rule("mn") is None


def test_program_ids_are_alike_with_dash_and_underscore(programs: DonationPrograms) -> None:
    assert programs.find("Direct-Relief-Corporate") is programs.find("direct_relief_corporate")
    assert programs.find("direct-relief") is programs.find("direct_relief_corporate")
    assert programs.find("nowhere") is None


def test_a_brand_name_is_known_and_a_class_of_medicines_is_not_enough(
    programs: DonationPrograms, vocabulary: Vocabulary
) -> None:
    assert check(programs, vocabulary, medicine="Zestril")[0].medicine == "lisinopril"
    wyoming = programs.find("wy")
    assert wyoming is not None
    classes = [m for m in vocabulary.medicines if m.class_mention]
    assert ask(programs, vocabulary, wyoming, medicine=classes[0].name).verdict != "eligible"


def test_rems_medicines_are_in_the_vocabulary(programs: DonationPrograms, vocabulary: Vocabulary) -> None:
    assert programs._rems
    for name in programs._rems:
        assert vocabulary.by_name(name) is not None, name


def test_evidence(programs: DonationPrograms) -> None:
    florida = programs.evidence("rule.donation.fl")
    assert florida is not None
    assert (florida.kind, florida.jurisdiction, florida.program) == ("rule", "FL", "fl")
    assert programs.evidence("rule.donation.dscsa") is not None
    assert programs.evidence("rule.donation.nowhere") is None


def test_every_program_is_that_of_the_facts(programs: DonationPrograms) -> None:
    if not FACTS.exists():
        pytest.skip("the folder with the researched facts is not here")
    facts = yaml.safe_load(FACTS.read_text(encoding="utf-8"))
    own = yaml.safe_load((DATA / DONATION_TABLE).read_text(encoding="utf-8"))
    by_id = {p["id"]: p for p in own["programs"]}
    assert list(by_id) == [p["id"] for p in facts["programs"]]
    for fact in facts["programs"]:
        assert {k: by_id[fact["id"]][k] for k in fact} == fact
    assert own["states_without_rule_text"] == facts["states_without_rule_text"]
    assert programs.facts().states_without_rule_text == ("CT", "DC", "DE", "GU", "MA", "ME", "RI", "SC", "VT")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("  kind: humanitarian", "  kind: club", "kind"),
        ("citation: Press release of 2026-02-12", "citation: null", "citation"),
        ("min_months_to_expiry: null", "min_months_to_expiry: -6", "min_months_to_expiry"),
        ("states: [US]", "states: [ZZ]", "states"),
        ("refrigerated: unknown", "refrigerated: perhaps", "refrigerated"),
        ("donors: {pharmacy: ask}", "donors: {neighbour: ask}", "donors"),
        ("sealed_required: null", "sealed_required: sometimes", "sealed_required"),
        ("fees: null", "fee: null", "fee"),
    ],
)
def test_a_table_that_breaks_a_rule_is_refused(tmp_path: Path, old: str, new: str, field: str) -> None:
    text = (DATA / DONATION_TABLE).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / DONATION_TABLE
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load_donation_table(path)
    error = caught.value.errors[0]
    assert error.field == field
    assert error.row is not None
    assert old in text.splitlines()[error.row - 1] + "\n"
    with pytest.raises(BadInput):
        install_donation_table(path, tmp_path / "home")
    assert not (tmp_path / "home").exists()
