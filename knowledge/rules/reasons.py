"""The sentences in which a refill decision gives its reasons and says what is still to be confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.emergencies.records import InForce
from knowledge.medicines.medicine import Medicine
from knowledge.places.states import JURISDICTIONS
from knowledge.rules.choosing import Choice, Ground, board_has_spoken
from knowledge.rules.medicine_kind import schedule_of
from knowledge.rules.refill import Board, RefillRule

# 21 CFR 1306.12(a) and 1306.22, in our own words.
NEVER_CII = (
    "A schedule II prescription is never refilled, not even in an emergency (21 CFR 1306.12(a)): it takes a "
    "new prescription."
)
LIMIT_CIII_CIV = (
    "Federal law also ends a schedule III or IV prescription after 5 refills or 6 months (21 CFR 1306.22)."
)
_ANSWERS = {
    "yes": "An emergency is in force",
    "likely": "An emergency is likely in force",
    "no": "No emergency is in force",
    "unknown": "It is not known whether an emergency is in force",
}
_KINDS = {
    "ordinary": "the ordinary rule",
    "declared_emergency": "the declared-emergency rule",
    "insulin": "the insulin rule",
    "out_of_state": "the rule on other states",
}


def emergency_reasons(
    state: str, pharmacy: InForce, home: InForce | None, home_state: str, choice: Choice
) -> list[str]:
    """What is in force at the pharmacy's place, and whether the home's emergency counts here."""
    name = JURISDICTIONS[state].name
    reasons = [_answer(pharmacy, f"at the pharmacy's place in {name}", f"where the pharmacy is, {name}")]
    if home is None:
        return reasons
    where = f" in {JURISDICTIONS[home_state].name}" if home_state else ""
    reasons.append(_answer(home, f"at the patient's home{where}", "where the patient's home is"))
    if home.answer in {"yes", "likely"}:
        reasons.append(_home_counts(state, choice))
    return reasons


def _answer(emergency: InForce, where: str, whole: str) -> str:
    """`whole` names the state where the emergency reaches only parts of it."""
    first = f": {emergency.reasons[0]}" if emergency.reasons else "."
    if emergency.only_parts:
        where = f"in parts of the state {whole}"
    return f"{_ANSWERS[emergency.answer]} {where}{first}"


def _home_counts(state: str, choice: Choice) -> str:
    name = JURISDICTIONS[state].name
    if choice.ground and choice.ground.where == "home":
        assert choice.applies  # noqa: S101  (a ground belongs to a rule)
        if choice.applies.follows_patient == "ask":
            return f"Whether {name}'s rule follows a patient displaced from elsewhere has to be asked."
        return f"{name}'s rule follows the displaced patient, so the home's emergency counts."
    if choice.ground:
        return f"The emergency at the pharmacy's place already counts in {name}."
    return f"{name}'s rule goes by the place of the pharmacy, so the home's emergency does not count for it."


def choice_reasons(choice: Choice, medicine: Medicine | None) -> list[str]:
    """Which rule applies, how far it reaches the medicine, and what stands beside it."""
    schedule = schedule_of(medicine)
    name = medicine.name if medicine else "This medicine"
    if choice.applies is None:
        return []
    reasons = [_passed_over(rule, schedule) for rule in choice.passed_over]
    reasons.append(_applies(choice.applies))
    if schedule:
        reasons.append(_reach(choice.applies, name, schedule))
        if schedule in {"CIII", "CIV"}:
            reasons.append(LIMIT_CIII_CIV)
    for rule in choice.beside:
        label = (
            "For insulin and its supplies" if rule.kind == "insulin" else "Beside it, without the emergency"
        )
        reasons.append(f"{label}: {rule.citation}: {rule.max_supply_text}.")
    return reasons


def _applies(rule: RefillRule) -> str:
    if rule.kind == "none":
        return f"No authority to refill without a new prescription was found: {rule.citation}."
    return f"So {_KINDS[rule.kind]} applies: {rule.citation}."


def _passed_over(rule: RefillRule, schedule: str) -> str:
    if rule.ended:
        return f"The order on record has ended and speaks of another emergency: {rule.citation}."
    return (
        f"The declared-emergency rule does not reach schedule {schedule}: {rule.citation}: controlled "
        f"substances: {rule.controlled_substances}."
    )


def _reach(rule: RefillRule, name: str, schedule: str) -> str:
    if rule.reaches(schedule) is None:
        return f"{name} is schedule {schedule}; whether this rule reaches it is not known."
    days = rule.schedule_days.get(schedule)
    limit = f", up to {days} days" if days else ""
    return (
        f"{name} is schedule {schedule}; the rule's own text reaches it{limit} "
        f"({rule.controlled_substances}), and federal controlled-substance law still applies."
    )


def nothing_reaches(state: str, rules: Sequence[RefillRule], medicine: Medicine | None) -> list[str]:
    """Why no rule applies: schedule II, a schedule that the rules leave out, or no rule known at all."""
    name = JURISDICTIONS[state].name
    if not rules:
        return [f"No refill rule of {name} is known here."]
    schedule = schedule_of(medicine)
    if not medicine or not schedule:
        return [f"No rule of {name} that is known here applies outside a declared emergency."]
    if schedule == "CII":
        first = f"{medicine.name} is schedule II, so no refill rule of {name} reaches it."
        return [first, NEVER_CII, *_left_out(rules)]
    return [
        f"{medicine.name} is schedule {schedule}, which no rule of {name} reaches.",
        *_left_out(rules),
    ]


def _left_out(rules: Sequence[RefillRule]) -> list[str]:
    return [
        f"{rule.citation}: controlled substances: {rule.controlled_substances}."
        for rule in rules
        if rule.kind in {"ordinary", "declared_emergency"} and rule.schedules is not None
    ]


def to_confirm(
    choice: Choice, pharmacy: InForce, home: InForce | None, medicine: Medicine | None, board: Board | None
) -> list[str]:
    """What has to be checked before acting on the rule that applies."""
    rule = choice.applies
    if rule is None:
        return []
    steps = _declaration_steps(rule, choice.ground, pharmacy, home) if choice.ground else []
    if rule.max_days_supply is None and rule.kind != "none":
        steps.append(f"The number of days is not fixed here: {rule.max_supply_text}.")
    if rule.own_record:
        steps.append(
            "This pharmacy needs its own record of the prescription or of earlier fills; without one, "
            "ask for a transfer."
        )
    schedule = schedule_of(medicine)
    if schedule and rule.reaches(schedule) is None:
        steps.append(f"Whether the rule reaches schedule {schedule}.")
    if rule.confidence == "low":
        steps.append(f"This rule is not confirmed: {rule.notes}")
    return [*steps, _call(board)] if steps and board else steps


def open_questions(
    rules: Sequence[RefillRule],
    choice: Choice,
    pharmacy: InForce,
    medicine: Medicine | None,
    board: Board | None,
) -> list[str]:
    """Which other rule would apply if a fact turned out to be so that is not known here."""
    if choice.ground:
        return []
    questions = []
    for rule in rules:
        if rule.kind != "declared_emergency" or rule.ended or rule.reaches(schedule_of(medicine)) is False:
            continue
        if rule.activation == "displacement":
            questions.append(f"If a disaster displaced the patient: {rule.citation}: {rule.max_supply_text}.")
        elif pharmacy.answer == "unknown":
            questions.append(f"If an emergency is declared there: {rule.citation}: {rule.max_supply_text}.")
    nothing = choice.applies is None and schedule_of(medicine) != "CII"
    return [*questions, _call(board)] if board and (questions or nothing) else questions


def _declaration_steps(
    rule: RefillRule, ground: Ground, pharmacy: InForce, home: InForce | None
) -> list[str]:
    emergency = pharmacy if ground.where == "pharmacy" else home
    assert emergency  # noqa: S101  (a ground at home comes from the home's emergency)
    steps = []
    if emergency.only_parts:
        whose = "the pharmacy" if ground.where == "pharmacy" else "the patient's home"
        steps.append(
            f"That {whose} is in an area that the emergency covers: it covers only parts of the state."
        )
    if ground.answer == "likely" and rule.activation != "displacement":
        steps.append(_likely_step(rule, emergency, ground))
    if ground.where == "home" and rule.follows_patient == "ask":
        steps.append("Whether an emergency in another state counts under this rule.")
    if rule.ended:
        steps.append("The last order under this rule has ended; a new one has to be in force.")
    elif rule.activation == "order":
        steps.append("The wording of the order in force: a declaration alone does not allow this.")
    elif rule.activation == "board" and not board_has_spoken(emergency):
        steps.append("The board's own notice, waiver or activation for this emergency.")
    elif rule.activation == "displacement":
        steps.append("That the patient was displaced from home by the disaster.")
    elif rule.activation == "check_law":
        steps.append("Whether this provision still stands.")
    return steps


def _likely_step(rule: RefillRule, emergency: InForce, ground: Ground) -> str:
    ids = ", ".join(d.id for d in emergency.declarations)
    place = "the pharmacy's place" if ground.where == "pharmacy" else "the patient's home"
    if rule.federal_counts:
        return f"That the federal declaration ({ids}) covers {place}: under this rule it is enough."
    return f"The governor's order for {place}: only a federal declaration ({ids}) is on record here."


def _call(board: Board) -> str:
    if not board.phone:
        return f"Ask the {board.name}: {board.url} (no phone number was found)."
    digits = board.phone.removeprefix("+1")
    sure = "" if board.confidence != "low" else " (not confirmed)"
    return f"Ask the {board.name}, phone 1-{digits[:3]}-{digits[3:6]}-{digits[6:]}{sure}."
