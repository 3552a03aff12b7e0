"""What a page shows of an answer: the same facts and citations as the API gives, as safe HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from api.web.card import card_links
from api.web.cards import Card, cards
from api.web.map_view import MapView, centre_of, map_view
from api.web.markup import to_html
from api.web.texts import Texts, page_language, texts
from assistant.answer import Answer, Citation, FollowUp, Section
from assistant.question import Location
from knowledge.places.gazetteer import Gazetteer

# The section whose places are drawn as cards.
PLACES = "places"
# The section that a pharmacist card goes with.
RULE = "rule"
NUMBERED_LINE = re.compile(r"^\d+\. .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section. `shows_places` puts the place cards below it; `cards_for_pharmacist` are (medicine,
    address) of the printable cards of the rule."""

    kind: str
    title: str
    body: Markup
    shows_places: bool
    cards_for_pharmacist: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer, ready for the template."""

    id: str
    conversation_id: str
    language: str
    texts: Texts
    urgency: str
    sections: list[SectionView]
    cards: list[Card]
    map: MapView | None
    citations: tuple[Citation, ...]
    follow_up: FollowUp | None
    sample: bool


def answer_view(
    answer: Answer, location: Location | None = None, gazetteer: Gazetteer | None = None
) -> AnswerView:
    """The view of `answer` in its own language (English where the pages do not speak it).

    `location` is what the device or the form gave with the question: the middle of the map. Without a
    gazetteer there is no map.
    """
    words = texts(page_language(answer.language))
    shown = cards(answer.places, answer.citations, answer.at, words)
    centre = centre_of(location, answer.understood.current_place, gazetteer) if gazetteer else None
    return AnswerView(
        id=answer.answer_id,
        conversation_id=answer.conversation_id,
        language=answer.language,
        texts=words,
        urgency=answer.urgency,
        sections=[
            section_view(
                section,
                answer.answer_id,
                with_cards=bool(answer.places),
                links=card_links(answer.understood) if section.kind == RULE else (),
            )
            for section in answer.sections
        ],
        cards=shown,
        map=map_view(answer.places, [card.opening_tone for card in shown], centre, words),
        citations=answer.citations,
        follow_up=answer.follow_up,
        sample=any(place.sample for place in answer.places),
    )


def section_view(
    section: Section, anchor: str, *, with_cards: bool = False, links: tuple[tuple[str, str], ...] = ()
) -> SectionView:
    """The view of one section; its markers point to the sources of the answer with id `anchor`.

    Where cards are drawn, they say what the numbered lines of the places say.
    """
    text = section.text
    if with_cards and section.kind == PLACES:
        text = NUMBERED_LINE.sub("", text)
    return SectionView(
        kind=section.kind,
        title=section.title,
        body=to_html(text, source_anchor(anchor)),
        shows_places=section.kind == PLACES,
        cards_for_pharmacist=links,
    )


def source_anchor(answer_id: str) -> str:
    """The prefix of the ids of an answer's sources on a page."""
    return f"source-{answer_id}"
