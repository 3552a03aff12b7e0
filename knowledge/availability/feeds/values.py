"""Reading one field of a feed. Pure: text in, `Reading` out, or `RefusedError` with the reason.

What is certain is mended and `mended` says how; what is not is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import Generic, NamedTuple, TypeVar

from knowledge.places.states import state_code as code_of_state

Value = TypeVar("Value")
Word = TypeVar("Word", bound=str)


class RefusedError(Exception):
    """A value that cannot be taken; the text says why and what to write instead."""


class Reading(NamedTuple, Generic[Value]):
    """A value that was understood, and what was put right in it ("" if nothing)."""

    value: Value
    mended: str = ""


# What spreadsheets and databases write for 'nothing'.
NOTHING = frozenset({"n/a", "na", "#n/a", "null", "nil", "none", "-", "--", "?", "."})
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ODD_STARTS = frozenset(" ='")
_EXCEL_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)
_KEYPAD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
_PHONE = re.compile(r"\+?1?([2-9]\d\d)([2-9]\d{6})")
_FOREIGN_PHONE = re.compile(r"\+[2-9]\d{6,13}")
_EXTENSION = re.compile(r"(?:\s|,|;)*(?:x|ext\.?|extension|#)\s*\d{1,6}\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"([-+]?[\d,]*\.?\d+)\s*([A-Za-z][A-Za-z ]{0,38})?")
# RxNorm concept numbers have at most eight digits today.
_RXCUI = re.compile(r"\d{1,8}")
# More of one medicine in one place than any warehouse holds.
MOST = 100_000_000


def plain(text: str) -> Reading[str]:
    """Text without the wrapping of spreadsheets: ="00601", a leading apostrophe, control characters."""
    if text.isprintable() and text[:1] not in _ODD_STARTS and text[-1:] != " " and "  " not in text:
        return Reading(text)
    bare = " ".join(_CONTROLS.sub("", text).split())
    wrapped = _EXCEL_TEXT.match(bare)
    if wrapped:
        return Reading(wrapped[1].strip(), 'read as text, without the spreadsheet\'s ="…"')
    if bare.startswith("'") and bare[1:].replace("-", "").isalnum():
        return Reading(bare[1:], "read without the spreadsheet's leading apostrophe")
    return Reading(bare, "control characters removed" if _CONTROLS.search(text) else "")


def optional(text: str) -> Reading[str]:
    """Plain text; what spreadsheets write for 'nothing' is nothing."""
    read = plain(text)
    return Reading("", f"'{read.value}' read as empty") if read.value.lower() in NOTHING else read


def limited(text: str, longest: int) -> str:
    """The text itself, if it fits."""
    if len(text) > longest:
        raise RefusedError(f"is longer than {longest} characters")
    return text


def word(text: str, allowed: Sequence[Word], synonyms: Mapping[str, Word]) -> Reading[Word]:
    """One of the allowed words, also in other spellings ('In Stock', 'drug store')."""
    key = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    meant = next((each for each in allowed if each == key), synonyms.get(key))
    if meant is None:
        raise RefusedError(f"'{text[:40]}' is not one of {', '.join(allowed)}")
    return Reading(meant, "" if meant == text else f"'{text}' read as {meant}")


def phone(text: str) -> Reading[str]:
    """A phone number as E.164; numbers of the USA in any notation, also with letters or an extension."""
    without = _EXTENSION.sub("", text)
    digits = re.sub(r"[^\d+a-z]", "", without.lower()).translate(_KEYPAD)
    match = _PHONE.fullmatch(digits)
    number = f"+1{match[1]}{match[2]}" if match else digits
    if not match and not _FOREIGN_PHONE.fullmatch(digits):
        raise RefusedError(f"'{text[:40]}' is not a phone number with its area code")
    if number == text:
        return Reading(number)
    dropped = ", extension left out" if without != text else ""
    return Reading(number, f"'{text}' written as {number}{dropped}")


def zip_code(text: str, known: Callable[[str], object]) -> Reading[str]:
    """A five-digit ZIP code; ZIP+4 is cut, leading zeros that a spreadsheet ate are put back.

    `known` tells whether there is such a ZIP code: only then is a short one completed.
    """
    if re.fullmatch(r"\d{5}", text):
        return Reading(text)
    bare = re.sub(r"\.0+$", "", text).replace(" ", "")
    if match := re.fullmatch(r"(\d{5})-?\d{4}", bare):
        return Reading(match[1], f"'{text}' cut to {match[1]}")
    if re.fullmatch(r"\d{3,5}|\d{7,8}", bare):
        full = bare.zfill(5) if len(bare) <= 5 else bare.zfill(9)[:5]
        if known(full):
            return Reading(full, f"'{text}' read as {full}")
    raise RefusedError(f"'{text[:20]}' is not a ZIP code of five digits")


def county_fips(text: str) -> Reading[str]:
    """A five-digit county FIPS code; a leading zero that a spreadsheet ate is put back."""
    bare = re.sub(r"\.0+$", "", text)
    if not re.fullmatch(r"\d{4,5}", bare):
        raise RefusedError(f"'{text[:20]}' is not a county FIPS code of five digits")
    return Reading(
        bare.zfill(5), "" if bare == text and len(bare) == 5 else f"'{text}' read as {bare.zfill(5)}"
    )


def state(text: str) -> Reading[str]:
    """A two-letter state code, also from a name ('Florida', 'Fla.')."""
    code = code_of_state(text)
    if code is None:
        raise RefusedError(f"'{text[:40]}' is not a state")
    return Reading(code, "" if code == text else f"'{text}' read as {code}")


def quantity(text: str) -> Reading[tuple[float | None, str]]:
    """How many, and the unit where it stands beside the number ('12 boxes'); None where nothing is said."""
    if not text:
        return Reading((None, ""))
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise RefusedError(f"'{text[:40]}' is not a number")
    number = float(match[1].replace(",", ""))
    if number < 0:
        raise RefusedError(f"{match[1]} is below zero")
    if not isfinite(number) or number > MOST:
        raise RefusedError(f"is more than {MOST}")
    unit = (match[2] or "").strip()
    said = f"'{text}' read as {number:g}{' ' + unit if unit else ''}" if unit or "," in text else ""
    return Reading((number, unit), said)


def price(text: str) -> Reading[str]:
    """A price in dollars as digits ('12.50'); '$1,234.5' and 'free' are understood."""
    if not text:
        return Reading("")
    if text.lower() == "free":
        return Reading("0.00", "'free' read as 0.00")
    bare = re.sub(r"^\$|\s*(?:usd|dollars)$", "", text, flags=re.IGNORECASE).replace(",", "").strip()
    if not re.fullmatch(r"\d{1,7}(?:\.\d{1,4})?", bare):
        raise RefusedError(f"'{text[:20]}' is not a price in dollars")
    return Reading(bare, "" if bare == text else f"'{text}' read as {bare}")


def rxcui(text: str) -> Reading[str]:
    """An RxNorm concept number; '274783.0' is what spreadsheets make of it."""
    bare = re.sub(r"\.0+$", "", text)
    if bare and not _RXCUI.fullmatch(bare):
        raise RefusedError(f"'{text[:20]}' is not an RxNorm number")
    return Reading(bare, "" if bare == text else f"'{text}' read as {bare}")


def digits(text: str, length: int, name: str) -> Reading[str]:
    """A number of fixed length such as an NPI; leading zeros that a spreadsheet ate are put back."""
    bare = re.sub(r"\.0+$", "", text)
    if not bare.isascii() or not bare.isdigit() or len(bare) > length:
        raise RefusedError(f"'{text[:20]}' is not {name} of {length} digits")
    full = bare.zfill(length)
    return Reading(full, "" if full == text else f"'{text}' read as {full}")


def listed(text: str) -> Reading[tuple[str, ...]]:
    """Several words joined by '|'; ',' and ';' are understood. Spaces inside a word become '_'."""
    separator = next((mark for mark in "|;," if mark in text), "|")
    words = tuple(re.sub(r"\s+", "_", part.strip().lower()) for part in text.split(separator) if part.strip())
    joined = "|".join(words)
    return Reading(words, "" if joined == text else f"'{text}' read as {joined}")


def program(text: str) -> Reading[str]:
    """A program id in the spelling of the documents: small letters, joined by '-'."""
    tidy = re.sub(r"[\s_]+", "-", text.lower())
    return Reading(tidy, "" if tidy == text else f"'{text}' read as {tidy}")
