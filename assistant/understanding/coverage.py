"""Who pays for this person: read from what they say about their insurance."""

from __future__ import annotations

import re
from typing import Literal, cast

from assistant.understanding.patterns import patterns, possible_labels
from knowledge.remembering import remembered

Coverage = Literal[
    "uninsured",
    "medicare",
    "medicaid",
    "commercial",
    "express_scripts",
    "cigna",
    "va",
    "tricare",
    "unknown",
]

_DENIED = re.compile(r"\b(?:not|no|isn't|don't have|no tengo|never had)\s+(?:on\s+|an?\s+)?$")


@remembered
def coverage_spans(folded: str) -> tuple[tuple[int, int], ...]:
    """Where coverage is named: the 'Kaiser' of an insurance card is no town."""
    return tuple(
        match.span()
        for label in possible_labels("coverage", folded)
        for match in patterns("coverage")[label].finditer(folded)
    )


@remembered
def find_coverage(folded: str) -> Coverage:
    """The coverage a folded message names, else "unknown"; 'no Medicare' names none."""
    for label in possible_labels("coverage", folded):
        for match in patterns("coverage")[label].finditer(folded):
            if label == "uninsured" or not _DENIED.search(folded[: match.start()]):
                return cast("Coverage", label)
    return "unknown"
