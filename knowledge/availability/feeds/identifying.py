"""Which medicine a row of a stock feed is about: by RxNorm number, NDC or name. Pure over the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from knowledge.availability.feeds import values
from knowledge.availability.feeds.remarks import Finding
from knowledge.availability.feeds.values import Reading, RefusedError
from knowledge.errors import BadInput
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.ndc import normalize_ndc, possible_ndcs
from knowledge.medicines.vocabulary import Vocabulary

# What may stand beside a name without changing which medicine it is.
_FORM_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        pen pens vial vials tablet tablets tab tabs capsule capsules cap caps caplet inhaler aerosol solution
        soln suspension susp injection injectable inj syringe syringes prefilled cartridge kit cream ointment
        gel lotion patch patches film films spray nasal oral sublingual topical ophthalmic drops auto
        autoinjector injector er xr xl sr dr cr ir odt ec hfa dpi concentrate liquid powder packet packets
        each ea per box bottle pack pk count ct extended delayed release units unit ml mg mcg g
        """,
    )
)


class Identified(NamedTuple):
    """The medicine, its codes as given, and the strength where only the name tells it."""

    medicine: Medicine
    rxcui: str
    ndc: str
    strength: str


class Identity(NamedTuple):
    """What the three fields together say: the medicine, or errors; and what was put right."""

    found: Identified | None
    errors: tuple[Finding, ...]
    mends: tuple[Finding, ...]


def identify(vocabulary: Vocabulary, name: str, rxcui: str, ndc: str) -> Identity:
    """The medicine that name, RxNorm number and NDC (each may be "") agree on."""
    refusals: list[Finding] = []
    mends: list[Finding] = []
    number = _read("rxcui", rxcui, values.rxcui, refusals, mends)
    code = _read("ndc", ndc, partial(_ndc, vocabulary=vocabulary), refusals, mends)
    read = _by_name(vocabulary, name) if name else Reading((None, ""))
    if read.mended:
        mends.append(("medicine", read.mended))
    by_name, strength = read.value
    named = _agreed(vocabulary, number, code, by_name)
    problem = _problem(named, name=name, rxcui=number, ndc=code)
    if problem:
        return Identity(None, (*refusals, problem) if named or not refusals else tuple(refusals), ())
    mends += [(field, f"{message}; it was left out") for field, message in refusals]
    medicine = next(iter(named.values()))
    return Identity(Identified(medicine, number, code, strength), (), tuple(mends))


def _agreed(vocabulary: Vocabulary, rxcui: str, ndc: str, by_name: Medicine | None) -> dict[str, Medicine]:
    """Which field names which medicine. A group ('insulin') beside a number says nothing of its own."""
    by_rxcui = vocabulary.by_rxcui(rxcui) if rxcui else None
    by_ndc = vocabulary.by_ndc(ndc) if ndc else None
    if by_name is not None and by_name.class_mention and (by_rxcui or by_ndc):
        by_name = None
    found = {"rxcui": by_rxcui, "ndc": by_ndc, "medicine": by_name}
    return {field: medicine for field, medicine in found.items() if medicine is not None}


def _problem(named: dict[str, Medicine], *, name: str, rxcui: str, ndc: str) -> Finding | None:
    """Why the row's medicine is not certain; None if it is."""
    meant = {medicine.name for medicine in named.values()}
    if len(meant) > 1:
        said = " but ".join(f"{field} says {medicine.name}" for field, medicine in named.items())
        return ("medicine", f"{said}: correct one of them")
    if not meant:
        given = {"medicine": name, "rxcui": rxcui, "ndc": ndc}
        field = next((field for field, value in given.items() if value), "medicine")
        if not given[field]:
            return (field, "is empty, and so are rxcui and ndc: one of them is needed")
        return (field, f"'{given[field][:60]}' is not in the vocabulary")
    medicine = next(iter(named.values()))
    if medicine.class_mention:
        return ("medicine", f"'{medicine.name}' is a group: name the medicine itself")
    return None


def _by_name(vocabulary: Vocabulary, name: str) -> Reading[tuple[Medicine | None, str]]:
    """The one medicine a name means: exactly, or with nothing beside it but a strength and a form."""
    exact = vocabulary.by_name(name)
    if exact is not None:
        return Reading((exact, ""))
    mentions = vocabulary.find(name)
    if len(mentions) != 1 or mentions[0].certainty != "exact":
        return Reading((None, ""))
    mention = mentions[0]
    rest = (name[: mention.start] + " " + name[mention.end :]).replace(mention.strength, " ").lower()
    if not all(word in _FORM_WORDS or word[0].isdigit() for word in re.findall(r"\w+", rest)):
        return Reading((None, ""))
    return Reading((mention.medicine, mention.strength), f"'{name}' read as {mention.medicine.name}")


def _ndc(text: str, vocabulary: Vocabulary) -> Reading[str]:
    """The eleven digits; ten without hyphens only where just one of their three readings is known."""
    bare = re.sub(r"\.0+$", "", text)
    if re.fullmatch(r"\d{10}", bare):
        known = [code for code in possible_ndcs(bare) if vocabulary.by_ndc(code)]
        if len(known) == 1:
            return Reading(known[0], f"'{text}' read as {known[0]}")
    try:
        code = normalize_ndc(bare)
    except BadInput as problem:
        raise RefusedError(problem.errors[0].message) from None
    return Reading(code, "" if code == text else f"'{text}' written as {code}")


def _read(
    field: str,
    text: str,
    read: Callable[[str], Reading[str]],
    errors: list[Finding],
    mends: list[Finding],
) -> str:
    if not text:
        return ""
    try:
        found = read(text)
    except RefusedError as refused:
        errors.append((field, str(refused)))
        return ""
    if found.mended:
        mends.append((field, found.mended))
    return found.value
