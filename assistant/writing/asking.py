"""The one question asked back, with replies ready to tap."""

from __future__ import annotations

from assistant.answer import FollowUp
from assistant.planning import Plan
from assistant.writing.words import Words
from knowledge.medicines.medicine import Medicine
from knowledge.opening import Knowledge

# As many ready replies as fit a small screen without scrolling.
OPTIONS_SHOWN = 6
_COVERAGE = ("uninsured", "medicare", "medicaid", "commercial", "va", "tricare")
_PROOF = ("bottle", "photo", "nothing")


def follow_up(plan: Plan, knowledge: Knowledge, words: Words) -> FollowUp | None:
    """The plan's question in the person's language."""
    match plan.ask:
        case "medicine":
            return _medicine(plan, knowledge, words)
        case "current_place":
            return _current_place(plan, words)
        case "home_place":
            return FollowUp("home_place", words.say("ask-home_place"))
        case "coverage":
            options = tuple(words.say(f"option-{coverage}") for coverage in _COVERAGE)
            return FollowUp("coverage", words.say("ask-coverage"), options)
        case "prescription_proof":
            options = tuple(words.say(f"option-{proof}") for proof in _PROOF)
            return FollowUp("prescription_proof", words.say("ask-prescription_proof"), options)
        case None:
            return None


def _medicine(plan: Plan, knowledge: Knowledge, words: Words) -> FollowUp:
    request = plan.request
    if request.unclear_medicine:
        names = tuple(_spoken(m) for m in request.unclear_medicine.candidates)
        return FollowUp("medicine", words.say("ask-medicine-which"), names[:OPTIONS_SHOWN])
    named_classes = [asked.medicine for asked in request.medicines if asked.medicine.class_mention]
    if named_classes:
        members = knowledge.medicines.members(named_classes[0])
        return FollowUp(
            "medicine", words.say("ask-medicine-kind"), tuple(map(_spoken, members))[:OPTIONS_SHOWN]
        )
    return FollowUp("medicine", words.say("ask-medicine"))


def _spoken(medicine: Medicine) -> str:
    """'Lantus (insulin glargine)': the brand on the box first, the generic beside it."""
    return f"{medicine.brands[0]} ({medicine.name})" if medicine.brands else medicine.name


def _current_place(plan: Plan, words: Words) -> FollowUp:
    request = plan.request
    if request.unclear_place:
        labels = tuple(place.label for place in request.unclear_place.candidates)
        return FollowUp("current_place", words.say("ask-current_place-which"), labels[:OPTIONS_SHOWN])
    if request.unknown_zip:
        return FollowUp("current_place", words.say("ask-current_place-zip", zip=request.unknown_zip))
    return FollowUp("current_place", words.say("ask-current_place"))
