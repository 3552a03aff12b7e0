"""What a sentence states that another could contradict: phones, dates, money, shares, counts of things."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from knowledge.documents.document import Passage
from knowledge.documents.loading.dates import DATE, MONTHS, iso_date
from knowledge.documents.searching.gates import program_key
from knowledge.documents.searching.words import DATA, fold, stem

SENTENCE_END = re.compile(r"(?<=[.!?])(?:[”\"')\]]*)\s+(?=[A-Z“\"(\[¿¡Á-Ú\d-])|\n+")
TEXT_PHONE = re.compile(r"\bTTY:?\s*(?=\+?1?[-.\s]?\(?\d{3})", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w-])(?:\+?1[-.\s])?\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}(?![\w-])")
MONEY = re.compile(r"\$\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(million|billion|m|b)\b)?", re.IGNORECASE)
SHARE = re.compile(r"\d+(?:\.\d+)?\s?(?:%|percent\b)", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w$.,/-])\d{1,3}(?:,\d{3})+(?![\w%])|(?<![\w$.,/-])\d+(?:\.\d+)?(?![\w%,]|\.\d)")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
YEAR = re.compile(r"(?<![\w-])(?:19|20)\d\d(?![\w-])")
# Opening hours are no count of anything.
ALWAYS_OPEN = re.compile(r"24 hours(?: a day)?|7 days a week|24/7", re.IGNORECASE)
_WORDS = "two three four five six seven eight nine ten twelve fifteen twenty thirty sixty ninety"
_NUMBERS = "2 3 4 5 6 7 8 9 10 12 15 20 30 60 90"
WORD_NUMBERS = dict(zip(_WORDS.split(), _NUMBERS.split(), strict=True))
WORD_NUMBER = re.compile(rf"\b({'|'.join(WORD_NUMBERS)})\b(?=[ -][a-z])", re.IGNORECASE)
SCALES = {"m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}
# What is counted stands at most this many words after the number ('500 condition-focused pharmacists').
WORDS_TO_THE_THING = 4
# Words at which the counted thing must have ended.
BREAKS = frozenset(
    (
        "and",
        "or",
        "of",
        "in",
        "for",
        "to",
        "with",
        "at",
        "on",
        "from",
        "per",
        "that",
        "who",
        "which",
        "a",
        "the",
    )
)
# These end like plurals and count nothing.
NOT_THINGS = frozenset(
    ("us", "is", "was", "has", "this", "its", "as", "plus", "always", "yes", "less", "times")
)
NAME_AT_START = re.compile(r"^[\W\d_]*")
# A capital alone does not make a name: the first word, months, and what every document speaks of.
NOT_NAMES = frozenset(
    (*MONTHS, "i", "us", "usa", "american", "federal", "state", "states", "united", "call", "tty", "sources")
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence with what it states: for each subject ('phone', 'count:pharmacist') the values.

    `numbers` are all its numbers, also those whose thing stands elsewhere ('44 states …, others say 45').
    """

    passage: Passage
    sentence: str
    programs: frozenset[str]
    facts: Mapping[str, frozenset[str]]
    numbers: frozenset[str]
    years: frozenset[str]
    names: frozenset[str]


def claims_of(passage: Passage) -> Iterator[Claim]:
    """The sentences of a passage that state something countable about a program."""
    for sentence in sentences(passage.text):
        facts = facts_of(sentence)
        programs = _programs(passage, sentence)
        if facts and programs:
            numbers = frozenset(hit.group().replace(",", "") for hit in NUMBER.finditer(sentence))
            yield Claim(passage, sentence, programs, facts, numbers, years_of(sentence), names_in(sentence))


def sentences(text: str) -> list[str]:
    """The sentences and list items of a text."""
    return [part.strip(" -") for part in SENTENCE_END.split(text) if part and part.strip(" -")]


def facts_of(sentence: str) -> dict[str, frozenset[str]]:
    """The values that a sentence states, by subject. Years alone are times, not values."""
    found: dict[str, set[str]] = {}
    rest = ALWAYS_OPEN.sub(" ", sentence)
    for subject, form, value in (
        ("phone for text", re.compile(TEXT_PHONE.pattern + PHONE.pattern, re.IGNORECASE), _digits),
        ("phone", PHONE, _digits),
        ("date", DATE, iso_date),
        ("money", MONEY, _amount),
        ("share", SHARE, lambda hit: re.sub(r"[^\d.]", "", hit.group())),
    ):
        for hit in form.finditer(rest):
            found.setdefault(subject, set()).add(value(hit))
        rest = form.sub(" | ", rest)
    for subject, number in _counts(WORD_NUMBER.sub(lambda hit: WORD_NUMBERS[hit[1].lower()], rest)):
        found.setdefault(subject, set()).add(number)
    return {subject: frozenset(values) for subject, values in found.items()}


def _digits(hit: re.Match[str]) -> str:
    return re.sub(r"\D", "", hit.group())[-10:]


def _amount(hit: re.Match[str]) -> str:
    """Dollars as a plain number: '$670M' and '$670 million' are one value."""
    return f"{float(hit[1].replace(',', '')) * SCALES.get((hit[2] or '').lower(), 1):.2f}"


def years_of(sentence: str) -> frozenset[str]:
    """The years in which a sentence says that something held; whole dates are values, not times."""
    return frozenset(YEAR.findall(DATE.sub(" ", sentence)))


def masked(sentence: str) -> str:
    """The sentence without its values: what it is about."""
    for form in (PHONE, DATE, MONEY, SHARE):
        sentence = form.sub(" ", sentence)
    return re.sub(r"\s+", " ", re.sub(r"\d[\d,.]*", " ", sentence)).strip()


def names_in(text: str) -> frozenset[str]:
    """Capitalised words inside the sentence: places, storms, companies that it is about."""
    inside = NAME_AT_START.sub("", text)
    words = WORD.findall(inside)[1:]
    return frozenset(fold(word) for word in words if word[0].isupper()) - NOT_NAMES


@cache
def program_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How each program is named in running text."""
    with (DATA / "programs.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(
            (re.compile(rf"(?<!\w){re.escape(row['name'])}(?!\w)"), row["program"])
            for row in csv.DictReader(stream)
        )


def _programs(passage: Passage, sentence: str) -> frozenset[str]:
    """The programs that the sentence names; else those of its heading and title and its document's own."""
    named = _named(sentence)
    if named:
        return named
    own = frozenset({program_key(passage.program)} - {""})
    return own | _named(passage.heading) or _named(passage.title)


def _named(text: str) -> frozenset[str]:
    return frozenset(program for form, program in program_names() if form.search(text))


def _counts(text: str) -> Iterator[tuple[str, str]]:
    """Each number with the thing that it counts: ('count:pharmacy', '3500')."""
    for hit in NUMBER.finditer(text):
        number = hit.group().replace(",", "")
        thing = _thing(text[hit.end() :])
        if thing and not YEAR.fullmatch(number):
            yield f"count:{thing}", number


def _thing(after: str) -> str:
    """The stem of what the number counts: the first plural after it ('30-day' counts days), or ""."""
    if joined := re.match(r"-([a-z]+)", after):
        return stem(joined[1], "en")
    clause = re.split(r"[.,;:()|!?]", after, maxsplit=1)[0]
    words: Iterable[str] = WORD.findall(clause)[:WORDS_TO_THE_THING]
    for word in words:
        folded = fold(word)
        if folded in BREAKS:
            return ""
        if folded.endswith("s") and not folded.endswith("ss") and folded not in NOT_THINGS:
            return stem(folded, "en")
    return ""
