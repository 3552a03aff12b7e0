"""What the person wants: the message's own intents, or those of the turn before that it goes on with."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation.conversation import Conversation
from assistant.question import Audience
from assistant.understanding.found import Found
from assistant.understanding.intents import cue_intents, find_intents
from assistant.understanding.patterns import labels_in
from assistant.understanding.reference import (
    is_fragment,
    limit_of,
    plain_answer,
    points_back,
    site_number,
    small_talk,
)

# What somebody who gives medicine asks about in one word.
_ASKED_OF_A_PROGRAM = frozenset({"controlled", "handling"})
# What a resemblance alone tells of a patient; a pharmacist who says no more asks what may be done.
_FOR_PATIENTS = frozenset({"find_medicine", "site_status"})
# These lead to no medicine; the first medicine that is named after them is one to be found.
_WITHOUT_MEDICINE = frozenset({"site_status", "hotline", "declaration", "emergency", "other"})
# How a pharmacy may give a medicine: asked by those who also need to know where.
_RULES = frozenset({"refill_rule", "prescription_transfer", "controlled"})


def wanted(found: Found, conversation: Conversation, audience: Audience) -> tuple[tuple[str, ...], bool]:
    """The intents of a message, and whether they are those of the turn before."""
    intents = _with_what_follows(find_intents(found.folded, _spans(found)), found, audience)
    cued = cue_intents(found.folded)
    at_work = audience == "pharmacist" and not _asks_for_a_place(found)
    if at_work:
        intents = tuple(intent for intent in intents if intent not in _FOR_PATIENTS)
    # A medicine and a place are a need, whatever stands beside them.
    looks = "looks_for_more" in labels_in("question", found.folded)
    needs = bool(found.medicines) and (bool(found.places) or looks)
    # 'Where can I get diapers?' asks where, and for no medicine.
    asked_for = set(cued) - (set() if found.medicines else {"find_medicine"})
    beside_the_point = limit_of(found.folded) == "out_of_scope" and not asked_for and not needs
    if beside_the_point or said_in_passing(found.folded, conversation) in ("thanks", "about", "private"):
        return ("other",), False
    of_a_site = site_number(found.folded, len(conversation.shown_sites), conversation.site_asked) is not None
    if of_a_site and set(cued) <= {"site_status"}:
        return ("site_status",), False
    before = _still_meant(found, conversation, cued)
    told = _tells_who_pays(found, intents)
    fragment = is_fragment(found.folded)
    gave = "donate" in conversation.intents and not found.medicines
    if gave and intents and set(intents) <= _ASKED_OF_A_PROGRAM:
        # 'controlled?' after 'does Florida take it?' goes on about what is taken.
        intents = (*intents, "donate")
    if at_work and not intents and not limit_of(found.folded):
        return _asked_at_the_counter(found, before)
    # A fragment with a wish of its own and nothing for a slot ('what if they don't have it') is no answer,
    # nor is 'I'm in 33602 and need metformin'.
    own_need = bool(found.medicines and found.places) and "find_medicine" in intents
    leans = not intents or told or (fragment and _says_a_slot(found) and not own_need)
    if conversation.quoted and points_back(found.folded) and not cued and not found.places:
        # 'how long does it take?' after EPAP was explained is about keeping medicine only by resemblance.
        return tuple(i for i in intents if i in conversation.intents) or ("program_help",), False
    says_something = _says_a_slot(found) or conversation.pending is not None or fragment
    beside = {"pay", "program_help"} if told else {"pay"}
    if before and leans and says_something and not set(cued) - beside:
        if _is_out(found, audience) and conversation.medicines and set(before) <= _RULES:
            # 'none left' after 'can they refill it?'
            before = (*before, "find_medicine")
        return before + tuple(i for i in cued if i not in before and not (told and i == "program_help")), True
    return intents or _implied(found), False


def _asks_for_a_place(found: Found) -> bool:
    """Whether the words ask where, or name a place so exactly that 'near' means something."""
    near = found.placed.current is not None and found.placed.current.place.kind != "state"
    return near or bool(_FOR_PATIENTS & set(cue_intents(found.folded)))


def _asked_at_the_counter(found: Found, before: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """What a pharmacist wants whose words say little: the rule, or more of what was asked before.

    'other' beside it lets the documents be searched as well.
    """
    named = bool(found.medicines) or bool(found.places)
    if before and not (found.medicines and found.places):
        kept = tuple(intent for intent in before if intent not in _FOR_PATIENTS) or ("refill_rule",)
        return kept if named or "other" in kept else (*kept, "other"), True
    implied = tuple(intent for intent in _implied(found) if intent not in _FOR_PATIENTS)
    if implied or not named:
        return implied or ("other",), False
    return ("refill_rule",) if found.medicines else ("refill_rule", "other"), False


def said_in_passing(folded: str, conversation: Conversation) -> str:
    """What kind of small talk a message is; a bare 'yes' to no question is a nod, answered like thanks.

    'Where do I go?' about a medicine that was named goes on about it and is no greeting.
    """
    nod = plain_answer(folded) != "" and conversation.pending is None and bool(conversation.intents)
    talk = small_talk(folded)
    if talk == "greeting" and conversation.medicines:
        return ""
    return talk or ("thanks" if nod else "")


def _spans(found: Found) -> tuple[tuple[int, int, str], ...]:
    """Where the medicines and places stand: an unknown one is read like a known one."""
    medicines = ((m.start, m.end, "MEDICINE") for m in found.medicines)
    places = ((p.start, p.end, "PLACE") for p in found.places if p.start >= 0)
    return (*medicines, *places)


def _implied(found: Found) -> tuple[str, ...]:
    """What is wanted by somebody who only names a thing."""
    if found.medicines:
        return ("find_medicine",)
    if labels_in("programs", found.folded):
        return ("program_help",)
    # Somebody who only says where they are is asked for their medicine and shown what is near.
    return ("find_medicine", "site_status") if found.places else ("other",)


def _tells_who_pays(found: Found, intents: tuple[str, ...]) -> bool:
    """Whether the message only says who pays ('Humana Medicare Advantage') and asks nothing."""
    asks = "asks" in labels_in("question", found.folded)
    return found.coverage != "unknown" and set(intents) <= {"pay", "program_help"} and not asks


def _asks_nothing(found: Found) -> bool:
    asks = "asks" in labels_in("question", found.folded)
    return not asks and not _RULES & set(cue_intents(found.folded))


def _says_a_slot(found: Found) -> bool:
    """Whether the message says something that the conversation keeps."""
    situation = found.situation
    says = found.medicines or found.places or found.coverage != "unknown" or situation.proof != "unknown"
    return bool(says) or situation.days_left is not None


def _still_meant(found: Found, conversation: Conversation, cued: Sequence[str]) -> tuple[str, ...]:
    """The last turn's intents as far as they fit what is said now."""
    before = set(conversation.intents)
    if found.medicines and before and before <= _WITHOUT_MEDICINE:
        return ("find_medicine",)
    dropped = set[str]()
    if found.medicines and not any(mention.medicine.schedule for mention in found.medicines):
        dropped.add("controlled")
    if not found.medicines and _says_where_or_who_pays(found):
        # '33602' after 'can I skip it?' asks for no advice again.
        dropped.add("medical_advice")
    kept = tuple(intent for intent in conversation.intents if intent not in dropped or intent in cued)
    return kept or (("find_medicine",) if before else ())


def _says_where_or_who_pays(found: Found) -> bool:
    return bool(found.places) or found.coverage != "unknown"


def _is_out(found: Found, audience: Audience) -> bool:
    return found.situation.days_left is not None and audience != "pharmacist"


def _with_what_follows(intents: tuple[str, ...], found: Found, audience: Audience) -> tuple[str, ...]:
    """What the words imply: the need behind a loss at a known place, the schedule behind a refill."""
    if not found.medicines and "given_at_a_center" in labels_in("treatment", found.folded):
        # Pharmacies give no dialysis: its program tells where it is given.
        return (
            "program_help",
            *(i for i in intents if i not in {"find_medicine", "site_status", "program_help"}),
        )
    out = _is_out(found, audience)
    elsewhere = {"find_medicine", "donate", "receive_donations", "medical_advice"} & set(intents)
    # 'lisinopril near 33602, no insurance' tells who pays and asks for the medicine.
    told = "pay" in intents and _tells_who_pays(found, intents) and audience != "pharmacist"
    # Who asks nothing and names a medicine and a place has a need, whatever their words resemble; so has the
    # caller of a note such as 'sertraline, from Pensacola, now in Mobile'.
    # 'the shot is due and my clinic in New Orleans closed' asks for no clinic's hours.
    beside_the_need = {*_RULES, "site_status", "other"}
    states = audience == "evacuee" and set(intents) <= beside_the_need and _asks_nothing(found)
    # 'necesita su jarabe, se quedo sin nevera' tells why it is needed.
    needs = "looks_for_more" in labels_in("question", found.folded)
    states |= audience == "evacuee" and needs and set(intents) == {"handling"} and _asks_nothing(found)
    states |= audience == "agent" and "asks" not in labels_in("question", found.folded)
    placed = found.placed.current or (out and found.placed.home)
    if (out or told or states) and found.medicines and placed and not elsewhere:
        intents = (*intents, "find_medicine")
    if out and not found.medicines and set(intents) == {"pay"} and _asks_nothing(found):
        # 'I'm 67, I have Medicare and none of my pills': who pays is told, the pills are what is missing.
        intents = (*intents, "find_medicine")
    if {"refill_rule", "prescription_transfer"} & set(intents) and "controlled" not in intents:
        scheduled = any(mention.medicine.schedule for mention in found.medicines)
        intents = (*intents, "controlled") if scheduled else intents
    # 'other' beside something that is known says nothing.
    known = bool(found.medicines) or len(intents) > 1
    return tuple(intent for intent in intents if intent != "other" or not known)
