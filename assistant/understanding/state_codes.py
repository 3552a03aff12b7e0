"""State codes in the notes of professionals: 'GA CIII 72h?', 'notify prescriber within how many hours AL'.

'MI' and 'MS' are illnesses and 'LA' a kind of tablet as well, so a bare code is not read as a state in what
evacuees write. Who works at a counter or takes calls writes the state first or last, in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.places.states import JURISDICTIONS

_CODE = rf"({'|'.join(JURISDICTIONS)})"
# First: not before a full stop ('MS. Jones') or a number ('PR 10'). Last: before the marks that end a text.
_FIRST = re.compile(rf"^\W*{_CODE}(?=[\s:,-]+[A-Za-z])(?!\s+[a-z]+ed\b)")
_LAST = re.compile(rf"[\s,/(-]{_CODE}\W*$")
# What makes the letters something else: 'his MI', 'an MD', 'with MS', 'needs PA', 'ask the OR'.
_NOT_BEHIND = re.compile(
    r"\b(?:an?|the|my|his|her|their|our|your|with|has|had|have|needs?|got|by|of|for|"
    r"no|not|is|it|me|post|acute|call|ask|says?)\s*$",
    re.IGNORECASE,
)
# 'PA required', 'DC the drip', 'MS patient': a code that opens a text of these is none.
_NOT_BEFORE = re.compile(
    r"^\W*(?:required|needed|request|denied|approved|override|patient|pt|caller|contin|er|sulfate|scan|"
    r"or|and|"
    r"is|the|it|my|his|her|i|we|you)\b",
    re.IGNORECASE,
)
# What a code is asked of: without one of these words it may be anything.
_LAW = re.compile(
    r"\b(?:refill|dispens|emergency|supply|suppl|rule|law|regulation|board|days?|hours?|hrs?|schedule|"
    r"c-?(?:ii|iii|iv|v)\b|c[2-5]\b|\d+ ?h\b|transfer|donat|repository|records?|"
    r"notify|prescriber|rx|prescription|fill|lost|package|"
    r"limit|vaccin|medicaid|epap|declar|caller|licen[cs]e)",
    re.IGNORECASE,
)


def bare_state(message: str, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where a state's code opens or ends a note on medicines; None where none does, or where it shouts.

    `taken` are the parts of the message that are read as something else, such as 'propranolol LA'.
    """
    if message.isupper() or not _LAW.search(message):
        return None
    for found in (_FIRST.search(message), _LAST.search(message)):
        if found is None:
            continue
        start, end = found.span(1)
        behind = _NOT_BEHIND.search(message[:start]) or any(a < end and start < b for a, b in taken)
        touches = any(b == start - 1 and message[b : b + 1] == " " for _, b in taken) and _is_a_form(found[1])
        if not behind and not touches and not (start == 0 and _NOT_BEFORE.match(message[end:])):
            return start, end
    return None


def _is_a_form(code: str) -> bool:
    """'Inderal LA', 'Ritalin LA', 'morphine MS': letters that belong to the name before them."""
    return code in ("LA", "MS", "CO")
