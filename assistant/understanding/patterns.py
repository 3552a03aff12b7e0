"""Word patterns as data: `patterns/<name>.yaml` maps a label to regular expressions over folded text.

A person who knows the words of a language can add to them without touching code. Labels keep the order of
the file. `{NAME}` in a pattern stands for the pattern of that name under `_parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from knowledge.remembering import remembered

PATTERNS = Path(__file__).parent / "patterns"


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """One compiled alternation for each label of `patterns/<name>.yaml`."""
    return {
        label: re.compile(_fill("|".join(alternatives), parts)) for label, alternatives, parts in _read(name)
    }


@remembered
def labels_in(name: str, folded: str) -> tuple[str, ...]:
    """The labels of `patterns/<name>.yaml` whose words stand in a folded text, in the order of the file."""
    return tuple(
        label for label, said in _alternatives(name).items() if any(each.search(folded) for each in said)
    )


@cache
def _alternatives(name: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    """The alternatives of each label by themselves: one that begins with plain letters is found by them,
    which takes half the time of searching all of them as one pattern."""
    return {
        label: tuple(re.compile(_fill(each, parts)) for each in alternatives)
        for label, alternatives, parts in _read(name)
    }


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
