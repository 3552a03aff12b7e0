"""The facts that a text states, each as a small word that can be compared: numbers, times, links, advice."""

from __future__ import annotations

import re

from assistant.understanding.folding import fold

_PHONE = re.compile(r"(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
# Number words that carry a fact ('thirty days'). 'one' is left out: it is mostly a pronoun.
_NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "twelve": "12", "fourteen": "14", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "sixty": "60", "ninety": "90", "hundred": "100", "dos": "2", "tres": "3", "cuatro": "4",
    "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9", "diez": "10", "quince": "15",
    "veinte": "20", "treinta": "30", "sesenta": "60", "noventa": "90", "cien": "100",
    "twice": "twice", "half": "half", "dozen": "12", "mitad": "half", "docena": "12",
}  # fmt: skip
_WORD = re.compile(r"[a-z]+")
# '30 days' is not '30 weeks': the unit is a fact beside its number.
_UNITS = {
    "hour": "hour", "hours": "hour", "hora": "hour", "horas": "hour",
    "day": "day", "days": "day", "dia": "day", "dias": "day",
    "week": "week", "weeks": "week", "semana": "week", "semanas": "week",
    "month": "month", "months": "month", "mes": "month", "meses": "month",
    "year": "year", "years": "year", "ano": "year", "anos": "year",
}  # fmt: skip
# 'day and night' and 'today' state no length of time.
_COUNT = "|".join((_NUMBER.pattern, "an?", "un", "una", "the", "per", *_NUMBER_WORDS))
_UNIT = re.compile(rf"\b(?:{_COUNT})[- ]({'|'.join(_UNITS)})\b")
_DATES = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b|\btomorrow\b"
)
_LINK = re.compile(r"\b(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|[\w-]+\.(?:com|org|gov|net|ly|io)\b)")
# What is told about taking a medicine. 'Do not stop' is another thing than 'stop'.
_ADVICE = re.compile(
    r"\b(?:(?P<not>not|never|don't|cannot|can't|no|nunca) (?:\w+ ){0,2})?"
    r"(?P<what>skip|double|halve|stop|restart|ration|crush|share|substitut|switch|swap|saltar|dejar|partir)\w*"
)


def phones(text: str) -> set[str]:
    """The ten digits of each phone number."""
    return {re.sub(r"\D", "", match)[-10:] for match in _PHONE.findall(text)}


def numbers(text: str) -> set[str]:
    """Numbers in digits or words, without those of phone numbers."""
    without_phones = _PHONE.sub(" ", text)
    digits = {match.replace(",", "").rstrip(".:/") for match in _NUMBER.findall(without_phones)}
    words = {_NUMBER_WORDS[word] for word in _WORD.findall(fold(without_phones)) if word in _NUMBER_WORDS}
    return digits | words


def times(text: str) -> set[str]:
    """Units of time that something is counted in, days of the week and months."""
    folded = fold(text)
    return {_UNITS[unit] for unit in _UNIT.findall(folded)} | set(_DATES.findall(folded))


def links(text: str) -> set[str]:
    """Web and mail addresses."""
    return {match.rstrip(".,;)") for match in _LINK.findall(text.lower())}


def advice(text: str) -> set[str]:
    """Words that tell how to take a medicine, 'not' kept with them."""
    found = _ADVICE.finditer(fold(text))
    return {f"not {match['what']}" if match["not"] else match["what"] for match in found}
