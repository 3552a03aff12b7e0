"""One message and the conversation's slots become a Request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from assistant.conversation.conversation import Conversation, MedicineSlot, PlaceSlot
from assistant.question import Audience, Location, Question
from assistant.understanding.coverage import coverage_spans, find_coverage
from assistant.understanding.folding import fold
from assistant.understanding.found import Found
from assistant.understanding.intents import cue_intents
from assistant.understanding.language import KNOWN, detect_language
from assistant.understanding.patterns import labels_in, patterns
from assistant.understanding.reference import (
    announced,
    days_ahead,
    is_fragment,
    limit_of,
    plain_answer,
    points_back,
    same_place,
    site_number,
    starts_over,
)
from assistant.understanding.request import AskedMedicine, Request
from assistant.understanding.roles import assign_roles
from assistant.understanding.situation import Proof, Situation, Whose, read_situation
from assistant.understanding.state_codes import bare_state
from assistant.understanding.wanted import said_in_passing, wanted
from knowledge.documents.searching.own import OwnDocument
from knowledge.medicines.medicine import MedicineMention
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.opening import Knowledge
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.place import Place, PlaceMention

# A five-digit number that stands alone is read as a ZIP; '10000 units' is not.
_ZIP = re.compile(r"\b(\d{5})(?:-\d{4})?\b(?!\s*(?:units?|mg|mcg|ml|iu|unidades|dollars|people|\$))")

# A package code: in three parts, or eleven digits behind its name.
_NDC = re.compile(r"(?<![\w-])(\d{4,5}-\d{3,4}-\d{1,2}|(?<=NDC )\d{10,11}|(?<=ndc )\d{10,11})(?![\w-])")

# 'Humalog, not Humulin': the second is what the person does not take.
_RULED_OUT = re.compile(
    r"(?:\bnot|\bisn't|\brather than|\binstead of|,\s*no|\bno es)(?: looking for| asking for| after)?"
    r"\s+(?:the |my |el |la )?$"
)

# Where a place was asked back, the answer is read as if it said 'in …': 'lake charles', 'sarasotta'.
_AS_A_PLACE = "in "
PLACE_ANSWER_MAX_WORDS = 6
# What a named place or medicine alone is taken to mean.
_ONLY_IMPLIED = frozenset({"find_medicine", "site_status", "refill_rule", "other"})


def understand(
    question: Question, conversation: Conversation, known: Knowledge
) -> tuple[Request, Conversation]:
    """The Request, and the conversation it continues (an empty one after 'start over')."""
    folded = fold(question.message)
    if starts_over(folded):
        conversation = Conversation(language=conversation.language)
    medicines = tuple(known.medicines.find(question.message))
    medicines = medicines or _by_ndc(question.message, known.medicines)
    named = [*((mention.start, mention.end) for mention in medicines), *coverage_spans(folded)]
    places = _outside(_places(question.message, conversation, known.places), named)
    if not places and question.audience != "evacuee":
        places = _bare_state(question.message, named, known.places)
    certain = [place for place in places if place.certainty != "ask"]
    placed = assign_roles(folded, certain, at_a_pharmacy=question.audience == "pharmacist")
    situation = _with_plain_answer(read_situation(folded), folded, conversation)
    coverage = find_coverage(folded)
    if conversation.pending == "coverage" and plain_answer(folded) == "no":
        coverage = "uninsured"
    if coverage == "unknown" and folded.strip(" .!") == "va" and not conversation.asks_for_a_place:
        # Two letters that are Virginia where a place was asked for.
        coverage = "va"
    found = Found(folded, medicines, places, placed, situation, coverage)
    return _request(question, conversation, found, known), conversation


def _places(message: str, conversation: Conversation, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The places in a message; what is near the person's own places is more likely meant."""
    near = _place(conversation.home or conversation.current, gazetteer)
    found = gazetteer.find(message, near=near)
    sure = [mention.place for mention in found if mention.certainty != "ask"]
    if sure and len(sure) < len(found):
        # 'Asheville from Burnsville': of the many Burnsvilles the one near the place that is known.
        found = gazetteer.find(message, near=sure[0])
    if found or not conversation.asks_for_a_place or len(message.split()) > PLACE_ANSWER_MAX_WORDS:
        return found
    shift = len(_AS_A_PLACE)
    return [
        replace(mention, start=mention.start - shift, end=mention.end - shift)
        for mention in gazetteer.find(_AS_A_PLACE + message, near=near)
    ]


def _by_ndc(message: str, vocabulary: Vocabulary) -> tuple[MedicineMention, ...]:
    """The medicine of a package code ('NDC 0088-2220-33'), where packages were imported."""
    codes = ((match, vocabulary.by_ndc(match[1])) for match in _NDC.finditer(message))
    return tuple(
        MedicineMention(medicine, match[1], match.start(1), match.end(1), certainty="exact")
        for match, medicine in codes
        if medicine is not None
    )


def _bare_state(
    message: str, named: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The state whose code alone opens or ends a professional's note."""
    span = bare_state(message, named)
    state = gazetteer.state(message[slice(*span)]) if span else None
    if span is None or state is None:
        return ()
    return (PlaceMention(state, message[slice(*span)], *span, certainty="exact"),)


def _with_plain_answer(situation: Situation, folded: str, conversation: Conversation) -> Situation:
    """'yes' and 'no' where the bottle was asked for."""
    proofs: dict[str, Proof] = {"yes": "bottle", "no": "nothing"}
    answer = plain_answer(folded) if conversation.pending == "prescription_proof" else ""
    return replace(situation, proof=proofs[answer]) if answer else situation


def _request(question: Question, conversation: Conversation, found: Found, known: Knowledge) -> Request:
    folded, situation = found.folded, found.situation
    intents, carried = wanted(found, conversation, question.audience)
    current, home = _both_places(question, conversation, found, known.places)
    whose = _whose(found, conversation, question.audience)
    language = _language(question, conversation)
    limit = limit_of(folded)
    own = () if limit == "unsafe" else _own_documents(question, language, current, home, known)
    if own:
        intents, limit = _asked_of_documents(intents, found), ""
    return Request(
        message=question.message.strip(),
        folded=folded,
        names=found.names(),
        at=question.at,
        audience=question.audience,
        language=language,
        intents=intents,
        medicines=_medicines(found, conversation, known.medicines),
        unclear_medicine=next((m for m in found.medicines if m.certainty == "ask"), None),
        current=current,
        home=home,
        unclear_place=_unclear_place(found),
        unknown_zip=_unknown_zip(folded, known.places),
        coverage=conversation.coverage if found.coverage == "unknown" else found.coverage,
        days_left=_days_left(found, conversation, whose),
        proof=conversation.proof if situation.proof == "unknown" else situation.proof,
        whose=whose,
        opioid_program=conversation.opioid_program or "opioid_program" in labels_in("treatment", folded),
        site_number=site_number(folded, len(conversation.shown_sites), conversation.site_asked),
        quoted=_quoted(question, conversation, language, (current, home), known),
        site_kinds=labels_in("site_kinds", folded),
        days_ahead=days_ahead(folded),
        carried=carried,
        small_talk=said_in_passing(folded, conversation),
        limit=limit,
        own_documents=own,
    )


def _own_documents(
    question: Question, language: str, current: Place | None, home: Place | None, known: Knowledge
) -> tuple[OwnDocument, ...]:
    """The operator's documents that the message is about."""
    gates = _gates(question, language, current, home)
    return known.documents.own_documents(question.message, at=question.at.date(), **gates)


def _quoted(
    question: Question,
    conversation: Conversation,
    language: str,
    places: tuple[Place | None, Place | None],
    known: Knowledge,
) -> str:
    """What 'it' or 'the donation' means: what was quoted before, else the one thing of its kind that an
    operator made known."""
    folded = fold(question.message)
    if conversation.quoted and points_back(folded):
        return conversation.quoted
    if not (thing := announced(folded)):
        return ""
    return known.documents.only_one_on(thing, at=question.at.date(), **_gates(question, language, *places))


class _Gates(TypedDict):
    audience: Audience | None
    jurisdiction: tuple[str, ...] | None
    language: str


def _gates(question: Question, language: str, current: Place | None, home: Place | None) -> _Gates:
    """Which documents a message may be about; while no place is known, those of any state."""
    states = tuple(dict.fromkeys(place.state for place in (current, home) if place))
    audience = None if question.audience == "agent" else question.audience
    return {"audience": audience, "jurisdiction": states or None, "language": language}


def _asked_of_documents(intents: tuple[str, ...], found: Found) -> tuple[str, ...]:
    """What is wanted besides: a place or a medicine that the question names is not yet looked for."""
    cued = cue_intents(found.folded)
    kept = tuple(i for i in intents if i in cued or i not in _ONLY_IMPLIED)
    return kept or ("program_help",)


def _language(question: Question, conversation: Conversation) -> str:
    """The chosen language ('es-MX' is Spanish), else the message's."""
    chosen = (question.language or "").replace("_", "-").split("-")[0].lower()
    if chosen in KNOWN:
        return chosen
    notes = question.audience != "evacuee"
    return detect_language(question.message, conversation.language, notes=notes)


def _whose(found: Found, conversation: Conversation, audience: Audience) -> Whose:
    """Whose medicine it is; what says nothing of it ('33602', 'actually Xarelto') goes on about the same."""
    whose = found.situation.whose
    if whose == "unknown" and audience == "agent":
        # Who takes calls asks for a caller, however short the note.
        return "other"
    return conversation.whose if whose == "unknown" else whose


def _days_left(found: Found, conversation: Conversation, whose: Whose) -> float | None:
    """How long it lasts; what was said of one person's medicine says nothing of another's."""
    if found.situation.days_left is not None:
        return found.situation.days_left
    another = bool(found.medicines) and "unknown" != conversation.whose != whose
    return None if another else conversation.days_left


def _medicines(found: Found, conversation: Conversation, vocabulary: Vocabulary) -> tuple[AskedMedicine, ...]:
    """Those of the message; joined to, or replaced by, those the conversation already holds."""
    certain = _asked_for([m for m in found.medicines if m.certainty != "ask"], found.folded, vocabulary)
    certain = _as_held(certain, conversation, vocabulary)
    if patterns("reference")["all_of_them"].search(found.folded) and not certain:
        return _carried(conversation.named, vocabulary)
    if certain and conversation.medicines and patterns("reference")["also"].search(found.folded):
        held = _carried(conversation.medicines, vocabulary)
        return (*held, *(a for a in certain if a.medicine not in [h.medicine for h in held]))
    if certain or found.medicines:
        return certain
    return _carried(conversation.medicines, vocabulary)


def _is_for_another(mention: MedicineMention, mentions: Sequence[MedicineMention]) -> bool:
    """'testosterone and syringes': bare syringes beside another medicine are not those of insulin."""
    if "syringe" not in mention.medicine.name or "insulin" in mention.matched.lower():
        return False
    others = [m.medicine for m in mentions if m.medicine != mention.medicine]
    uses = {use for medicine in others for use in medicine.conditions}
    return bool(others) and not any("diabetes" in use for use in uses)


def _asked_for(
    mentions: Sequence[MedicineMention], folded: str, vocabulary: Vocabulary
) -> tuple[AskedMedicine, ...]:
    """Each once; nothing ruled out ('not Humulin'), no class beside one of its own members."""
    wanted = [m for m in mentions if not _RULED_OUT.search(folded[: m.start])] or list(mentions)
    wanted = [m for m in wanted if not _is_for_another(m, wanted)]
    products = {m.medicine for m in wanted if not m.medicine.class_mention}
    named = {
        m.medicine.name: AskedMedicine(m.medicine, m.matched, m.strength)
        for m in wanted
        if not (m.medicine.class_mention and products & set(vocabulary.members(m.medicine)))
    }
    return tuple(named.values())


def _as_held(
    certain: tuple[AskedMedicine, ...], conversation: Conversation, vocabulary: Vocabulary
) -> tuple[AskedMedicine, ...]:
    """'my insulin' of somebody who said Lantus before is Lantus."""
    held = _carried(conversation.medicines, vocabulary)
    if not held:
        return certain
    meant: dict[str, AskedMedicine] = {}
    for asked in certain:
        members = vocabulary.members(asked.medicine) if asked.medicine.class_mention else ()
        same = [other for other in held if other.medicine in members] or [asked]
        meant |= {one.medicine.name: one for one in same}
    return tuple(meant.values())


def _carried(slots: Sequence[MedicineSlot], vocabulary: Vocabulary) -> tuple[AskedMedicine, ...]:
    held = ((vocabulary.by_name(slot.name), slot.matched) for slot in slots)
    return tuple(AskedMedicine(medicine, matched) for medicine, matched in held if medicine)


def _both_places(
    question: Question, conversation: Conversation, found: Found, gazetteer: Gazetteer
) -> tuple[Place | None, Place | None]:
    """Where the person is and where home is. Typed words win over the device: a daughter asks from Ohio."""
    typed, typed_home = found.placed.current, found.placed.home
    home = typed_home.place if typed_home else _place(conversation.home, gazetteer)
    current = _located(question.location, gazetteer) or _place(conversation.current, gazetteer)
    if conversation.pending == "home_place" and not typed_home:
        if typed and is_fragment(found.folded):
            return current, typed.place
        if same_place(found.folded):
            return current, current
    if typed and current and typed.place.kind == "state" and typed.place.state == current.state:
        # 'Florida' of somebody in Tampa says less than what is known.
        return current, home
    return (typed.place if typed else current), home


def _located(location: Location | None, gazetteer: Gazetteer) -> Place | None:
    if location is None:
        return None
    if location.zip:
        return gazetteer.by_zip(location.zip)
    if location.latitude is None or location.longitude is None:
        return None
    return gazetteer.nearest(location.latitude, location.longitude)


def _unclear_place(found: Found) -> PlaceMention | None:
    if found.placed.current:
        return None
    return next((place for place in found.places if place.certainty == "ask"), None)


def _place(slot: PlaceSlot | None, gazetteer: Gazetteer) -> Place | None:
    if slot is None:
        return None
    return (
        (gazetteer.by_zip(slot.zip) if slot.zip else None)
        or (gazetteer.by_city(slot.city, slot.state) if slot.city else None)
        or (gazetteer.by_county_fips(slot.county_fips) if slot.county_fips else None)
        or gazetteer.state(slot.state)
    )


def _outside(places: Sequence[PlaceMention], spans: Sequence[tuple[int, int]]) -> tuple[PlaceMention, ...]:
    """Places that are not a part of a medicine's or an insurer's name."""
    return tuple(p for p in places if not any(p.start < end and start < p.end for start, end in spans))


def _unknown_zip(folded: str, gazetteer: Gazetteer) -> str:
    typed = (match[1] for match in _ZIP.finditer(folded))
    return next((zip_code for zip_code in typed if gazetteer.by_zip(zip_code) is None), "")
