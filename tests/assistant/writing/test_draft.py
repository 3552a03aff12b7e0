"""Numbering of evidence, and documents' own source numbers kept out of the answer."""

from assistant.writing.draft import CitationBook, Draft, without_source_numbers
from knowledge.evidence import Evidence


def evidence(name: str) -> Evidence:
    return Evidence(id=f"rule.{name}", kind="rule", title=name, quote=f"{name} says so. [1][2]")


def test_evidence_is_numbered_in_the_order_of_its_first_use() -> None:
    book = CitationBook()
    draft = Draft("rule", "Rule")
    draft.add("First.", evidence("b"))
    draft.add("Second.", evidence("a"), evidence("b"))
    section = book.section(draft)
    assert section.text == "- First. [1]\n- Second. [2][1]"
    assert section.citations == (1, 2)
    assert [(c.number, c.id) for c in book.citations()] == [(1, "rule.b"), (2, "rule.a")]


def test_the_same_line_is_written_once() -> None:
    draft = Draft("rule", "Rule")
    draft.add("Same.", evidence("a"))
    draft.add("Same.", evidence("b"))
    assert len(draft.lines) == 1


def test_a_documents_own_source_numbers_do_not_mix_with_the_answers() -> None:
    assert without_source_numbers("It is free. [1][2] Call first. [3]") == "It is free. Call first."
