"""Footnote numbers that lost their superscript: 'conditions1.' becomes 'conditions¹.' again.

Text copied from a page glues the number to the word before it, and the note's number to its first word:
'199.1% access' is note 1, '99.1% access'. Read as it stands, that is another number. Nothing is touched
unless every number of the series is found both in the text and at the start of a note.
"""

from __future__ import annotations

import re

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# More notes than this are a book's, set in another way.
MAX_NOTES = 40


def restore_footnotes(text: str) -> str:
    """`text` with its footnote numbers raised, where it has a whole series of them."""
    lines = text.split("\n")
    notes = _note_lines(lines)
    if not notes:
        return text
    first = min(notes.values())
    body = "\n".join(lines[:first])
    for number in notes:
        raised = _raise_reference(body, number)
        if raised is None:
            return text
        body = raised
    rest = lines[first:]
    for number, position in notes.items():
        line = rest[position - first].lstrip()
        rest[position - first] = f"{_small(number)} {re.sub(rf'^{number}[.)]?', '', line, count=1).lstrip()}"
    return "\n".join([body, *rest])


def _note_lines(lines: list[str]) -> dict[int, int]:
    """The line of each note, numbered 1, 2, 3 … in order; the series that stands last in the text."""
    notes: dict[int, int] = {}
    for position in range(len(lines) - 1, -1, -1):
        if not re.match(r"\s*1\D|\s*1\d", lines[position]):
            continue
        notes = _series_from(lines, position)
        if notes:
            break
    return notes


def _series_from(lines: list[str], start: int) -> dict[int, int]:
    notes: dict[int, int] = {}
    number = 1
    for position in range(start, len(lines)):
        # A note starts with a word, or with a number of its own ('199.1%': note 1, 99.1%).
        if number <= MAX_NOTES and re.match(
            rf"\s*{number}[.)]?\s*(?:[^\W\d_]|\d+(?:[.,]\d+)*\s*%|[“\"$])", lines[position]
        ):
            notes[number] = position
            number += 1
    return notes


def _raise_reference(body: str, number: int) -> str | None:
    """`body` with the reference to note `number` raised; None where there is none.

    After a word or a bracket; after a sentence's end when a capital follows; after a year ('in 20182.').
    """
    forms = (
        rf"(?<=[^\W\d_][^\W\d_][^\W\d_]){number}(?=[.,;:)\s]|$)",
        rf"(?<=[)”\"]){number}(?=[.,;:\s]|$)",
        rf"(?<=[^\W_][.!?]){number}(?=\s+[A-Z“\"]|\s*$)",
        rf"(?<=\b(?:19|20)\d\d){number}(?=[.,;:)]|$)",
    )
    for form in forms:
        raised, count = re.subn(form, _small(number), body, flags=re.MULTILINE)
        if count:
            return raised
    return None


def _small(number: int) -> str:
    return str(number).translate(RAISED)
