"""The rules for documents, and that the library keeps them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.documents.index import LIBRARY as BUILT_IN
from knowledge.documents.library_check import check_library
from tests.knowledge.documents.conftest import LIBRARY


def test_the_built_in_library_keeps_the_rules() -> None:
    assert [f"{f.file}:{f.line} {f.message}" for f in check_library(BUILT_IN)] == []


def test_the_small_library_keeps_the_rules() -> None:
    assert check_library(LIBRARY) == []


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("at a time. [1]", "at a time.", "states a number without a source", 23),
        ("sign up. [1]", "sign up. [7]", "there is no source [7]", 20),
        ("id: lantern-who-qualifies\n", "id: lantern-other\n", "named after its id", 2),
        ("topics: [pay.uninsured]", "topics: [pay.everyone]", "topics has 'pay.everyone'", 8),
        ("supersedes: []", "supersedes: [no-such]", "supersedes names no document", 2),
        ("## In short", "## At a glance", "there is no 'In short' list", 17),
    ],
)
def test_a_broken_rule_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, message: str, line: int
) -> None:
    folder = Path(shutil.copytree(LIBRARY, tmp_path / "library"))
    file = folder / "en" / "lantern-who-qualifies.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [(f.line, f.message) for f in check_library(folder) if f.file == "en/lantern-who-qualifies.md"]
    assert any(where == line and message in what for where, what in found), found


def test_two_documents_with_one_id_and_a_twin_of_nothing(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(LIBRARY, tmp_path / "library"))
    (folder / "en" / "lantern-who-qualifies.md").rename(folder / "en" / "other.md")
    shutil.copy(folder / "en" / "oxygen-at-home.md", folder / "en" / "second.md")
    messages = [finding.message for finding in check_library(folder)]
    assert any("its id is also that of en/oxygen-at-home.md" in message for message in messages)
    assert any("must be named after its id" in message for message in messages)
