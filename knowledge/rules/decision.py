"""The refill rules of all states, and the one decision over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from knowledge.emergencies.days import zone_of
from knowledge.emergencies.records import InForce
from knowledge.errors import BadInput, FieldError
from knowledge.evidence import Evidence
from knowledge.medicines.medicine import Medicine
from knowledge.places.states import JURISDICTIONS, state_code
from knowledge.rules import reasons
from knowledge.rules.choosing import Choice, choose, fitting
from knowledge.rules.own_tables import table_paths
from knowledge.rules.refill import Board, RefillDecision, RefillRule
from knowledge.rules.refill_table import REFILL_TABLES, load_refill_table

_EVIDENCE = "rule."


@dataclass(frozen=True)
class RefillFacts:
    """Counts for `doctor`: rules, boards, unconfirmed rules, states whose every rule is unconfirmed."""

    rules: int
    boards: int
    unconfirmed: int
    unconfirmed_states: tuple[str, ...]
    states_without_rules: tuple[str, ...]
    boards_without_phone: tuple[str, ...]


class RefillRules:
    """All refill rules and boards, looked up by state and date."""

    def __init__(self, rules: Sequence[RefillRule], boards: Sequence[Board]) -> None:
        """Rules keep the order of their files."""
        self._rules = {r.id: r for r in rules}
        self._by_state: dict[str, tuple[RefillRule, ...]] = {}
        for rule in self._rules.values():
            self._by_state[rule.state] = (*self._by_state.get(rule.state, ()), rule)
        self._boards = {b.state: b for b in boards}

    @classmethod
    def load(cls, home: Path | None = None) -> RefillRules:
        """The built-in tables, or those that an operator put in their place under the data folder `home`.

        Raises BadInput with line and reason for a table that breaks a rule.
        """
        table = load_refill_table(table_paths(REFILL_TABLES, home))
        return cls(table.rules, table.boards)

    def rules_of(self, state: str, at: datetime | None = None) -> tuple[RefillRule, ...]:
        """The rules of a state, only those valid at `at` where it is given; empty where none are known."""
        code = _code(state)
        rules = self._by_state.get(code, ())
        if at is None:
            return rules
        day = at.astimezone(zone_of(code)).date()
        holding = [r for r in rules if r.holds_on(day)]
        replaced = {old for r in holding for old in r.supersedes}
        return tuple(r for r in holding if r.id not in replaced)

    def board(self, state: str) -> Board | None:
        """The state's board of pharmacy, None where none is known."""
        return self._boards.get(_code(state))

    def decide(  # noqa: PLR0917  (the interface that the other rooms call)
        self,
        state: str,
        medicine: Medicine | None,
        at: datetime,
        emergency: InForce,
        patient_emergency: InForce | None = None,
        patient_state: str = "",
    ) -> RefillDecision:
        """What a pharmacist in `state` may do for `medicine` at `at`.

        `emergency` is the one at the pharmacy's place; `patient_emergency` the one at the home, which counts
        where the state's rule follows the displaced patient, be the home in another state or in another
        county of this one. Raises BadInput for an unknown state.
        """
        code, home = _code(state), patient_emergency
        home_state = _code(patient_state) if patient_state else ""
        rules = fitting(self.rules_of(code, at), medicine)
        choice = choose(rules, medicine, emergency, home)
        board = self._boards.get(code)
        said = reasons.emergency_reasons(code, emergency, home, home_state, choice)
        if choice.applies is None:
            # Why there is nothing comes before which emergency would have counted.
            said = reasons.nothing_reaches(code, rules, medicine) + said
        else:
            said += reasons.choice_reasons(choice, medicine)
        steps = reasons.to_confirm(choice, emergency, home, medicine, board)
        steps += reasons.open_questions(rules, choice, emergency, medicine, board)
        return RefillDecision(
            state=code,
            as_of=at,
            emergency=emergency,
            applies=choice.applies,
            others=_others(rules, choice),
            reasons=tuple(said),
            to_confirm=tuple(dict.fromkeys(steps)),
            board=board,
            beside=choice.beside,
        )

    def evidence(self, evidence_id: str) -> Evidence | None:
        """The evidence `rule.FL.ordinary.1` or `rule.FL.board`, None where unknown."""
        wanted = evidence_id.removeprefix(_EVIDENCE)
        if wanted.endswith(".board"):
            board = self._boards.get(wanted.removesuffix(".board"))
            return board.evidence() if board else None
        rule = self._rules.get(wanted)
        return rule.evidence() if rule else None

    def facts(self) -> RefillFacts:
        """Counts for `doctor`."""
        states = {r.state for r in self._rules.values()}
        sure = {r.state for r in self._rules.values() if r.confidence != "low"}
        return RefillFacts(
            rules=len(self._rules),
            boards=len(self._boards),
            unconfirmed=sum(r.confidence == "low" for r in self._rules.values()),
            unconfirmed_states=tuple(sorted(states - sure)),
            states_without_rules=tuple(sorted(set(JURISDICTIONS) - states)),
            boards_without_phone=tuple(sorted(s for s, b in self._boards.items() if not b.phone)),
        )


def _code(state: str) -> str:
    code = state_code(state)
    if code is None:
        raise BadInput(f"'{state}' is no US state or territory.", [FieldError("state", "unknown state")])
    return code


def _others(rules: Sequence[RefillRule], choice: Choice) -> tuple[RefillRule, ...]:
    rest = [r for r in rules if r is not choice.applies and r not in choice.beside]
    return (*choice.beside, *sorted(rest, key=lambda r: r.rank))
