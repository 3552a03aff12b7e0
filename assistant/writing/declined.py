"""What is not answered here, in one kind sentence, with whom to ask instead."""

from __future__ import annotations

from assistant.answer import Declined
from assistant.writing.draft import Draft
from assistant.writing.words import Words
from knowledge.opening import Knowledge

_MESSAGE = {
    "medical_advice": "declined-medical",
    "out_of_scope": "declined-scope",
    "no_evidence": "declined-no-evidence",
    "unsafe": "declined-scope",
}


def declined_section(reason: Declined, knowledge: Knowledge, words: Words) -> Draft:
    """The sentence for a reason; for advice on doses also where poison help is."""
    draft = Draft("declined", words.say("title-declined"))
    line_211, poison = knowledge.hotlines.get("211"), knowledge.hotlines.get("poison")
    refers_to_211 = reason != "medical_advice" and line_211
    draft.add(words.say(_MESSAGE[reason]), line_211.evidence() if refers_to_211 and line_211 else None)
    if reason == "medical_advice" and poison:
        draft.add(words.say("declined-medical-poison", phone=poison.number), poison.evidence())
    return draft
