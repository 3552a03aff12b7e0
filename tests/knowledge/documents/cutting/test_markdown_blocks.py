"""Markdown becomes blocks of plain words."""

from __future__ import annotations

import pytest

from knowledge.documents.cutting.markdown_blocks import blocks_of, plain


def kinds(markdown: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks_of(markdown)]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert kinds("one\ntwo\n\nthree\n") == [("paragraph", "one two"), ("paragraph", "three")]


def test_list_items_may_be_wrapped_and_steps_keep_their_number() -> None:
    assert kinds("- one\n  more\n* two\n3. step\n") == [
        ("item", "one more"),
        ("item", "two"),
        ("item", "3. step"),
    ]


def test_headings_nest() -> None:
    blocks = blocks_of("# A\n## B\ntext\n### C\ntext\n## D\ntext\n")
    assert [block.headings for block in blocks] == [("A", "B"), ("A", "B", "C"), ("A", "D")]


def test_a_table_after_a_heading_or_a_gap_has_columns_of_its_own() -> None:
    text = (
        "## One\n| A | Source |\n|---|---|\n| 1 | [2] |\n"
        "## Two\n| B | Source |\n|---|---|\n| 2 | [1][3] |\n\n"
        "| C | D |\n|---|---|\n| 3 | |"
    )
    assert [block.text for block in blocks_of(text)] == ["A: 1 [2].", "B: 2 [1][3].", "C: 3."]


def test_a_ragged_table_loses_no_cell() -> None:
    assert kinds("| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| | 5 |\n") == [
        ("row", "A: 1; B: 2; 3."),
        ("row", "B: 5."),
    ]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Call** [the line](https://a.example/x_(y)) `now`", "Call the line now"),
        (r"\# no heading, 5 \* 3", "# no heading, 5 * 3"),
        ("non\u00a0breaking  spaces", "non breaking spaces"),
        ("a_snake_name and 2 * 3 * 4", "a_snake_name and 2 * 3 * 4"),
    ],
)
def test_marks_are_taken_away_and_nothing_else(marked: str, words: str) -> None:
    assert plain(marked) == words
