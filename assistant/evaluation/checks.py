"""Is an answer what a case expects? Pure functions: each yields what is wrong, in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import UNSET

from assistant.answer import Answer
from assistant.conversation.conversation import Conversation
from assistant.evaluation.case import Expect, Words

_MARKERS = re.compile(r"\s*\[\d+\]|[*`]")


def plain(text: str) -> str:
    """Markdown without its [n] markers, stars and line breaks, so that a phrase is found across them."""
    return " ".join(_MARKERS.sub("", text).split())


def failures(expect: Expect, answer: Answer, after: Conversation) -> list[str]:
    """What an answer, and the conversation after it, get wrong by `expect`; empty where all is right."""
    return [
        *_values(expect, answer, after),
        *_choices(expect, answer),
        *_sections(expect, answer),
        *_words(expect, answer),
        *_citations(expect, answer),
        *_places(expect, answer),
    ]


def _values(expect: Expect, answer: Answer, after: Conversation) -> Iterator[str]:
    """Everything that has one right value."""
    read = answer.understood
    found: dict[str, object] = {
        "urgency": answer.urgency,
        "language": answer.language,
        "declined": answer.declined,
        "asks": answer.follow_up.asks if answer.follow_up else None,
        "coverage": read.coverage,
        "current_state": read.current_place.state if read.current_place else None,
        "current_city": read.current_place.city if read.current_place else None,
        "home_state": read.home_place.state if read.home_place else None,
        "days_left": after.days_left,
        "proof": after.proof,
    }
    for name, value in found.items():
        wanted = getattr(expect, name)
        if wanted is not UNSET and wanted != value:
            yield f"{name} is {value}, not {wanted}"
    names = sorted(medicine.name for medicine in read.medicines)
    if expect.medicines is not UNSET and names != sorted(expect.medicines):
        yield f"medicines are {names}, not {sorted(expect.medicines)}"


def _choices(expect: Expect, answer: Answer) -> Iterator[str]:
    if answer.urgency in expect.not_urgency:
        yield f"urgency is {answer.urgency}"
    if answer.follow_up and answer.follow_up.asks in expect.not_asks:
        yield f"asks for {answer.follow_up.asks}"
    yield from _present("intent", expect.intents, expect.not_intents, answer.understood.intents)


def _sections(expect: Expect, answer: Answer) -> Iterator[str]:
    kinds = [section.kind for section in answer.sections]
    yield from _present("section", expect.sections, expect.not_sections, kinds)
    if expect.danger_first and kinds[:1] != ["danger"]:
        yield f"danger does not come first, but {kinds[:1]}"


def _present(
    what: str, wanted: Iterable[str], unwanted: Iterable[str], there: Collection[str]
) -> Iterator[str]:
    yield from (f"{what} {each} is missing among {there}" for each in wanted if each not in there)
    yield from (f"{what} {each} is there" for each in unwanted if each in there)


def _words(expect: Expect, answer: Answer) -> Iterator[str]:
    yield from _matching(Words(expect.must, expect.must_not), plain(answer.text), "the answer")
    for kind, words in expect.within.items():
        text = plain(" ".join(section.text for section in answer.sections if section.kind == kind))
        yield from _matching(words, text, f"section {kind}")


def _matching(words: Words, text: str, where: str) -> Iterator[str]:
    for pattern in words.must:
        if not re.search(pattern, text, re.IGNORECASE):
            yield f"{where} does not say /{pattern}/"
    for pattern in words.must_not:
        if found := re.search(pattern, text, re.IGNORECASE):
            yield f"{where} says '{found.group()}'"


def _citations(expect: Expect, answer: Answer) -> Iterator[str]:
    ids = [citation.id for citation in answer.citations]
    for wanted in expect.cites:
        if not any(each.startswith(tuple(wanted.split("|"))) for each in ids):
            yield f"nothing of {wanted} is cited"
    for unwanted in expect.not_cites:
        yield from (f"{each} is cited" for each in ids if each.startswith(unwanted))


def _places(expect: Expect, answer: Answer) -> Iterator[str]:
    count = len(answer.places)
    if count < expect.places_min:
        yield f"{count} places, fewer than {expect.places_min}"
    if expect.places_max is not UNSET and count > expect.places_max:
        yield f"{count} places, more than {expect.places_max}"
    first_open = answer.places[0].open_now if answer.places else None
    if expect.first_place_open not in (UNSET, first_open):
        yield f"the first place has open_now {first_open}"
