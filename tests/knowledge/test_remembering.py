"""What is remembered of texts: each is read once, only so many are kept, none by its words."""

from __future__ import annotations

import pytest

from knowledge import remembering
from knowledge.remembering import remembered


def test_a_text_is_read_once() -> None:
    read: list[str] = []

    @remembered
    def length(text: str) -> int:
        read.append(text)
        return len(text)

    assert [length("insulin"), length("insulin"), length("33602")] == [7, 7, 5]
    assert read == ["insulin", "33602"]


def test_only_so_many_texts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "TEXTS_KEPT", 2)
    read: list[str] = []

    @remembered
    def length(text: str) -> int:
        read.append(text)
        return len(text)

    for text in ("a", "b", "c", "a"):
        length(text)
    assert read == ["a", "b", "c", "a"]


def test_what_was_written_is_not_kept() -> None:
    @remembered
    def length(text: str) -> int:
        return len(text)

    length("my name is Ada and I ran out of insulin")
    held = [each.cell_contents for each in length.__closure__ or ()]  # type: ignore[attr-defined]
    assert any(isinstance(each, dict) and each for each in held)
    assert "Ada" not in repr(held)
