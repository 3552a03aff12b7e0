"""Sections that quote documents' key points word for word: payment, handling, programs, donations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.writing.draft import Draft, Line, without_source_numbers
from assistant.writing.facts import advice, numbers
from assistant.writing.marking import marked
from assistant.writing.records import record_evidence
from assistant.writing.words import Words
from knowledge.documents.document import KeyPoint
from knowledge.opening import Knowledge

# So many lines of one topic, and of one section: more is not read in a shelter.
LINES_PER_TOPIC = 4
LINES_PER_SECTION = 6
DONATION_PROGRAMS_SHOWN = 2
# Two documents say the same in nearly the same words ('this prescription', 'a prescription'): once is enough.
THE_SAME = 92
# The sections of one state by coverage, kind of medicine, audience and language are some hundred.
SECTIONS_KEPT = 2_048


def payment_section(plan: Plan, gathered: Gathered, knowledge: Knowledge, words: Words) -> Draft | None:
    """Who pays, by coverage, with EPAP's state where it matters."""
    draft = Draft("payment", words.say("title-payment"))
    if plan.payment and plan.request.coverage in ("uninsured", "unknown"):
        epap = knowledge.hotlines.get("epap")
        hotline = epap.evidence() if epap else None
        for activation in gathered.epap[:1]:
            evidence = record_evidence(activation, knowledge)
            draft.add(words.say("epap-active", title=activation.title), evidence, hotline)
    return quoted(draft, plan.payment, gathered, words)


def handling_section(plan: Plan, gathered: Gathered, words: Words) -> Draft | None:
    """How to keep the medicine cold, dry and safe."""
    draft = quoted(Draft("handling", words.say("title-handling")), plan.handling, gathered, words)
    kept_warm = [asked.medicine.refrigerated == "no" for asked in plan.request.medicines]
    if draft and kept_warm and all(kept_warm):
        # 'Hot insulin may have to be used' confuses somebody who asks about pills.
        draft.lines = [line for line in draft.lines if "insulin" not in line.text.lower()]
    return draft if draft and draft.lines else None


def program_section(plan: Plan, gathered: Gathered, words: Words) -> Draft | None:
    """What the medicine's class or schedule, or the words of the question, call for."""
    return quoted(Draft("program", words.say("title-program")), plan.program, gathered, words)


def donation_section(plan: Plan, gathered: Gathered, words: Words) -> Draft | None:
    """Giving or receiving donated medicine."""
    draft = Draft("donation", words.say("title-donation"))
    for program in gathered.donation_programs[:DONATION_PROGRAMS_SHOWN]:
        evidence = program.evidence()
        draft.add(f"{evidence.title}. {evidence.quote}", evidence)
    return quoted(draft, plan.donation, gathered, words)


def bring_section(plan: Plan, gathered: Gathered, words: Words) -> Draft | None:
    """What to bring and say at the counter."""
    return quoted(Draft("bring", words.say("title-bring")), plan.bring, gathered, words)


def quoted(draft: Draft, topics: Sequence[str], gathered: Gathered, words: Words) -> Draft | None:
    """The key points of these topics, the first topic fullest; None when there is nothing to say."""
    points = tuple(point for topic in topics for point in gathered.topic(topic)[:LINES_PER_TOPIC])
    draft.lines = [*_with_lines(tuple(draft.lines), points, words.language)]
    return draft if draft.lines else None


@lru_cache(maxsize=SECTIONS_KEPT)
def _with_lines(said: tuple[Line, ...], points: tuple[KeyPoint, ...], language: str) -> tuple[Line, ...]:
    """What was said before with the lines that these points add. Askers of one storm get the same few."""
    lines = [*said]
    for point in points:
        line = _line(point, language)
        if not any(_the_same(line.text, each.text) for each in lines):
            lines.append(line)
    return tuple(lines[:LINES_PER_SECTION])


def _line(point: KeyPoint, language: str) -> Line:
    """The line as it is quoted."""
    text = marked(without_source_numbers(point.text), point.passage, Words(language))
    return Line(text, (point.passage.evidence(),))


def _the_same(text: str, said: str) -> bool:
    """Whether two lines differ in small words only: '30 days' and '90 days' are never the same."""
    alike = fuzz.ratio(text, said) >= THE_SAME
    return alike and numbers(text) == numbers(said) and advice(text) == advice(said)
