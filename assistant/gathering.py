"""Asks `knowledge` for what the plan needs. The slow part (searching documents) runs beside the tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from assistant.places import PLACES_SHOWN, find_places
from assistant.planning import Plan
from assistant.question import Audience
from assistant.understanding.patterns import labels_in
from knowledge.availability.records import SearchResult
from knowledge.documents.contradictions.conflicts import Conflict
from knowledge.documents.document import KeyPoint, Passage, ScoredPassage
from knowledge.emergencies.records import Activation, InForce
from knowledge.hotlines.hotline import Hotline
from knowledge.opening import Knowledge
from knowledge.places.place import Place
from knowledge.rules.donation_program import DonationProgram
from knowledge.rules.refill import RefillDecision

PASSAGES = 6
# How many of the best passages are looked beside for a number, and what such a neighbour is worth.
NUMBERS_SOUGHT_BESIDE = 2
AS_GOOD_BESIDE = 0.9
# A count or amount; the [n] of a source is none.
_NUMBER = re.compile(r"(?<!\[)\b\d[\d,.]*\b(?!\])")
# A question for 'a place' near somebody who needs medicine, without a word for its kind.
_WHERE_MEDICINE_IS = ("pharmacy", "clinic", "health_center", "mobile_unit", "charity")
# Some hundred topics, each by states, languages and audiences.
TOPICS_KEPT = 2_048
# Beginnings of the topics of documents for those who give medicine away.
_GIVING = ("donate", "evernorth", "dscsa")
# One worker for the one slow look-up of a message; more only when many messages come at once.
_BACKGROUND = ThreadPoolExecutor(max_workers=4, thread_name_prefix="gathering")


@dataclass(frozen=True, slots=True)
class Gathered:
    """All evidence for one answer. None means 'not asked for', empty means 'asked for and not there'."""

    places: SearchResult | None = None
    places_apart: bool = False
    sites: SearchResult | None = None
    decision: RefillDecision | None = None
    emergency: InForce | None = None
    home_emergency: InForce | None = None
    epap: tuple[Activation, ...] = ()
    points: tuple[tuple[str, tuple[KeyPoint, ...]], ...] = ()
    passages: tuple[ScoredPassage, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    donation_programs: tuple[DonationProgram, ...] = ()

    def topic(self, topic: str) -> tuple[KeyPoint, ...]:
        """The key points of one topic."""
        return next((points for name, points in self.points if name == topic), ())


def gather(plan: Plan, knowledge: Knowledge, shown_sites: Sequence[str] = ()) -> Gathered:
    """The evidence that `plan` asks for; `shown_sites` are the sites of the turn before, in order."""
    searching = _BACKGROUND.submit(_passages, plan, knowledge) if plan.search != "none" else None
    gathered = _from_tables(plan, knowledge, shown_sites)
    if searching is None:
        return gathered
    passages = searching.result()
    conflicts = knowledge.documents.conflicts_touching([scored.passage.id for scored in passages])
    return replace(gathered, passages=passages, conflicts=tuple(conflicts))


def _from_tables(plan: Plan, knowledge: Knowledge, shown_sites: Sequence[str]) -> Gathered:
    request = plan.request
    emergency = _in_force(request.current, plan, knowledge)
    home_emergency = _in_force(request.home, plan, knowledge)
    found = None
    if plan.places and request.current is not None:
        found = find_places(request, request.current, knowledge.availability)
    return Gathered(
        places=found.result if found else None,
        places_apart=found.apart if found else False,
        sites=_sites(plan, knowledge, shown_sites) if plan.sites else None,
        decision=_decision(plan, knowledge, emergency, home_emergency) if plan.rule else None,
        emergency=emergency,
        home_emergency=home_emergency,
        epap=_epap(plan, knowledge),
        points=_points(plan, knowledge),
        hotlines=_hotlines(plan, knowledge),
        donation_programs=_donation_programs(plan, knowledge),
    )


def _in_force(place: Place | None, plan: Plan, knowledge: Knowledge) -> InForce | None:
    if place is None or not (plan.rule or plan.declarations or plan.payment):
        return None
    return knowledge.emergencies.in_force(
        state=place.state, county_fips=place.county_fips, zip=place.zip, at=plan.request.at
    )


def _sites(plan: Plan, knowledge: Knowledge, shown_sites: Sequence[str]) -> SearchResult | None:
    request = plan.request
    at = request.at + timedelta(days=request.days_ahead)
    if request.site_number is not None:
        return knowledge.availability.site_results([shown_sites[request.site_number]], at)
    named = knowledge.availability.find_sites(request.message, near=request.current, at=at)
    if named.places or (request.current is not None and request.current.kind == "state"):
        return named
    if request.current is None:
        return None
    return knowledge.availability.sites_near(
        request.current.latitude,
        request.current.longitude,
        at,
        kinds=request.site_kinds or _WHERE_MEDICINE_IS,
        limit=PLACES_SHOWN,
    )


def _decision(
    plan: Plan, knowledge: Knowledge, emergency: InForce | None, home_emergency: InForce | None
) -> RefillDecision | None:
    request = plan.request
    if request.current is None or emergency is None:
        return None
    medicine = request.ruled.medicine if request.ruled else None
    return knowledge.refill_rules.decide(
        request.current.state,
        medicine,
        request.at,
        emergency,
        patient_emergency=home_emergency,
        patient_state=request.home.state if request.home else "",
    )


def _epap(plan: Plan, knowledge: Knowledge) -> tuple[Activation, ...]:
    """EPAP follows the home in the declared area; the place of stay stands in while home is not known."""
    place = plan.request.home or plan.request.current
    if place is None or not plan.payment:
        return ()
    return knowledge.emergencies.program_active(
        "epap", state=place.state, county_fips=place.county_fips, zip=place.zip, at=plan.request.at
    )


def _donation_programs(plan: Plan, knowledge: Knowledge) -> tuple[DonationProgram, ...]:
    """The rules of the state asked about, for those who have to keep them."""
    place = plan.request.current or plan.request.home
    if not plan.donation or place is None or plan.request.audience == "evacuee":
        return ()
    found = (p for p in knowledge.donation_programs.programs if place.state in p.states)
    # The state's own program before charities that work there among other states.
    return tuple(sorted(found, key=lambda program: program.kind != "state_repository"))


def _points(plan: Plan, knowledge: Knowledge) -> tuple[tuple[str, tuple[KeyPoint, ...]], ...]:
    topics = plan.payment + plan.handling + plan.program + plan.donation + plan.bring
    return tuple((topic, _on_topic(topic, plan, knowledge)) for topic in topics)


def _on_topic(topic: str, plan: Plan, knowledge: Knowledge) -> tuple[KeyPoint, ...]:
    """The lines on a topic: the state's own first, then documents that are first of all about it."""
    request = plan.request
    points = knowledge.documents.key_points(
        topic,
        language=request.language,
        audience=request.audience,
        jurisdiction=_jurisdictions(plan),
        at=request.at.date(),
    )
    return _in_order(points, topic)


@lru_cache(maxsize=TOPICS_KEPT)
def _in_order(points: tuple[KeyPoint, ...], topic: str) -> tuple[KeyPoint, ...]:
    return tuple(sorted(points, key=lambda point: _rank(point.passage, topic)))


def _rank(passage: Passage, topic: str) -> tuple[bool, int, bool]:
    """A state's own law before the country's, the topic's own document before one that touches it."""
    return "US" in passage.jurisdiction, passage.topics.index(topic), bool(passage.program)


def _passages(plan: Plan, knowledge: Knowledge) -> tuple[ScoredPassage, ...]:
    request = plan.request
    found = knowledge.documents.search(
        request.message,
        audience=_reads(request.audience),
        jurisdiction=_jurisdictions_named(plan, knowledge),
        language=request.language,
        at=request.at.date(),
        limit=PASSAGES,
        also=_also(plan),
        words_only=plan.search == "words",
        after=request.quoted,
    )
    if plan.search == "words":
        # Shared words alone lead somebody who needs insulin to what a company once gave away.
        found = [scored for scored in found if not _is_for_givers(scored.passage)]
    if "number" in labels_in("question", request.folded):
        found = _with_numbers_beside(found, knowledge)
    return tuple(found)


def _is_for_givers(passage: Passage) -> bool:
    return any(topic.startswith(_GIVING) for topic in passage.topics)


def _also(plan: Plan) -> tuple[str, ...]:
    """What documents call the medicine that the person names by its brand: the generic and its class."""
    medicines = [asked.medicine for asked in plan.request.medicines]
    return tuple(dict.fromkeys(term for m in medicines for term in (m.name, m.drug_class) if term))


def _with_numbers_beside(found: Sequence[ScoredPassage], knowledge: Knowledge) -> list[ScoredPassage]:
    """A number is often in the paragraph before or after the one that matches the question's words."""
    scored = {passage.passage.id: passage for passage in found}
    for best in found[:NUMBERS_SOUGHT_BESIDE]:
        for other in knowledge.documents.beside(best.passage):
            if _NUMBER.search(other.text) and not _NUMBER.search(best.passage.text):
                scored.setdefault(other.id, ScoredPassage(other, best.score * AS_GOOD_BESIDE))
    return sorted(scored.values(), key=lambda passage: -passage.score)


def _jurisdictions(plan: Plan) -> tuple[str, ...]:
    """The states that the person stands in and comes from; none known leaves what holds everywhere."""
    places = (plan.request.current, plan.request.home)
    return tuple(dict.fromkeys(place.state for place in places if place)) or ("US",)


def _jurisdictions_named(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """Also those of what the question names: an added document, a state's program ('SafeNetRx')."""
    own = (state for document in plan.request.own_documents for state in document.jurisdiction)
    named = knowledge.donation_programs.named_in(plan.request.folded)
    states = (state for program in named for state in program.states)
    return tuple(dict.fromkeys((*_jurisdictions(plan), *own, *states)))


def _reads(audience: Audience) -> Audience | None:
    """An agent looks things up for callers of all kinds, so nothing is kept from the search."""
    return None if audience == "agent" else audience


def _hotlines(plan: Plan, knowledge: Knowledge) -> tuple[Hotline, ...]:
    """The lines that triage calls for, then the main line of each topic: the table lists it first."""
    urgent = (knowledge.hotlines.get(hotline) for hotline in plan.triage.hotlines)
    found = [line for line in urgent if line is not None]
    found += [line for topic in plan.hotlines for line in knowledge.hotlines.for_topic(topic)[:1]]
    return tuple(dict.fromkeys(found))
