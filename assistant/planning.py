"""Which evidence a Request needs, and the one question to ask back. Decides; looks nothing up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.answer import Asks, Declined, Urgency
from assistant.conversation.conversation import Conversation
from assistant.topics import (
    asks_for_equipment,
    bring_topics,
    donation_topics,
    handling_topics,
    medicine_topics,
    payment_topics,
    program_topics,
)
from assistant.triage.triage import Triage
from assistant.understanding.patterns import labels_in
from assistant.understanding.request import Request

# 'urgent' in the contract's words: out now, or within two days.
URGENT_DAYS = 2.0

_ABOUT_DISPENSING = ("find_medicine", "refill_rule", "controlled", "prescription_transfer")
# Somebody who asks this will stand at a counter next.
_AT_THE_COUNTER = ("find_medicine", "refill_rule", "prescription_transfer")
# Questions that prose answers better than tables: the documents are searched for these.
_ABOUT_DOCUMENTS = (
    "program_help",
    "pay",
    "controlled",
    "handling",
    "donate",
    "receive_donations",
    "prescription_transfer",
    "hotline",
    "declaration",
    "refill_rule",
    "other",
)


# Conditions of the vocabulary whose medicines are taken by people on dialysis.
_ON_DIALYSIS = frozenset({"dialysis", "kidney failure"})


# How the documents are searched: not at all, by words alone (no model), or by words and meaning.
Search = Literal["none", "words", "meaning"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to gather. Topics are exact keys of documents' key points, by the section they go to."""

    request: Request
    triage: Triage
    urgency: Urgency
    places: bool
    sites: bool
    rule: bool
    declarations: bool
    payment: tuple[str, ...]
    handling: tuple[str, ...]
    program: tuple[str, ...]
    donation: tuple[str, ...]
    bring: tuple[str, ...]
    hotlines: tuple[str, ...]
    search: Search
    declined: Declined | None
    ask: Asks | None


def make_plan(request: Request, triage: Triage, conversation: Conversation) -> Plan:
    """The plan for a Request, given what triage found and what was asked before."""
    if request.limit == "unsafe":
        return _nothing_but_declined(request, triage)
    if _is_only_a_poisoning(request, triage):
        # 'my boy ate grandma's pills' names medicine that nobody is looking for.
        request = replace(request, intents=("emergency",), medicines=(), unclear_medicine=None)
    wants_place = request.wants("find_medicine") or (
        request.wants("emergency", "controlled", "pay")
        and bool(request.medicines)
        and request.current is not None
        and request.audience != "pharmacist"
    )
    # A professional who names a medicine and a place wants the rule that holds there, whatever else.
    works = request.audience != "evacuee" and bool(request.medicines) and _state_of(request) != ""
    # 'Do they take controlled drugs?' of a donation program is no question about dispensing them.
    gives = request.wants("donate") and not request.wants("find_medicine", "refill_rule")
    about_dispensing = not gives and (request.wants(*_ABOUT_DISPENSING) or works)
    sites = request.wants("site_status") or request.site_number is not None
    # A pharmacist with the patient at the counter asks what may be done there, not where to send them.
    at_the_counter = request.audience == "pharmacist" and request.wants("refill_rule")
    looking = wants_place and not at_the_counter and not request.wants("donate", "receive_donations")
    pays = request.wants("pay") or looking
    payment = payment_topics(request) if pays else ()
    # Suppliers replace machines, clinics give methadone: no rule on refills holds for either.
    for_evacuee = request.audience == "evacuee"
    no_refill = asks_for_equipment(request) or (for_evacuee and _is_given_at_a_clinic(request))
    program = (medicine_topics(request) if about_dispensing else ()) + program_topics(request, payment)
    bring = bring_topics(request) if request.wants(*_AT_THE_COUNTER) else ()
    return Plan(
        request=request,
        triage=triage,
        urgency=_urgency(request, triage),
        places=looking and bool(request.medicines) and _locates(request) and request.site_number is None,
        sites=sites and not (looking and request.medicines and request.site_number is None),
        rule=about_dispensing and _state_of(request) != "" and not no_refill,
        declarations=request.wants("declaration") or looking,
        payment=payment,
        handling=handling_topics(request) if looking or request.wants("handling") else (),
        program=tuple(topic for topic in program if topic not in bring),
        donation=donation_topics(request),
        bring=bring,
        hotlines=_hotline_topics(request, looking),
        search=_search(request, looking),
        declined=_declined(request),
        ask=_ask(request, conversation, looking),
    )


def _nothing_but_declined(request: Request, triage: Triage) -> Plan:
    """A request to deceive or to misuse gets no medicine, place or rule beside its refusal."""
    none: tuple[str, ...] = ()
    return Plan(
        request=request,
        triage=triage,
        urgency=triage.urgency,
        places=False,
        sites=False,
        rule=False,
        declarations=False,
        payment=none,
        handling=none,
        program=none,
        donation=none,
        bring=none,
        hotlines=none,
        search="none",
        declined="unsafe",
        ask=None,
    )


def _is_only_a_poisoning(request: Request, triage: Triage) -> bool:
    """Whether what was swallowed, or sugar that is too low, is all that is told: then only what to do about
    that is said, and nobody who took their insulin is told to get more."""
    named = bool(request.medicines) or request.unclear_medicine is not None
    said = labels_in("question", request.folded)
    first = triage.flags[0].category if triage.flags else ""
    poisoned = named and (first == "poisoning" or (first == "hypoglycemia" and "low_sugar" in said))
    only_named = set(request.intents) <= {"find_medicine", "controlled", "other"}
    return poisoned and only_named and "looks_for_more" not in said


def _is_given_at_a_clinic(request: Request) -> bool:
    """Methadone of somebody who gets it at an opioid treatment program."""
    return request.opioid_program and [a.medicine.name for a in request.medicines] == ["methadone"]


def _urgency(request: Request, triage: Triage) -> Urgency:
    if triage.urgency != "routine":
        return triage.urgency
    risks = {asked.medicine.interruption_risk for asked in request.medicines}
    runs_out = request.days_left is not None and request.days_left <= URGENT_DAYS
    # Somebody who looks for a critical medicine after a disaster is taken to be out of it unless they say
    # for how long they still have some: the wrong guess costs one calm sentence, the other one a life.
    looks_for_it = request.days_left is None and request.wants("find_medicine") and "critical" in risks
    return "urgent" if (runs_out and risks & {"critical", "high"}) or looks_for_it else "routine"


def _locates(request: Request) -> bool:
    """Whether 'near' means anything: a state alone has no nearest pharmacy."""
    return request.current is not None and request.current.kind != "state"


def _state_of(request: Request) -> str:
    return request.current.state if request.current else ""


def _search(request: Request, looking: bool) -> Search:
    """Prose is searched when a question needs it; 'where' and 'may they' alone are answered from tables."""
    if request.own_documents:
        return "meaning"
    if request.small_talk or request.limit or (request.carried and looking):
        return "none"
    by_place = looking and bool(request.medicines) and _locates(request)
    by_rule = request.wants("refill_rule") and _state_of(request) != ""
    if by_place or by_rule:
        needs_prose = request.wants("program_help", "donate", "receive_donations", "handling", "other")
        return "meaning" if needs_prose else "none"
    if set(request.intents) & set(_ABOUT_DOCUMENTS):
        return "meaning"
    # What already holds while the place or the medicine is still asked for; no model is loaded for it. 'I
    # left my insulin at home' or 'pharmacy in Houston' alone say too little: whatever prose shares their
    # words is about something else.
    says_little = "bare_need" in labels_in("question", request.unnamed)
    return "words" if looking and not says_little else "none"


def _declined(request: Request) -> Declined | None:
    if request.wants("medical_advice"):
        return "medical_advice"
    return "out_of_scope" if request.limit == "out_of_scope" else None


def _hotline_topics(request: Request, looking: bool) -> tuple[str, ...]:
    topics: list[str] = []
    if request.wants("hotline", "program_help", "emergency", "pay"):
        topics += labels_in("hotline_topics", request.folded)
    if request.coverage == "uninsured" or (looking and request.coverage == "unknown"):
        topics.append("uninsured")
    topics += {
        "medicare": ["medicare"],
        "va": ["veteran_pharmacy"],
        "tricare": ["tricare"],
        "express_scripts": ["express_scripts"],
        "cigna": ["cigna"],
    }.get(request.coverage, [])
    conditions = {condition for asked in request.medicines for condition in asked.medicine.conditions}
    if conditions & _ON_DIALYSIS or "given_at_a_center" in labels_in("treatment", request.folded):
        topics.append("dialysis")
    if any("diabetes" in condition for condition in conditions):
        topics.append("diabetes")
    if looking or request.wants("hotline", "emergency"):
        topics.append("general")
    return tuple(dict.fromkeys(topics))


def _ask(request: Request, conversation: Conversation, looking: bool) -> Asks | None:
    """The most useful thing that is missing and was not asked before; None when nothing is."""
    open_questions: list[Asks] = []
    if request.small_talk == "greeting" and not request.medicines:
        return "medicine"
    unnamed = request.wants("find_medicine") and not _names_product(request)
    knows_not = not request.medicines and "knows_not" in labels_in("question", request.folded)
    if request.unclear_medicine or (unnamed and not knows_not):
        open_questions.append("medicine")
    cut_off = request.opioid_program and bool(request.medicines) and request.wants("controlled")
    if (looking or cut_off or request.wants("refill_rule", "site_status")) and (
        request.current is None or (looking and not _locates(request)) or request.unclear_place is not None
    ):
        open_questions.append("current_place")
    has_ihs = "pay.ihs" in labels_in("program_topics", request.folded)
    if looking and request.coverage == "unknown" and request.audience != "pharmacist" and not has_ihs:
        open_questions.append("coverage")
    if looking and request.coverage == "uninsured" and request.home is None:
        open_questions.append("home_place")
    if looking and request.proof == "unknown" and request.audience != "pharmacist":
        open_questions.append("prescription_proof")
    asked = set(conversation.asked)
    if {a.medicine.name for a in request.medicines} - {slot.name for slot in conversation.medicines}:
        # Who was asked where they are and named a medicine first is asked again: all else hangs on the place.
        asked.discard("current_place")
    return next((asks for asks in open_questions if asks not in asked), None)


def _names_product(request: Request) -> bool:
    return bool(request.medicines) and not any(asked.medicine.class_mention for asked in request.medicines)
