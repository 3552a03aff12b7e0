"""Word patterns as data: `patterns/<name>.yaml` maps a label to regular expressions over folded text.

A person who knows the words of a language can add to them without touching code. Labels keep the order of
the file. `{NAME}` in a pattern stands for the pattern of that name under `_parts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import yaml

from assistant.understanding.needed_letters import needed_letters
from knowledge.remembering import remembered

PATTERNS = Path(__file__).parent / "patterns"


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """One compiled alternation for each label of `patterns/<name>.yaml`."""
    return {
        label: re.compile(_fill("|".join(alternatives), parts)) for label, alternatives, parts in _read(name)
    }


def labels_in(name: str, folded: str) -> tuple[str, ...]:
    """The labels of `patterns/<name>.yaml` whose words stand in a folded text, in the order of the file."""
    return _reader(name)(folded)


@cache
def _reader(name: str) -> Callable[[str], tuple[str, ...]]:
    """Reads texts for one file, with a memory of its own: a message is read for most of them."""
    return remembered(partial(_labels_in, name))


def _labels_in(name: str, folded: str) -> tuple[str, ...]:
    alternatives = _alternatives(name).patterns
    found: dict[str, None] = {}
    for number in _possible(name, folded):
        label, pattern = alternatives[number]
        if label not in found and pattern.search(folded):
            found[label] = None
    return tuple(found)


def possible_labels(name: str, folded: str) -> list[str]:
    """The labels that a folded text may hold, in the order of the file: no others need to be searched for."""
    alternatives = _alternatives(name).patterns
    return list(dict.fromkeys(alternatives[number][0] for number in _possible(name, folded)))


def _possible(name: str, folded: str) -> list[int]:
    """The numbers of the alternatives whose letters stand in a text; it takes a tenth of searching all."""
    alternatives = _alternatives(name)
    numbers = set(alternatives.always)
    for letters, needed_by in alternatives.by_letters:
        if letters in folded:
            numbers.update(needed_by)
    return sorted(numbers)


class _Alternatives(NamedTuple):
    """All alternatives of a file with their labels, in order; the letters that most of them need, each with
    the numbers of those; and the numbers of those that are always searched for."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    by_letters: tuple[tuple[str, list[int]], ...]
    always: frozenset[int]


@cache
def _alternatives(name: str) -> _Alternatives:
    """The alternatives of each label by themselves: one that begins with plain letters is found by them,
    which takes half the time of searching all of them as one pattern."""
    patterns: list[tuple[str, re.Pattern[str]]] = []
    by_letters: dict[str, list[int]] = {}
    always: set[int] = set()
    for label, alternatives, parts in _read(name):
        for each in alternatives:
            pattern = _fill(each, parts)
            # What stands at the start of the text or not at all is searched for as quickly.
            needed = frozenset() if pattern.startswith("^") else needed_letters(pattern)
            for letters in needed:
                by_letters.setdefault(letters, []).append(len(patterns))
            if not needed:
                always.add(len(patterns))
            patterns.append((label, re.compile(pattern)))
    return _Alternatives(tuple(patterns), tuple(by_letters.items()), frozenset(always))


def _read(name: str) -> Iterator[tuple[str, list[str], dict[str, str]]]:
    """Label, alternatives and the file's parts."""
    loaded = yaml.safe_load((PATTERNS / f"{name}.yaml").read_text(encoding="utf-8"))
    parts: dict[str, str] = loaded.pop("_parts", {})
    for label, alternatives in loaded.items():
        yield label, alternatives, parts


def _fill(pattern: str, parts: dict[str, str]) -> str:
    for name, text in parts.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{text})")
    return pattern
