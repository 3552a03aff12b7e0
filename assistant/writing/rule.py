"""What the pharmacist may do here: the rule that applies, its law, why it holds now, and its limits."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.understanding.patterns import labels_in
from assistant.understanding.request import AskedMedicine
from assistant.writing.draft import Draft
from assistant.writing.naming import called
from assistant.writing.records import record_evidence
from assistant.writing.words import Words
from knowledge.emergencies.records import STATE_EMERGENCY_KINDS, Activation, Declaration, InForce
from knowledge.evidence import Evidence
from knowledge.opening import Knowledge
from knowledge.rules.refill import Board, RefillDecision, RefillRule

# What the table of rules says where no amount could be read.
_BACKGROUND = "background: "
_NOTHING_KNOWN = ("", "unknown", "not verified")
# What it says where the law sets none: words of the table, which nobody at a shelter reads.
_NO_NUMBER = "no day limit"
# A reason for an emergency is one or two declarations; the whole list is at /v1/declarations.
REASONS_SHOWN = 2


def rule_section(plan: Plan, gathered: Gathered, knowledge: Knowledge, words: Words) -> Draft | None:
    """The rule for the state where the pharmacy is; dense for pharmacists and agents, plain for evacuees."""
    decision = gathered.decision
    if decision is None:
        return None
    draft = Draft("rule", words.say("title-rule"))
    if plan.request.audience == "evacuee":
        _plain(draft, plan, decision, knowledge, words)
    else:
        _dense(draft, plan, decision, knowledge, words)
    return draft


def board_section(plan: Plan, knowledge: Knowledge, words: Words) -> Draft | None:
    """The state's board of pharmacy with its number, where somebody asks for that."""
    place = plan.request.current or plan.request.home
    asked = plan.request.wants("hotline") and "board" in labels_in("question", plan.request.folded)
    board = knowledge.refill_rules.board(place.state) if asked and place else None
    if board is None:
        return None
    draft = Draft("program", words.say("title-hotlines"))
    draft.add(f"{_board(board, words)}.", board.evidence())
    return draft


def emergency_evidence(emergency: InForce, knowledge: Knowledge) -> tuple[Evidence, ...]:
    """The state's own orders, then the federal declarations; a program that is switched on is no order."""
    records: list[Activation | Declaration] = [
        activation for activation in emergency.activations if activation.kind in STATE_EMERGENCY_KINDS
    ]
    records += [declaration for declaration in emergency.declarations if declaration.for_people]
    found = (record_evidence(record, knowledge) for record in records)
    return tuple(piece for piece in found if piece is not None)[:REASONS_SHOWN]


def _plain(draft: Draft, plan: Plan, decision: RefillDecision, knowledge: Knowledge, words: Words) -> None:
    asked = plan.request.ruled
    rule = decision.applies
    if asked is None or asked.medicine.schedule != "CII":
        if rule is None or rule.kind == "none":
            _no_rule(draft, decision, words)
        else:
            _allowed(draft, decision, rule, asked, words)
            _others_controlled(draft, plan, rule, words)
    _never_refilled(draft, plan, words)
    _why(draft, plan, decision, knowledge, words)


def _never_refilled(draft: Draft, plan: Plan, words: Words) -> None:
    """Every Schedule II drug that is named, also beside one that may be refilled."""
    for asked in plan.request.medicines:
        if asked.medicine.schedule == "CII":
            draft.add(_begun(words.say("rule-cii", medicine=called(asked))), asked.medicine.evidence())


def _others_controlled(draft: Draft, plan: Plan, rule: RefillRule, words: Words) -> None:
    """The limits for each further controlled drug that the rule may reach."""
    for asked in plan.request.medicines:
        if asked is not plan.request.ruled and asked.medicine.schedule not in ("", "CII"):
            draft.add(_begun(_controlled(rule, asked, words)), rule.evidence(), asked.medicine.evidence())


def _allowed(
    draft: Draft, decision: RefillDecision, rule: RefillRule, asked: AskedMedicine | None, words: Words
) -> None:
    state, schedule = words.state(decision.state), asked.medicine.schedule if asked else ""
    likely = "-likely" if decision.emergency.answer == "likely" and rule.kind == "declared_emergency" else ""
    draft.add(_amount(f"rule{likely}", rule, schedule, state, words), rule.evidence())
    if asked and schedule:
        draft.add(_begun(_controlled(rule, asked, words)), rule.evidence(), asked.medicine.evidence())
    draft.add(words.say("rule-decides"), rule.evidence())
    draft.add(words.say("rule-law", citation=rule.citation), rule.evidence())
    for other in decision.beside:
        if other.kind == "insulin":
            text = words.say("rule-insulin", state=state, amount=other.max_supply_text)
        else:
            text = _amount("rule-ordinary", other, schedule, state, words)
        draft.add(text, other.evidence())
    if rule.confidence == "low":
        _unconfirmed(draft, rule, decision.board, words)


def _amount(prefix: str, rule: RefillRule, schedule: str, state: str, words: Words) -> str:
    """'up to 30 days' where the rule counts days; its own words where it counts something else."""
    days = rule.days_for(schedule)
    if days is not None:
        return words.say(f"{prefix}-days", state=state, days=days)
    amount = rule.max_supply_text.removeprefix("background: ")
    if amount in _NOTHING_KNOWN:
        return words.say("rule-amount-unknown", state=state)
    if prefix == "rule" and amount.startswith(_NO_NUMBER):
        return words.say("rule-no-number", state=state)
    return words.say(f"{prefix}-amount", state=state, amount=amount)


def _said_plainly(limits: str) -> str:
    """The limits of a rule without the table's marks and its word for Schedule II."""
    return limits.removeprefix("background: ").replace("CII excluded", "not for Schedule II drugs")


def _begun(sentence: str) -> str:
    """A sentence that may begin with a generic name, which is written small."""
    return sentence[:1].upper() + sentence[1:]


def _controlled(rule: RefillRule, asked: AskedMedicine, words: Words) -> str:
    schedule = asked.medicine.schedule
    values = {"medicine": called(asked), "schedule": schedule}
    match rule.reaches(schedule):
        case True:
            return words.say(
                "rule-controlled-allowed", text=_said_plainly(rule.controlled_substances), **values
            )
        case False:
            return words.say("rule-controlled-excluded", **values)
        case None:
            return words.say("rule-controlled-unknown", **values)


def _no_rule(draft: Draft, decision: RefillDecision, words: Words) -> None:
    state, evidence = words.state(decision.state), _rule_evidence(decision)
    board = _board(decision.board, words)
    if board:
        draft.add(
            words.say("rule-none", state=state, board=board), *evidence, _board_evidence(decision.board)
        )
    else:
        draft.add(words.say("rule-none-plain", state=state), *evidence)


def _unconfirmed(draft: Draft, rule: RefillRule, board: Board | None, words: Words) -> None:
    name = _board(board, words)
    if name:
        draft.add(words.say("rule-unconfirmed", board=name), rule.evidence(), _board_evidence(board))
    else:
        draft.add(words.say("rule-unconfirmed-plain"), rule.evidence())


def _board(board: Board | None, words: Words) -> str:
    return (
        f"{board.name} ({words.phone(board.phone)})"
        if board and board.phone
        else (board.name if board else "")
    )


def _board_evidence(board: Board | None) -> Evidence | None:
    return board.evidence() if board else None


def _why(draft: Draft, plan: Plan, decision: RefillDecision, knowledge: Knowledge, words: Words) -> None:
    area, emergency = _area(plan, words), decision.emergency
    evidence = emergency_evidence(emergency, knowledge)
    match emergency.answer:
        case "yes" | "likely" if evidence:
            key = "rule-in-force" if emergency.answer == "yes" else "rule-likely"
            draft.add(words.say(key, area=area, title=evidence[0].title), *evidence)
        case "no":
            draft.add(words.say("rule-no-emergency", area=area), *_rule_evidence(decision))
        case _:
            draft.add(words.say("rule-unknown-emergency", area=area), *_rule_evidence(decision))


def _area(plan: Plan, words: Words) -> str:
    place = plan.request.current
    if place is None:
        return ""
    state = words.state(place.state)
    # Guam is its own county.
    return f"{place.county}, {state}" if place.county not in ("", state) else state


def _dense(draft: Draft, plan: Plan, decision: RefillDecision, knowledge: Knowledge, words: Words) -> None:
    asked = plan.request.ruled
    # Before any number of days, which a busy reader would take for this medicine.
    _never_refilled(draft, plan, words)
    rules = [decision.applies] if decision.applies else []
    reasons = [_begun(reason) for reason in decision.reasons]
    if decision.applies is None and asked and asked.medicine.schedule not in ("", "CII"):
        # The same holds of every schedule that no rule here reaches: the verdict comes first.
        draft.add(reasons.pop(0), *_reason_evidence(decision, knowledge), asked.medicine.evidence())
    for rule in [*rules, *decision.others]:
        draft.add(_dense_rule(rule, words), rule.evidence())
    if decision.applies is None:
        _no_rule(draft, decision, words)
    for reason in reasons:
        draft.add(reason, *_reason_evidence(decision, knowledge))
    for text in decision.to_confirm:
        draft.add(words.say("pro-confirm", text=text), *_reason_evidence(decision, knowledge))
    if decision.board:
        draft.add(f"{_board(decision.board, words)}.", decision.board.evidence())


def _rule_evidence(decision: RefillDecision) -> tuple[Evidence, ...]:
    """The rule that was looked at: the one that applies, else the first of the state."""
    rules = (decision.applies,) if decision.applies else decision.others[:1]
    return tuple(rule.evidence() for rule in rules if rule)


def _reason_evidence(decision: RefillDecision, knowledge: Knowledge) -> tuple[Evidence, ...]:
    return _rule_evidence(decision) + emergency_evidence(decision.emergency, knowledge)


def _dense_rule(rule: RefillRule, words: Words) -> str:
    return " ".join(_dense_parts(rule, words))


def _quantity(rule: RefillRule) -> str:
    """The amount of a rule; rules on who may practice or on another state's prescription set none."""
    amount = rule.max_supply_text
    return "—" if amount in ("", "not applicable") else _background_marked(amount)


def _background_marked(value: str) -> str:
    """What the table marks as background knowledge was read in no law, and is said to be so."""
    bare = value.removeprefix(_BACKGROUND)
    return f"{bare} (not confirmed)" if bare != value else value


def _dense_parts(rule: RefillRule, words: Words) -> Iterator[str]:
    kind = words.say(f"kind-{rule.kind}")
    yield words.say("pro-rule", kind=kind, state=rule.state, amount=_quantity(rule), citation=rule.citation)
    yield words.say("pro-trigger", trigger=rule.trigger)
    if rule.conditions:
        yield words.say("pro-conditions", conditions="; ".join(rule.conditions))
    yield words.say("pro-controlled", text=_background_marked(rule.controlled_substances))
    if rule.repeats:
        yield words.say("pro-repeats", repeats=rule.repeats)
    if rule.notify_prescriber_within_hours is not None:
        yield words.say("pro-notify", hours=rule.notify_prescriber_within_hours)
    yield words.say("pro-confidence", as_of=rule.as_of, confidence=rule.confidence)
