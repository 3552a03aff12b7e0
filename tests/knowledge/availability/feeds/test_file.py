"""Opening feeds: encodings, separators, headers, rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.availability.feeds.file import FeedRow, open_feed
from knowledge.errors import BadInput

KNOWN = ("a", "b", "c")


def rows(path: Path, content: str | bytes) -> list[FeedRow]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with open_feed(path, KNOWN, ("a",)) as feed:
        return list(feed.rows)


def test_rows_carry_the_line_they_begin_in(tmp_path: Path) -> None:
    found = rows(tmp_path / "f.csv", 'a,b,c\n1,"x\ny",2\n\n3,4,5\n')
    assert found == [FeedRow(2, ["1", "x\ny", "2"]), FeedRow(5, ["3", "4", "5"])]


def test_rows_are_fitted_to_the_header_where_nothing_is_lost(tmp_path: Path) -> None:
    found = rows(tmp_path / "f.csv", "a,b,c\n1\n1,2,3,,\n1,2,3,4\n,,\n")
    assert [row.fields for row in found[:2]] == [["1", "", ""], ["1", "2", "3"]]
    assert found[2].problem.startswith("has 4 fields, the header has 3")
    assert len(found) == 3


def test_an_open_quote_swallows_one_row_and_not_the_rest(tmp_path: Path) -> None:
    many = "".join(f'{n},2,"fine"\n' for n in range(5000))
    found = rows(tmp_path / "f.csv", f'a,b,c\n1,2,"open\n{many}')
    assert found[0].line == 2
    assert "cannot be read as CSV" in found[0].problem
    assert len(found) == 5001
    assert found[-1] == FeedRow(5002, ["4999", "2", "fine"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert rows(tmp_path / "f.csv", "a,b\nPeña,é\n".encode(encoding)) == [FeedRow(2, ["Peña", "é"])]


def test_a_code_page_far_down_the_file_is_noticed(tmp_path: Path) -> None:
    content = b"a,b\n" + b"plain,text\n" * 200_000 + "Peña,x\n".encode("cp1252")
    assert rows(tmp_path / "f.csv", content)[-1].fields == ["Peña", "x"]


def test_columns_in_any_order_and_spelling(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("C , extra,A\n1,2,3\n")
    with open_feed(path, KNOWN, ("a",)) as feed:
        assert feed.columns == {"c": 0, "a": 2}
        assert feed.warnings == (
            "the column 'C' was read as c",
            "the column 'extra' is not known and was left out",
            "the column 'A' was read as a",
        )


def test_a_header_without_a_needed_column(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="lacks a") as caught:
        rows(tmp_path / "f.csv", "b,c\n1,2\n")
    assert [(error.field, error.row) for error in caught.value.errors] == [("a", 1)]


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    file = tmp_path / "empty.csv"
    file.touch()
    with pytest.raises(BadInput, match="The file is empty"), open_feed(file, ("site_id",), ("site_id",)):
        pass
