"""Whether a name that could be a town is used as one: 'in Hope' is, 'I hope' and 'my Norco' are not."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from knowledge.folding import word_set
from knowledge.ordinary_words import everyday_words, personal_names, ranked_words
from knowledge.places.words import PlaceWord

Kind = Literal["distinctive", "known", "plain"]
NOT_ALONE_FILE = Path(__file__).parent / "data" / "names_not_alone.csv"

# Behind these a town is expected …
_STRONG = word_set(
    """
    in near nearby outside around downtown from leaving evacuated fled live en cerca hacia desde afuera
    centro city town shelter north south
    """
)
# … and behind these as often something else.
_WEAK = word_set(
    """
    to at de a for of left toward towards reached by para por la
    """
)
# Behind these 'to' leads to a town: 'evacuated to Savannah'; 'give it to Savannah' does not.
_MOVED = word_set(
    """
    evacuated evacuating evacuate fled drove driving moved relocated traveled travelled flew went bused
    driven flown flying airlifted transported headed heading
    """
)
# 'from Santa Rosa to Vallejo': so many words before 'to' may tell where the way began.
_WAY_BEGINS = 5
_OWNED = word_set(
    """
    my mi mis your his her our their su tu refill take takes taking tomo toma need needs some any no dr
    doctor mr mrs ms named nurse daughter sister mom wife aunt neighbor hija hermana senora senor prescribed
    hurricane huracan tropical storm tormenta
    """
)
_OWN = frozenset(["my", "our", "your", "his", "her", "their"])
# 'my Tampa pharmacy': what is owned is not the town.
_LIES_IN_A_TOWN = word_set(
    """
    pharmacy pharmacies drugstore store clinic hospital hotel motel shelter apartment house home address
    office
    """
)
_ARTICLES = frozenset(["el", "la", "los", "las"])
_OF_SPANISH = frozenset(["de", "del", "comercial", "medico"])
_OF = frozenset(["of", "for", "de", "on"])
_AMOUNTS = word_set(
    """
    refill refills prescription bottle rx script dose supply pack box out pills receta pastillas dosis caja
    frasco
    """
)
_STREETS = word_set(
    """
    st street ave avenue avenida blvd boulevard rd road dr drive hwy highway lane ln pkwy parkway circle cir
    court ct terrace trail pike mg mcg pill pills tablets
    """
)
# 'the Chico fairgrounds', 'the Pasadena convention center': people shelter in such places of a town.
_SITES_OF_A_TOWN = word_set(
    """
    fairground fairgrounds shelter airport convention civic expo arena evacuation
    """
)
# A town of this many people is the first thing its name means.
KNOWN = 100_000
# One of this many needs no other sign, even in lower case.
WELL_KNOWN = 250_000
# One of this many does not even when it is a given name as well.
UNMISTAKABLE = 1_000_000
# A distinctive name needs this many to count alone and in lower case.
FAIRLY_KNOWN = 10_000
# The most frequent words are no town without a capital, unless so many people live there.
VERY_COMMON = 3000
HUGE = 600_000
# A capital alone does not make a place of fewer people, nor a strange capitalised word before it.
LEAST_ALONE = 1000
SHORTEST_ALONE = 4
SHORTEST_NICKNAME = 3
# The list of ordinary words holds none shorter.
_SHORTEST_WORD = 3


def used_as_place(words: Sequence[PlaceWord], first: int, last: int, population: int) -> bool:
    """Whether `words[first:last]`, the name of a town of that population, stands where a town would."""
    span = words[first:last]
    if _means_something_else(words, first, last) or sum(len(w.text) for w in span) < SHORTEST_ALONE:
        return False
    name = " ".join(w.text for w in span)
    if len(span) == len(words) and name not in names_not_alone():
        enough = FAIRLY_KNOWN if len(span) > 1 else WELL_KNOWN
        return population >= enough or not _is_very_common(name) or is_capital(words, first, last)
    strong = led_up_to(words, first) or _is_of_a_site(words, first, last)
    doubt = names_not_alone().get(name)
    if doubt in ("word", "month") or (doubt in ("storm", "people") and not strong):
        return False
    capital = is_capital(words, first, last) and (strong or not _second_of_a_name(words, first))
    kind = kind_of(name, population)
    if kind == "plain":
        alone = capital and len(span) > 1 and population >= FAIRLY_KNOWN
        return alone or (strong and (capital or _rare(name, population)))
    if kind == "known":
        somebody = _personal(name) and (population < WELL_KNOWN or _capital_follows(words, last))
        # Two words that are a city's name seldom stand side by side for anything else: 'baton rouge'.
        enough = WELL_KNOWN if len(span) == 1 else KNOWN
        unmistakable = population >= (UNMISTAKABLE if _personal(name) else enough) and not doubt
        return strong or (capital and not somebody) or unmistakable
    weak = first > 0 and not words[first].breaks and words[first - 1].text in _WEAK
    alone = capital and population >= LEAST_ALONE
    return alone or strong or weak or population >= FAIRLY_KNOWN


@lru_cache(maxsize=1)
def names_not_alone() -> Mapping[str, str]:
    """Towns whose names alone mean something else, and what: a storm ('Milton'), month, word, phrase."""
    with NOT_ALONE_FILE.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["because"] for row in csv.DictReader(file)}


def means_little(words: Sequence[PlaceWord], first: int, last: int, population: int) -> bool:
    """Whether lower-case words before a state are no town: 'of the Oklahoma statutes' names no The, OK."""
    small = population < KNOWN and not words[first].capital
    name = " ".join(w.text for w in words[first:last])
    return small and _is_very_common(name) and not led_up_to(words, first) and "," not in words[last].gap


def nickname_used(words: Sequence[PlaceWord], first: int, last: int) -> bool:
    """Whether 'DC', 'NYC' or 'L.A.' is one: in lower case letters of two need 'in' or the like before."""
    if _means_something_else(words, first, last):
        return False
    short = sum(len(w.text) for w in words[first:last]) < SHORTEST_NICKNAME
    return not short or led_up_to(words, first) or all(w.upper for w in words[first:last])


def _means_something_else(words: Sequence[PlaceWord], first: int, last: int) -> bool:
    """'my Norco', 'a refill of Norco', 'Tampa Street', 'Dr. Lincoln', 'el centro de salud'."""
    before = words[first - 1].text if first and not words[first].breaks else ""
    after = words[last].text if last < len(words) and not words[last].breaks else ""
    amount_of = before in _OF and first > 1 and words[first - 2].text in _AMOUNTS
    # 'el centro de dialisis': an article and what follows it, not El Centro.
    owned = before in _OWNED and not (before in _OWN and after in _LIES_IN_A_TOWN)
    phrase = words[first].text in _ARTICLES and not words[first].capital and after in _OF_SPANISH
    return owned or after in _STREETS or amount_of or phrase


def _second_of_a_name(words: Sequence[PlaceWord], first: int) -> bool:
    """'Toyota Corolla', 'Allegra Fontaine': a capitalised word that opens no sentence stands before."""
    return first > 1 and words[first].gap == " " and is_capital(words, first - 1, first)


def _capital_follows(words: Sequence[PlaceWord], last: int) -> bool:
    """'Jackson Memorial', 'Madison Square'."""
    return last < len(words) and words[last].gap == " " and words[last].capital


def led_up_to(words: Sequence[PlaceWord], first: int) -> bool:
    """Whether the word before leads up to a place: 'in', 'near', 'from', 'cerca de'."""
    if not first or words[first].breaks:
        return False
    before = words[first - 1].text
    two_before = words[first - 2].text if first > 1 and not words[first - 1].breaks else ""
    since = words[max(0, first - 1 - _WAY_BEGINS) : first - 1]
    return (
        before in _STRONG
        or (before == "de" and two_before in _STRONG)
        or (before == "to" and (two_before in _MOVED or any(word.text == "from" for word in since)))
    )


def _is_of_a_site(words: Sequence[PlaceWord], first: int, last: int) -> bool:
    """'at the Chico fairgrounds': a capitalised name between 'the' and where people shelter."""
    led = first > 0 and not words[first].breaks and words[first - 1].text in ("the", "at")
    follows = last < len(words) and not words[last].breaks and words[last].text in _SITES_OF_A_TOWN
    return led and follows and all(word.capital for word in words[first:last])


def kind_of(name: str, population: int) -> Kind:
    """How readily a name means its town: words of everyday use and people's names do so only of big towns."""
    if not all(
        len(w) < _SHORTEST_WORD or w in everyday_words() or w in personal_names() for w in name.split(" ")
    ):
        return "distinctive"
    if population < KNOWN:
        return "plain"
    return "plain" if population < HUGE and _is_very_common(name) else "known"


def _is_everyday(word: str) -> bool:
    return len(word) < _SHORTEST_WORD or word in everyday_words() or word in personal_names()


def _is_very_common(name: str) -> bool:
    return all(len(w) < _SHORTEST_WORD or w in _very_common_words() for w in name.split(" "))


@lru_cache(maxsize=1)
def _very_common_words() -> frozenset[str]:
    return frozenset(ranked_words()[:VERY_COMMON])


def is_capital(words: Sequence[PlaceWord], first: int, last: int) -> bool:
    """Whether a capital marks the name; that of a sentence's first word does not."""
    if not all(w.capital for w in words[first:last]):
        return False
    starts_sentence = first == 0 or any(c in ".!?\n" for c in words[first].gap)
    return last - first > 1 or not starts_sentence


def _rare(name: str, population: int) -> bool:
    """A lower-case name behind 'in' that is no frequent word nor just somebody's name: 'in venice'.

    Several words that are a town's name together seldom stand there for anything else: 'in lake charles'.
    """
    if " " in name:
        return population >= FAIRLY_KNOWN or not _is_very_common(name)
    return population >= FAIRLY_KNOWN and not _personal(name) and not _is_very_common(name)


def _personal(name: str) -> bool:
    return any(w in personal_names() for w in name.split(" "))
