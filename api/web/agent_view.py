"""What the call-center console shows of an answer: a line to read aloud, slots, places to report on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from api.web.age import age_of
from api.web.answer_view import PLACES, AnswerView, SectionView, answer_view
from api.web.cards import Card
from api.web.texts import Texts
from assistant.answer import Answer, Citation, UnderstoodPlace
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer

MARKS = re.compile(r"\s*\[\d+\]|\*\*|^\s*(?:-|\d+\.)\s+")
# What an agent may choose for 'who pays', with words that are read as just that.
COVERAGES = {
    "uninsured": "No insurance",
    "medicare": "I have Medicare",
    "medicaid": "I have Medicaid",
    "commercial": "I have insurance from work or the Marketplace",
    "express_scripts": "I have Express Scripts",
    "cigna": "I have Cigna",
    "va": "I have VA health care",
    "tricare": "I have TRICARE",
}
# What a mended slot says as a message of the caller.
SAYING = {"medicine": "{}", "current": "I am in {}", "home": "My home is in {}"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that was understood: `name` of a form's field, `value` in words ("" where unknown)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: its card, and what a report about it needs. `medicines` are those it may be asked for."""

    card: Card
    site_id: str
    medicines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One citation with the age of its check in words."""

    citation: Citation
    age: str


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """One answer for the three panes."""

    answer: AnswerView
    read_aloud: tuple[str, ...]
    sections: tuple[SectionView, ...]
    slots: tuple[Slot, ...]
    coverage: str
    spots: tuple[Spot, ...]
    sources: tuple[Source, ...]


def console_view(answer: Answer, vocabulary: Vocabulary, gazetteer: Gazetteer) -> ConsoleView:
    """The view of `answer`; places and sources stand in a pane of their own."""
    view = answer_view(answer, None, gazetteer)
    asked = answer.understood
    medicines = [medicine.name for medicine in asked.medicines]
    return ConsoleView(
        answer=view,
        read_aloud=read_aloud(answer),
        sections=tuple(part for part in view.sections if part.kind not in (PLACES, "clarify")),
        slots=(
            Slot("medicine", ", ".join(medicines)),
            Slot("current", _place(asked.current_place)),
            Slot("home", _place(asked.home_place)),
        ),
        coverage=asked.coverage,
        spots=tuple(
            Spot(
                card,
                place.site_id,
                reportable(medicines, [line.medicine for line in place.stock], vocabulary),
            )
            for card, place in zip(view.cards, answer.places, strict=True)
        ),
        sources=tuple(
            Source(each, checked_age(each.checked, answer.at, view.texts)) for each in view.citations
        ),
    )


def read_aloud(answer: Answer) -> tuple[str, ...]:
    """The lines for the caller's ear: every danger line, then the last line of the next step."""
    danger = [line for part in answer.sections if part.kind == "danger" for line in _lines(part.text)]
    steps = [line for part in answer.sections if part.kind == "next_step" for line in _lines(part.text)]
    return (*danger, *steps[-1:])


def reportable(asked: list[str], stocked: list[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Medicines a report can be about, those asked for first; 'insulin (type not stated)' is none."""
    found = ((name, vocabulary.by_name(name)) for name in dict.fromkeys((*asked, *stocked)))
    return tuple(name for name, medicine in found if medicine is not None and not medicine.class_mention)


def checked_age(checked: str, at: datetime, texts: Texts) -> str:
    """How long ago a source was read, from its date; "" where no date is known."""
    try:
        day = date.fromisoformat(checked[:10])
    except ValueError:
        return ""
    return age_of(datetime.combine(day, time(), UTC), at, texts)


def slot_message(slot: str, value: str) -> str:
    """What a mended slot says, as the caller would; "" for a slot that is not known."""
    if slot == "coverage":
        return COVERAGES.get(value, "")
    return SAYING[slot].format(value.strip()) if slot in SAYING and value.strip() else ""


def _lines(markdown: str) -> list[str]:
    return [words for line in markdown.splitlines() if (words := MARKS.sub("", line).strip())]


def _place(place: UnderstoodPlace | None) -> str:
    if place is None:
        return ""
    city = ", ".join(part for part in (place.city, place.state) if part)
    return f"{city} {place.zip}".strip()
