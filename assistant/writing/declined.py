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
    "unsafe": "declined-unsafe",
}

# The line that belongs to each reason, and the reasons whose own sentence names it.
_HOTLINE = {"medical_advice": "poison", "out_of_scope": "211", "no_evidence": "211", "unsafe": "samhsa"}
_NAMES_ITS_LINE = ("out_of_scope", "no_evidence", "unsafe")


def declined_section(reason: Declined, knowledge: Knowledge, words: Words) -> Draft:
    """The sentence for a reason; for advice on doses also where poison help is."""
    draft = Draft("declined", words.say("title-declined"))
    helper = knowledge.hotlines.get(_HOTLINE[reason])
    draft.add(
        words.say(_MESSAGE[reason]), helper.evidence() if helper and reason in _NAMES_ITS_LINE else None
    )
    if reason == "medical_advice" and helper:
        draft.add(words.say("declined-medical-poison", phone=helper.number), helper.evidence())
    return draft
