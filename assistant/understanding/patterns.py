"""Word patterns as data: `patterns/<name>.yaml` maps a label to regular expressions over folded text.

A person who knows the words of a language can add to them without touching code. Labels keep the order of
the file. `{NAME}` in a pattern stands for the pattern of that name under `_parts`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

PATTERNS = Path(__file__).parent / "patterns"


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """One compiled alternation for each label of `patterns/<name>.yaml`."""
    loaded = yaml.safe_load((PATTERNS / f"{name}.yaml").read_text(encoding="utf-8"))
    parts: dict[str, str] = loaded.pop("_parts", {})
    return {label: re.compile(_fill("|".join(alternatives), parts)) for label, alternatives in loaded.items()}


def _fill(pattern: str, parts: dict[str, str]) -> str:
    for name, text in parts.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{text})")
    return pattern
