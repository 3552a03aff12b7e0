"""What doctor tells about the documents."""

from __future__ import annotations

from datetime import date

from knowledge.documents.index import DocumentIndex


def test_counts_ages_and_what_needs_a_look(shared_index: DocumentIndex) -> None:
    facts = shared_index.facts()
    assert facts.documents == 9
    assert facts.by_language == {"en": 8, "es": 1}
    assert facts.by_program["lantern"] == 2
    assert facts.by_origin == {"built-in": 9}
    assert (facts.oldest_checked, facts.oldest_checked_document) == ("2025-05-01", "harbor-2025")
    assert facts.unconfirmed_passages == 2
    assert facts.unconfirmed_documents == ("lantern-who-qualifies", "lantern-who-qualifies-es")
    assert facts.needs_review == ("lantern-who-qualifies-es",)
    assert facts.conflicts == ()
    assert facts.index_version >= 1


def test_what_is_superseded_expired_or_withdrawn_is_listed(index: DocumentIndex) -> None:
    index.set_expiry("oxygen-at-home", date(2026, 1, 1))
    index.remove("lantern-who-qualifies")
    facts = index.facts()
    assert facts.not_in_use == ("harbor-2025", "oxygen-at-home")
    assert facts.withdrawn == ("lantern-who-qualifies", "lantern-who-qualifies-es")
