"""Danger first: the line that must not be missed, then one or two short things to do."""

from __future__ import annotations

from assistant.planning import Plan
from assistant.triage.messages import ENGLISH, phrase
from assistant.writing.draft import Draft
from assistant.writing.words import Words
from knowledge.evidence import Evidence
from knowledge.opening import Knowledge


def danger_section(plan: Plan, knowledge: Knowledge, words: Words) -> Draft | None:
    """The triage's lines in the person's own language, with the lines to call as their sources."""
    triage = plan.triage
    if not triage.danger_lines:
        return None
    draft = Draft("danger", words.say("title-danger"))
    hotlines = _hotlines(plan, knowledge)
    for line in (*triage.danger_lines, *triage.action_lines):
        draft.add(_said(line, words), *hotlines)
    return draft


def _said(line: str, words: Words) -> str:
    """The line; one that is not yet in the person's language is said to be in English."""
    text = phrase(line, words.language)
    if words.language == ENGLISH or text != phrase(line):
        return text
    return f"{text.removesuffix('.')} ({words.say('in-english').removesuffix('.')})."


def _hotlines(plan: Plan, knowledge: Knowledge) -> tuple[Evidence, ...]:
    found = (knowledge.hotlines.get(hotline) for hotline in plan.triage.hotlines)
    return tuple(hotline.evidence() for hotline in found if hotline)
