"""Front matter: what is read, and that every mistake is named with its field and line."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.documents.front_matter import parse_document
from knowledge.errors import BadInput

GOOD = """---
id: pier-clinic
title: The pier clinic
program: pier
audience: [evacuee]
jurisdiction: [FL, GA]
language: en
topics: [clinic]
sources:
  - {url: "https://pier.example/a", title: "Pier", checked: 2026-11-01}
  - {title: "Printed leaflet", checked: "2025"}
effective: 2026-01-01
expires: 2026-12-31
supersedes: [old-clinic]
confidence: high
---
The pier clinic opens at noon. [1]
"""


def test_every_field_is_read() -> None:
    document = parse_document(GOOD, "pier.md", origin="built-in")
    assert document.id == "pier-clinic"
    assert document.jurisdiction == ("FL", "GA")
    assert document.effective == date(2026, 1, 1)
    assert document.sources[0].checked == "2026-11-01"
    assert document.sources[1].url == ""
    assert document.numbered_sources
    assert document.text == "The pier clinic opens at noon. [1]\n"


@pytest.mark.parametrize(
    ("old", "new", "field", "line"),
    [
        ("id: pier-clinic", "id: Pier Clinic", "id", 2),
        ("title: The pier clinic\n", "", "title", 1),
        ("audience: [evacuee]", "audience: [everyone]", "audience", 5),
        ("jurisdiction: [FL, GA]", "jurisdiction: [FL, XX]", "jurisdiction", 6),
        ("topics: [clinic]", "topics: [clinics]", "topics", 8),
        ("https://pier.example/a", "pier.example", "sources", 9),
        ("checked: 2026-11-01", "checked: last week", "sources", 9),
        ('  - {title: "Printed leaflet", checked: "2025"}', "  - just words", "sources", 9),
        ("effective: 2026-01-01", "effective: soon", "effective", 12),
        ("expires: 2026-12-31", "expires: 2025-12-31", "expires", 13),
        ("supersedes: [old-clinic]", "supersedes: [pier-clinic]", "id", 2),
        ("confidence: high", "confidence: sure", "confidence", 15),
        ("confidence: high", "colour: red", "colour", 15),
        ("The pier clinic opens at noon. [1]", "", "text", 1),
    ],
)
def test_a_mistake_is_named_with_field_and_line(old: str, new: str, field: str, line: int) -> None:
    assert old in GOOD
    with pytest.raises(BadInput) as refused:
        parse_document(GOOD.replace(old, new), "pier.md", origin="built-in")
    found = [(error.field, error.row) for error in refused.value.errors]
    assert (field, line) in found
    assert refused.value.message.startswith(f"pier.md, line {refused.value.errors[0].row}: ")


def test_broken_yaml_names_its_line() -> None:
    with pytest.raises(BadInput, match=r"pier\.md, line [45]: the front matter is not valid YAML"):
        parse_document(GOOD.replace("program: pier", "program: [pier"), "pier.md", origin="built-in")


def test_front_matter_that_is_a_list_is_refused() -> None:
    with pytest.raises(BadInput, match="name: value"):
        parse_document("---\n- a\n- b\n---\nText.\n", "list.md", origin="operator")


def test_without_front_matter_the_defaults_count() -> None:
    document = parse_document(
        "Plain words.\n", "x.txt", origin="operator", defaults={"id": "x", "title": "X"}
    )
    assert (document.id, document.title, document.confidence) == ("x", "X", "medium")
    assert document.audience == ("evacuee", "agent", "pharmacist")
    assert not document.numbered_sources
