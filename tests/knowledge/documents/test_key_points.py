"""The exact look-up of 'In short' lines."""

from __future__ import annotations

from knowledge.documents.index import DocumentIndex
from tests.knowledge.documents.conftest import TODAY


def test_lines_come_word_for_word_in_order_with_their_own_source(shared_index: DocumentIndex) -> None:
    points = shared_index.key_points("pay.uninsured", at=TODAY, audience="evacuee", jurisdiction="FL")
    assert [point.text for point in points] == [
        "Lantern can pay for your medicine if you have no health insurance.",
        "It works only when your home area is on its list.",
        "Call 1-800-555-0142 to sign up.",
    ]
    assert points[1].passage.sources[0].url == "https://lantern.example/list"
    assert not points[0].fell_back
    resolved = shared_index.evidence(points[1].passage.id)
    assert resolved is not None
    assert resolved.quote == points[1].text


def test_in_the_persons_language_where_there_is_a_twin(shared_index: DocumentIndex) -> None:
    points = shared_index.key_points("pay.uninsured", at=TODAY, language="es")
    assert points[0].text.startswith("Lantern puede pagar")
    assert not any(point.fell_back for point in points)


def test_english_where_there_is_none_and_it_says_so(shared_index: DocumentIndex) -> None:
    points = shared_index.key_points("oxygen", at=TODAY, language="es")
    assert [point.fell_back for point in points] == [True]


def test_gates_hold_for_key_points_too(shared_index: DocumentIndex) -> None:
    def documents(jurisdiction: str) -> set[str]:
        points = shared_index.key_points("transfer", at=TODAY, jurisdiction=jurisdiction)
        return {point.passage.document_id for point in points}

    assert documents("FL") == {"florida-early-refills"}
    assert documents("US") == set()
    assert shared_index.key_points("telehealth", at=TODAY, audience="evacuee") == ()
    assert shared_index.key_points("no.such.topic", at=TODAY) == ()
