"""Word patterns as data: `patterns/<name>.yaml` maps a label to regular expressions over folded text.

A person who knows the words of a language can add to them without touching code. Labels keep the order of
the file. `{NAME}` in a pattern stands for the pattern of that name under `_parts`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from assistant.understanding.remembering import remembered

PATTERNS = Path(__file__).parent / "patterns"


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """One compiled alternation for each label of `patterns/<name>.yaml`."""
    loaded = yaml.safe_load((PATTERNS / f"{name}.yaml").read_text(encoding="utf-8"))
    parts: dict[str, str] = loaded.pop("_parts", {})
    return {label: re.compile(_fill("|".join(alternatives), parts)) for label, alternatives in loaded.items()}


@remembered
def labels_in(name: str, folded: str) -> tuple[str, ...]:
    """The labels of `patterns/<name>.yaml` whose words stand in a folded text, in the order of the file."""
    return tuple(label for label, pattern in patterns(name).items() if pattern.search(folded))


def _fill(pattern: str, parts: dict[str, str]) -> str:
    for name, text in parts.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{text})")
    return pattern
