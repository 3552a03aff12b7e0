"""Files and folders: what is read, what is refused and with which sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.documents.loading import files, readers
from knowledge.documents.loading.files import load_paths


def refusal(file: Path) -> str:
    loaded = load_paths([file])
    assert loaded.documents == ()
    return loaded.refused[0].message


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "empty.txt is empty."),
        ("blank.txt", b" \n\n ", "blank.txt holds no text."),
        ("tool.bin", b"MZ\x00\x01", "tool.bin is of a type that is not read; readable are Markdown"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x01", "photo.txt is binary, not text."),
        ("controls.txt", b"\x01\x02\x03\x04words", "controls.txt is binary, not text."),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old.doc is encrypted or an old Word file"),
        ("fake.pdf", b"not a pdf at all", "fake.pdf is not a PDF, though its name says so."),
        (
            "torn.pdf",
            b"%PDF-1.7\nnothing else",
            "torn.pdf is not a readable PDF: it is damaged or unfinished.",
        ),
        (
            "fake.docx",
            b"PK\x03\x04 torn",
            "fake.docx is not a readable DOCX: it is damaged or of another type.",
        ),
        ("script.html", b"<html><script>1</script></html>", "script.html holds no readable text"),
        ("¿¡.txt", b"Some words.", "¿¡.txt has a name without letters or digits"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert sentence in refusal(file)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "gone.txt does not exist."


def test_an_oversized_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 1024 * 1024)
    file = tmp_path / "big.txt"
    file.write_bytes(b"x" * (1024 * 1024 * 2))
    assert refusal(file) == "big.txt has 2 MB; at most 1 MB are read: add it in parts."


def test_too_much_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_TEXT_CHARACTERS", 100)
    file = tmp_path / "long.txt"
    file.write_text("word " * 50)
    assert "holds more than 100 characters of text" in refusal(file)


@pytest.mark.parametrize(
    "data",
    ["Título\n\nEl número está aquí.".encode("latin-1"), "Título\n\nEl número está aquí.".encode("utf-16")],
)
def test_older_encodings_are_read(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "es.txt"
    file.write_bytes(data)
    document = load_paths([file]).documents[0].document
    assert document.title == "Título"
    assert "número está" in document.text
    assert document.language == "es"


def test_a_folder_is_read_whole_and_files_of_one_name_stay_apart(tmp_path: Path) -> None:
    for folder, words in (("north", "The north desk."), ("south", "The south desk.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "desk.txt").write_text(f"Desk\n\n{words}\n")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "secret.txt").write_text("Secret\n\nNot for reading.\n")
    (tmp_path / "notes.xyz").write_text("unknown")
    loaded = load_paths([tmp_path])
    assert {named.document.id for named in loaded.documents} == {"desk", "south-desk"}
    assert [refused.file.name for refused in loaded.refused] == ["notes.xyz"]


def test_two_files_with_the_same_given_id_are_not_merged(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("---\nid: desk\ntitle: Desk\n---\nWords.\n")
    loaded = load_paths([tmp_path])
    assert len(loaded.documents) == 1
    assert loaded.refused[0].message == "b.md has the same id (desk) as a.md."


def test_the_same_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "desk.txt"
    file.write_text("Desk\n\nWords.\n")
    assert len(load_paths([file, tmp_path]).documents) == 1


def test_a_file_that_says_no_state_is_shown_to_everybody_and_that_is_said(tmp_path: Path) -> None:
    file = tmp_path / "bulletin.txt"
    file.write_text("The Medicaid agency lifts the refill limit.")
    loaded = load_paths([file])
    assert loaded.documents[0].document.jurisdiction == ("US",)
    assert "says no state" in loaded.notes[0]
    loaded = load_paths([file], ["AL"])
    assert loaded.documents[0].document.jurisdiction == ("AL",)
    assert loaded.notes == ()


def test_where_a_file_itself_says_that_it_holds_goes_first(tmp_path: Path) -> None:
    file = tmp_path / "bulletin.md"
    file.write_text("---\njurisdiction: [OR]\n---\nThe refill limit is lifted.")
    assert load_paths([file], ["AL"]).documents[0].document.jurisdiction == ("OR",)


def test_a_state_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bulletin.txt"
    file.write_text("The refill limit is lifted.")
    loaded = load_paths([file], ["XX"])
    assert "jurisdiction" in loaded.refused[0].message
