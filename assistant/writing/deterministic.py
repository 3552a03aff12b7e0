"""The deterministic writer: evidence in a fixed order of sections. Needs no model and no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Citation, Declined, FollowUp, Section
from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.writing.asking import follow_up
from assistant.writing.danger import danger_section
from assistant.writing.declarations import declarations_section
from assistant.writing.declined import declined_section
from assistant.writing.draft import CitationBook, Draft
from assistant.writing.key_points import (
    bring_section,
    donation_section,
    handling_section,
    payment_section,
    program_section,
)
from assistant.writing.lines_to_call import hotlines_section
from assistant.writing.marking import says_unconfirmed
from assistant.writing.next_step import next_step_section
from assistant.writing.places import places_section
from assistant.writing.quoting import answer_section
from assistant.writing.rule import board_section, rule_section
from assistant.writing.words import Words
from knowledge.opening import Knowledge

COMPOSER = "deterministic"
_SMALL_TALK = {
    "greeting": "greeting",
    "thanks": "you-are-welcome",
    "about": "about-us",
    "private": "about-privacy",
}


@dataclass(frozen=True, slots=True)
class Written:
    """The words of an answer."""

    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    follow_up: FollowUp | None
    declined: Declined | None
    composer: str = COMPOSER

    @property
    def text(self) -> str:
        """The whole answer as Markdown."""
        return "\n\n".join(f"## {section.title}\n{section.text}" for section in self.sections)


def write(plan: Plan, gathered: Gathered, knowledge: Knowledge) -> Written:
    """The answer's sections, most urgent first."""
    words = Words(plan.request.language)
    drafts = [draft for draft in _drafts(plan, gathered, knowledge, words) if draft and draft.lines]
    asked = follow_up(plan, knowledge, words)
    declined = _declined(plan, gathered, drafts, asked)
    if declined and not plan.declined:
        drafts.append(declined_section(declined, knowledge, words))
    drafts += _numbers_to_call(gathered, words)
    for draft in drafts:
        _say_whom_to_ask(draft, knowledge, words)
    book = CitationBook()
    sections = tuple(book.section(draft) for draft in drafts)
    if asked:
        sections = (*sections, Section("clarify", words.say("title-clarify"), _question(asked)))
    return Written(sections, book.citations(), asked, declined)


def _drafts(plan: Plan, gathered: Gathered, knowledge: Knowledge, words: Words) -> Iterator[Draft | None]:
    yield danger_section(plan, knowledge, words)
    yield small_talk_section(plan, knowledge, words)
    yield declined_section(plan.declined, knowledge, words) if plan.declined else None
    yield next_step_section(plan, gathered, knowledge, words)
    yield board_section(plan, knowledge, words)
    # What a table answers exactly stands above prose that only touches it.
    declared_first = plan.request.intents[:1] == ("declaration",) and not plan.request.own_documents
    programs_first = bool(gathered.donation_programs) and not plan.request.own_documents
    if declared_first:
        yield declarations_section(plan, gathered, knowledge, words)
    if programs_first:
        yield donation_section(plan, gathered, words)
    if _asks_the_documents(plan):
        yield answer_section(plan, gathered, knowledge, words)
    yield places_section(plan, gathered, knowledge, words)
    yield rule_section(plan, gathered, knowledge, words)
    if not declared_first:
        yield declarations_section(plan, gathered, knowledge, words)
    if not programs_first:
        yield donation_section(plan, gathered, words)
    yield payment_section(plan, gathered, knowledge, words)
    yield handling_section(plan, gathered, words)
    yield program_section(plan, gathered, words)
    yield bring_section(plan, gathered, words)
    if not _asks_the_documents(plan):
        yield answer_section(plan, gathered, knowledge, words)


def _numbers_to_call(gathered: Gathered, words: Words) -> list[Draft]:
    """Who to call comes last, so that the number is what stays in mind."""
    draft = hotlines_section(gathered, words)
    return [draft] if draft else []


def _say_whom_to_ask(draft: Draft, knowledge: Knowledge, words: Words) -> None:
    """One line at the end of a section that holds something not confirmed."""
    line_211 = knowledge.hotlines.get("211")
    if line_211 and says_unconfirmed((line.text for line in draft.lines), words):
        draft.add(words.say("not-confirmed-ask"), line_211.evidence())


def small_talk_section(plan: Plan, knowledge: Knowledge, words: Words) -> Draft | None:
    """A greeting is greeted, thanks are answered, and who asks is told what this is."""
    key = _SMALL_TALK.get(plan.request.small_talk)
    if key is None:
        return None
    helper = knowledge.hotlines.get("211") if key == "about-us" else None
    draft = Draft("next_step", words.say("title-small-talk"))
    draft.add(words.say(key), helper.evidence() if helper else None)
    return draft


def _asks_the_documents(plan: Plan) -> bool:
    """Whether the question itself is about what a document says, so that its passages come first."""
    return bool(plan.request.own_documents) or (not plan.places and not plan.rule)


def _declined(plan: Plan, gathered: Gathered, drafts: list[Draft], asked: FollowUp | None) -> Declined | None:
    """Why the whole answer is declined; None when at least a part holds (that part is a section)."""
    if plan.request.wants("hotline") and gathered.hotlines and not plan.declined:
        # 'a number for a real person' is answered by the numbers themselves.
        return None
    if any(draft.kind not in ("danger", "declined") for draft in drafts) or asked or plan.triage.flags:
        return None
    if plan.declined:
        return plan.declined
    outside = plan.request.limit == "out_of_scope" or plan.request.intents == ("other",)
    return "out_of_scope" if outside else "no_evidence"


def _question(asked: FollowUp) -> str:
    return "\n".join([asked.question, *(f"- {option}" for option in asked.options)])
