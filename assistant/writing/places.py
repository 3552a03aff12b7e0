"""Where to go: one line a place, with how far, whether open, what it has and how old that report is."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.understanding.folding import fold
from assistant.understanding.patterns import patterns
from assistant.writing.draft import Draft
from assistant.writing.hours import clock, hours_in_words
from assistant.writing.naming import short_name
from assistant.writing.words import Words
from knowledge.availability.citing import place_evidence
from knowledge.availability.records import PlaceResult, StockLine
from knowledge.evidence import Evidence
from knowledge.opening import Knowledge

# More products than this of one place hide the next place.
STOCK_LINES_SHOWN = 3


def places_section(plan: Plan, gathered: Gathered, knowledge: Knowledge, words: Words) -> Draft | None:
    """The places that have the medicine, or those that were asked about by name or nearness."""
    result = gathered.places if plan.places else gathered.sites
    if result is None:
        return None
    title = words.say("title-places" if plan.places else "title-sites")
    draft = Draft("places", title, numbered=True)
    for place in result.places:
        draft.add(_line(place, plan, words), place_evidence(place))
    if not result.places:
        draft.numbered = False
        draft.add(none_near(plan, words), hotline_211(knowledge))
    elif plan.sites and _names_another_chain(plan, result.places):
        draft.title = f"{title} ({words.say('places-not-held')})"
    elif gathered.places_apart:
        draft.title = f"{title} ({words.say('places-apart')})"
    elif result.widened_to_miles:
        draft.title = f"{title} ({words.say('places-widened', miles=result.widened_to_miles)})"
    return draft


def _names_another_chain(plan: Plan, places: Sequence[PlaceResult]) -> bool:
    """Whether a store was asked for by its chain's name and none of these is one."""
    asked = {match[0] for match in patterns("chains")["chain"].finditer(plan.request.folded)}
    return bool(asked) and not any(chain in fold(place.name) for chain in asked for place in places)


def hotline_211(knowledge: Knowledge) -> Evidence | None:
    """The line that helps everywhere."""
    line = knowledge.hotlines.get("211")
    return line.evidence() if line else None


def none_near(plan: Plan, words: Words) -> str:
    """That no place near reports the medicine, or that there is no such place."""
    place = plan.request.current.label if plan.request.current else ""
    if plan.places:
        return words.say("next-no-place", place=place, medicine=medicine_names(plan))
    return words.say("places-none-sites", place=place)


def medicine_names(plan: Plan) -> str:
    """The medicines as the person called them, else by their generic names."""
    return ", ".join(dict.fromkeys(short_name(asked) for asked in plan.request.medicines))


def _line(place: PlaceResult, plan: Plan, words: Words) -> str:
    lines = _lines_worth_showing(place.stock)
    unknown_hours = plan.sites and not place.hours and place.operating_status != "closed"
    # The hours follow in a fact of their own where a site itself was asked about.
    opening = "" if plan.request.days_ahead or unknown_hours else _opening(place, words)
    facts = [", ".join(part for part in (_distance(place, words), opening) if part)]
    if plan.sites:
        facts.append(
            words.say("place-hours", hours=hours_in_words(place.hours, words))
            if place.hours
            else words.say("place-hours-unknown")
        )
    short = {asked.medicine.name: short_name(asked) for asked in plan.request.medicines}
    facts += [_stock(line, short, words) for line in lines]
    if plan.places and not lines:
        facts.append(words.say("stock-unknown", medicine=medicine_names(plan)))
    if any(line.donated for line in lines):
        facts.append(words.say("stock-free"))
    facts += [", ".join(part for part in (place.address, place.city) if part), words.phone(place.phone)]
    return " ".join([f"**{place.name}**:", *(f"{fact[0].upper()}{fact[1:]}." for fact in facts if fact)])


def _lines_worth_showing(stock: Sequence[StockLine]) -> list[StockLine]:
    """The newest word on each product, best first; the rest is on the place's own page."""
    products: dict[tuple[str, str], StockLine] = {}
    for line in stock:
        products.setdefault((line.medicine, line.strength), line)
    return list(products.values())[:STOCK_LINES_SHOWN]


def _distance(place: PlaceResult, words: Words) -> str:
    if place.kind == "mail_order":
        return words.say("place-mail")
    if place.distance_miles is None:
        return ""
    return words.say("place-distance", distance=words.miles(place.distance_miles))


def _opening(place: PlaceResult, words: Words) -> str:
    if place.kind == "mail_order":
        return ""
    if place.operating_status == "closed":
        return words.say("place-closed-marked")
    if place.open_now:
        limited = place.operating_status == "limited"
        return words.say("place-open") + (f", {words.say('place-status-limited')}" if limited else "")
    if place.open_now is None:
        return words.say("place-hours-unknown")
    if place.opens_at is not None:
        at = place.opens_at
        return words.say("place-opens-at", when=f"{words.weekday(at)} {clock(at.hour, at.minute)}")
    return words.say("place-closed")


def _stock(line: StockLine, short: dict[str, str], words: Words) -> str:
    name = " ".join(part for part in (short.get(line.medicine, line.medicine), line.strength) if part)
    age = words.age(line.age_hours)
    if line.status == "unknown":
        text = words.say("stock-unknown", medicine=name)
    elif line.freshness == "stale":
        text = words.say("stock-call-first", medicine=name, age=age)
    else:
        text = words.say(f"stock-{line.status}", medicine=name, age=age)
    return f"{text} ({words.say('stock-differs')})" if line.another_source_differs else text
