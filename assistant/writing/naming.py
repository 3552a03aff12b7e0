"""What a medicine is called in an answer: the person's own word first."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

from assistant.understanding.request import AskedMedicine

_POSSESSIVE = re.compile(r"^(?:my|his|her|our|their|the|an?|mis?|sus?|el|la|los|las) ")
# A longer generic name beside a brand says nothing to a person ('Adderall' has four salts).
LONGEST_BESIDE_A_BRAND = 45
# 'elliquis' is Eliquis, 'novalog' is NovoLog (86, 93 and more); a generic name is like no brand of its own.
AS_WRITTEN = 80


def called(asked: AskedMedicine) -> str:
    """'Lantus (insulin glargine)', 'Adderall', 'metformin'."""
    name = asked.medicine.name
    brand = _brand(asked)
    if not brand:
        return name
    return f"{brand} ({name})" if len(name) <= LONGEST_BESIDE_A_BRAND else brand


def short_name(asked: AskedMedicine) -> str:
    """The generic name; the brand that was asked for where the generic name has the salts of four drugs."""
    name = asked.medicine.name
    if asked.medicine.class_mention:
        # Nobody calls it 'thyroid medicine (type not stated)'; their own words are in their language, too.
        return _POSSESSIVE.sub("", asked.matched.lower())
    return name if len(name) <= LONGEST_BESIDE_A_BRAND else _brand(asked) or name


def _brand(asked: AskedMedicine) -> str:
    """The brand that the person typed, misspelt or not; "" where they typed the generic name."""
    typed = asked.matched.lower()
    if fuzz.ratio(typed, asked.medicine.name) >= AS_WRITTEN:
        return ""
    first_words = {brand.split()[0] for brand in asked.medicine.brands}
    if own := next((word for word in first_words if word.lower() == typed.split()[0]), ""):
        # 'Spiriva' of somebody who may have either of its inhalers.
        whole = next((brand for brand in asked.medicine.brands if brand.lower() == typed), "")
        return whole or own
    found = process.extractOne(
        typed, asked.medicine.brands, processor=str.lower, scorer=fuzz.ratio, score_cutoff=AS_WRITTEN
    )
    return found[0] if found else ""
