"""The refill rules as data: every field as in the facts, and bad tables refused with line and reason."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.errors import BadInput
from knowledge.places.states import JURISDICTIONS
from knowledge.rules.decision import RefillRules
from knowledge.rules.own_tables import DATA
from knowledge.rules.refill_table import REFILL_TABLES, install_refill_table, load_refill_table

FACTS = Path(__file__).parents[4] / "shared" / "facts"
SAME_FIELDS = (
    "state", "citation", "trigger", "max_days_supply", "max_supply_text", "controlled_substances",
    "source_url", "source_kind", "as_of", "confidence", "notify_prescriber_within_hours",
)  # fmt: skip


def facts(kind: str) -> list[dict[str, Any]]:
    paths = [FACTS / f"state_refill_rules_{part}.yaml" for part in ("a_m", "n_z")]
    if not all(p.exists() for p in paths):
        pytest.skip("the folder with the researched facts is not here")
    return [entry for p in paths for entry in yaml.safe_load(p.read_text(encoding="utf-8"))[kind]]


def test_every_field_of_every_rule_is_that_of_the_facts(rules: RefillRules) -> None:
    counted: Counter[tuple[str, str]] = Counter()
    for fact in facts("rules"):
        counted[fact["state"], fact["rule"]] += 1
        rule_id = f"{fact['state']}.{fact['rule']}.{counted[fact['state'], fact['rule']]}"
        rule = next(r for r in rules.rules_of(fact["state"]) if r.id == rule_id)
        assert {f: getattr(rule, f) for f in SAME_FIELDS} == {f: fact[f] for f in SAME_FIELDS}
        assert rule.kind == fact["rule"]
        assert rule.repeats == (fact["repeats"] or "")
        assert rule.notes == (fact["notes"] or "")
        assert list(rule.conditions) == fact["conditions"]
        assert list(rule.also_read) == fact.get("also_read", [])
    assert counted.total() == sum(len(rules.rules_of(s)) for s in JURISDICTIONS)


def test_every_board_is_that_of_the_facts(rules: RefillRules) -> None:
    boards = facts("boards")
    assert len(boards) == 54
    for fact in boards:
        board = rules.board(fact["state"])
        assert board is not None
        assert (board.name, board.url, board.confidence) == (
            fact["board"],
            fact["website"],
            fact["confidence"],
        )
        assert board.phone.removeprefix("+1") == re.sub(r"\D", "", fact["phone"] or "")


def test_every_jurisdiction_of_the_facts_has_a_rule_and_the_unconfirmed_ones_are_known(
    rules: RefillRules,
) -> None:
    known = rules.facts()
    assert known.states_without_rules == ("AS", "MP")
    assert known.unconfirmed_states == ("AR", "DE", "ID", "IN", "NE", "SD", "VI")
    assert known.boards_without_phone == ("DC", "GU", "MT", "PR", "VI")


def test_the_typed_schedules_say_what_the_text_says(rules: RefillRules) -> None:
    """The typed field must never allow more than the text: read again here, word by word."""
    for state in JURISDICTIONS:
        for rule in rules.rules_of(state):
            text = rule.controlled_substances
            if text.startswith(("none", "non-controlled")) and not text.startswith("none named"):
                assert rule.schedules == frozenset(), rule.id
            if text == "unknown" or text.startswith("background: CII"):
                assert rule.schedules is None, rule.id
            if rule.schedules:
                assert re.search(r"CII excluded|III-V|CIII", text), rule.id


def test_declared_emergency_rules_say_what_they_need(rules: RefillRules) -> None:
    follows = {r.id.split(".")[0]: r.follows_patient for s in JURISDICTIONS for r in rules.rules_of(s)
               if r.follows_patient != "no"}  # fmt: skip
    assert follows == {
        "AK": "yes", "AZ": "yes", "GA": "yes", "OK": "yes", "OR": "yes", "TN": "yes",
        "MD": "ask", "MI": "ask", "MS": "ask", "NV": "ask", "NY": "ask",
    }  # fmt: skip


def entry(**changes: object) -> dict[str, object]:
    rule: dict[str, object] = {
        "id": "FL.ordinary.1", "state": "FL", "kind": "ordinary", "citation": "Fla. Stat. 1", "trigger": "t",
        "max_days_supply": 3, "max_supply_text": "3 days", "repeats": None, "controlled_substances": "none",
        "conditions": [], "notify_prescriber_within_hours": None, "source_url": "https://example.org",
        "source_kind": "statute", "as_of": "2024", "confidence": "high", "notes": "", "schedules": [],
    }  # fmt: skip
    return {**rule, **changes}


def write(path: Path, *entries: dict[str, object]) -> Path:
    path.write_text(yaml.safe_dump({"rules": list(entries), "boards": []}, sort_keys=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"citation": ""}, "citation", "a citation is missing"),
        ({"citation": None}, "citation", "a citation is missing"),
        ({"max_days_supply": -3}, "max_days_supply", "at least 1"),
        ({"max_days_supply": 0}, "max_days_supply", "at least 1"),
        ({"max_days_supply": True}, "max_days_supply", "whole number"),
        ({"state": "ZZ"}, "state", "'ZZ' is none of"),
        ({"kind": "usual"}, "kind", "is none of"),
        ({"confidence": "sure"}, "confidence", "is none of"),
        ({"holds_from": "2026-05-01", "holds_until": "2026-04-30"}, "holds_until", "before it begins"),
        ({"holds_from": "May"}, "holds_from", "not an ISO date"),
        ({"schedules": ["CII"]}, "schedules", "'CII' is none of"),
        ({"schedule_days": {"CIV": -7}}, "schedule_days", "at least 1"),
        ({"follows_pateint": "yes"}, "follows_pateint", "unknown field"),
        ({"conditions": "one"}, "conditions", "list of texts"),
        ({"notify_prescriber_within_hours": -1}, "notify_prescriber_within_hours", "at least 0"),
        ({"id": "GA.ordinary.1"}, "id", "must begin with FL.ordinary."),
        ({"id": "FL.ordinary.0"}, "id", "there twice"),
    ],
)
def test_a_table_that_breaks_a_rule_is_refused_with_line_and_reason(
    tmp_path: Path, changes: dict[str, object], field: str, words: str
) -> None:
    path = write(tmp_path / "refill_rules_a_m.yaml", entry(id="FL.ordinary.0"), entry(**changes))
    with pytest.raises(BadInput) as caught:
        load_refill_table([path])
    error = next(e for e in caught.value.errors if e.field == field)
    assert words in error.message
    assert error.row is not None
    lines = path.read_text().splitlines()
    second = next(n for n, line in enumerate(lines, 1) if line.startswith("- id:") and n > 2)
    assert error.row >= second
    assert f"line {caught.value.errors[0].row}" in caught.value.message


@pytest.mark.parametrize("text", ["rules: [", "- just\n- a list\n", "rules:\n- 5\n", "rules:\n\t- a: 1\n"])
def test_what_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "refill_rules_a_m.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput):
        load_refill_table([path])


def test_an_operator_s_table_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    home = tmp_path / "home"
    own = write(tmp_path / "refill_rules_a_m.yaml", entry(max_days_supply=5))
    install_refill_table(own, home)
    assert RefillRules.load(home).rules_of("FL")[0].max_days_supply == 5
    write(own, entry(max_days_supply=-5))
    with pytest.raises(BadInput):
        install_refill_table(own, home)
    assert RefillRules.load(home).rules_of("FL")[0].max_days_supply == 5
    assert RefillRules.load(home).rules_of("TX") == RefillRules.load().rules_of("TX")
    with pytest.raises(BadInput):
        install_refill_table(write(tmp_path / "other.yaml", entry()), home)


def test_the_built_in_files_are_those_of_the_package() -> None:
    assert {p.name for p in DATA.glob("refill*.yaml")} == set(REFILL_TABLES)
