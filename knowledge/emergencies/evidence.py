"""Declarations and activations as evidence that can be cited."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.emergencies.days import in_words
from knowledge.emergencies.records import Activation, Declaration
from knowledge.emergencies.wording import KIND_WORDS, CountyName, activation_area, area_name
from knowledge.evidence import Evidence

PREFIX = "declaration."
ACTIVATION_PREFIX = "declaration.activation."
# An answer names the two or three of its place; hundreds count at a time in the whole country.
DECLARATIONS_KEPT = 1_024


@lru_cache(maxsize=DECLARATIONS_KEPT)
def declaration_evidence(declaration: Declaration) -> Evidence:
    """One federal declaration; the quote names its dates and every area."""
    began = f"Incident from {in_words(declaration.began)}" if declaration.began else "Incident without a date"
    ended = f"to {in_words(declaration.ended)}" if declaration.ended else "with no end given"
    areas = ", ".join(area_name(a.name) for a in declaration.areas)
    parts = [
        f"{declaration.id}, {declaration.title} ({declaration.incident}), declared on "
        f"{in_words(declaration.declared_on)}.",
        f"{began} {ended}.",
        f"Areas: {areas}.",
        "" if declaration.for_people else "A fire grant: it does not count for people.",
        declaration.note,
    ]
    return Evidence(
        id=PREFIX + declaration.id,
        kind="declaration",
        title=f"FEMA {declaration.id}: {declaration.title}",
        quote=" ".join(p for p in parts if p),
        url=declaration.source_url,
        jurisdiction=declaration.state,
        checked=declaration.checked,
        # "low" says that areas are missing; what is quoted here was confirmed, and the note tells the rest.
        confidence="medium" if declaration.confidence == "low" else declaration.confidence,
        holds_from=declaration.declared_on.isoformat(),
    )


def activation_evidence(rows: Sequence[Activation], checked: str, county_name: CountyName) -> Evidence:
    """One activation with all its areas; `checked` is the ISO date on which the table was last loaded."""
    row = rows[0]
    until = f"until {in_words(row.ends)}" if row.ends else "with no end given"
    parts = [
        f"{KIND_WORDS[row.kind]}: {row.title}, from {in_words(row.begins)} {until}.",
        f"Area: {', '.join(activation_area(r, county_name) for r in rows)}.",
        f"Authority: {row.authority}." if row.authority else "",
        row.note,
    ]
    return Evidence(
        id=ACTIVATION_PREFIX + row.id,
        kind="declaration",
        title=row.title,
        quote=" ".join(p for p in parts if p),
        url=row.source_url,
        jurisdiction=",".join(sorted({r.state for r in rows if r.state})) or "US",
        checked=checked,
        confidence="medium",
        holds_from=row.begins.isoformat(),
        holds_until=row.ends.isoformat() if row.ends else "",
    )
