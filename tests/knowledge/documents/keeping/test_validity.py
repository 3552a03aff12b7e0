"""From when until when versions hold."""

from __future__ import annotations

from datetime import UTC, date, datetime

from knowledge.documents.document import Document
from knowledge.documents.keeping.validity import HeldVersion, State, current_documents

NOW = datetime(2026, 11, 25, tzinfo=UTC)


def held(document_id: str, version: int = 1, state: State = "active", **changes: object) -> HeldVersion:
    document = Document(id=document_id, title=document_id, text="x", **changes)  # type: ignore[arg-type]
    return HeldVersion(document, version, state, sha256="", added_at=NOW)


def windows(*versions: HeldVersion) -> list[tuple[str, date | None, date | None]]:
    return [(d.id, d.effective, d.expires) for d in current_documents(versions)]


def test_a_correction_takes_the_place_of_the_older_version_at_once() -> None:
    assert windows(held("a", 1, "replaced"), held("a", 2)) == [("a", None, None)]


def test_a_version_with_a_day_leaves_the_older_one_until_the_day_before() -> None:
    new_year = date(2027, 1, 1)
    assert windows(held("a", 1, "replaced"), held("a", 2, effective=new_year)) == [
        ("a", None, date(2026, 12, 31)),
        ("a", new_year, None),
    ]


def test_a_correction_of_both_leaves_nothing_of_either() -> None:
    assert windows(
        held("a", 1, "replaced"), held("a", 2, "replaced", effective=date(2027, 1, 1)), held("a", 3)
    ) == [("a", None, None)]


def test_an_earlier_expiry_stays() -> None:
    end = date(2026, 3, 1)
    older = held("a", 1, "replaced", expires=end)
    assert windows(older, held("a", 2, effective=date(2027, 1, 1)))[0] == ("a", None, end)


def test_what_is_superseded_holds_until_the_day_before_and_its_translation_too() -> None:
    new = held("new", supersedes=("old",), effective=date(2026, 6, 1))
    found = windows(held("old"), held("old-es", translation_of="old"), new)
    assert found[:2] == [("old", None, date(2026, 5, 31)), ("old-es", None, date(2026, 5, 31))]


def test_superseded_by_a_document_without_a_day_is_never_current() -> None:
    assert windows(held("old"), held("new", supersedes=("old",))) == [("new", None, None)]


def test_a_withdrawn_document_supersedes_nothing() -> None:
    assert windows(held("old"), held("new", state="withdrawn", supersedes=("old",))) == [("old", None, None)]


def test_a_translation_goes_when_an_operator_replaces_its_original() -> None:
    twin = held("a-es", translation_of="a", origin="built-in")
    assert [name for name, _, _ in windows(held("a", origin="built-in"), twin)] == ["a", "a-es"]
    assert [name for name, _, _ in windows(held("a", 2, origin="operator"), twin)] == ["a"]
