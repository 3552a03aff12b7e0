"""Passages: their size, their place, their sources, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.cutting.chunking import (
    MAX_PIECES,
    embedding_text,
    passages_of,
    word_pieces,
)
from knowledge.documents.document import Document, Source
from knowledge.documents.loading.files import load_library
from knowledge.documents.model.weights import bundled_folder
from tests.knowledge.documents.conftest import LIBRARY

SOURCES = (Source("https://a.example", "A", "2026-01-01"), Source("https://b.example", "B", "2026-02-02"))


def document(text: str, **changes: object) -> Document:
    return Document(id="doc", title="Title", text=text, sources=SOURCES, numbered_sources=True, **changes)  # type: ignore[arg-type]


def texts(text: str) -> list[str]:
    return [passage.text for passage in passages_of(document(text)) if passage.kind == "text"]


def test_a_passage_knows_its_headings_and_its_own_sources() -> None:
    first, second = passages_of(document("# Title\n## One\nA fact. [2]\n### Deep\nAnother fact. [1][2]\n"))
    assert (first.heading, first.text, first.sources) == ("One", "A fact.", SOURCES[1:])
    assert (second.heading, second.sources) == ("One / Deep", SOURCES)


def test_a_paragraph_without_a_marker_rests_on_all_sources() -> None:
    assert passages_of(document("An introduction.\n"))[0].sources == SOURCES


def test_a_marker_of_no_source_is_left_out() -> None:
    assert passages_of(document("A fact. [9]\n"))[0].sources == SOURCES


def test_brackets_stay_where_no_sources_are_numbered() -> None:
    plain = Document(id="doc", title="Title", text="See note [1].\n", sources=SOURCES[:1])
    assert passages_of(plain)[0].text == "See note [1]."


def test_a_list_stays_with_the_sentence_that_announces_it() -> None:
    long = "\n".join(f"- item {number} {'word ' * 12}" for number in range(9))
    first = texts(f"Bring these things when you come to the counter {'please ' * 60}:\n\n{long}\n")[0]
    assert "- item 0" in first


def test_table_rows_carry_their_column_names() -> None:
    table = "| Plan | Days |\n|---|---|\n| Gold | 30 |\n| Silver | 10 |\n"
    assert texts(f"## Supply\n{table}") == ["Plan: Gold; Days: 30.\nPlan: Silver; Days: 10."]


def test_pages_are_counted_and_never_mixed() -> None:
    found = passages_of(document("First page.\n\f\nSecond page.\n\f\nThird page.\n"))
    assert [(passage.page, passage.text) for passage in found] == [
        (1, "First page."),
        (2, "Second page."),
        (3, "Third page."),
    ]


def test_key_points_are_passages_of_their_own() -> None:
    found = passages_of(document("## In short\n- One. [1]\n- Two. [2]\n\n## More\n- Three. [1]\n"))
    assert [passage.text for passage in found if passage.kind == "key_point"] == ["One.", "Two."]
    assert found[0].text == "- One.\n- Two."


def test_ids_stay_while_the_words_stay_and_change_with_them() -> None:
    def last_id(text: str) -> str:
        return passages_of(document(text))[-1].id

    one = last_id("## H\nA fact. [1]\n")
    assert one == last_id("Intro.\n\n## H\nA  fact. [2]\n")
    assert one != last_id("## H\nAnother fact. [1]\n")
    assert one.startswith("document.doc.")


def test_the_same_words_twice_are_one_passage() -> None:
    assert len({passage.id for passage in passages_of(document("## H\nSame.\n\n# X\n## H\nSame.\n"))}) == 2
    assert len(passages_of(document("## H\nSame.\n\n## Other\nWords.\n\n## H\nSame.\n"))) == 2


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentences = [
        f"Pharmacist {n} may give a short supply when nobody can reach the doctor." for n in range(40)
    ]
    pieces = texts(" ".join(sentences))
    assert len(pieces) > 2
    assert all(piece.endswith(".") for piece in pieces)
    assert " ".join(pieces) == " ".join(sentences)


@pytest.mark.parametrize("text", ["unbroken" * 400, "word " * 900, "Wörter, " * 500])
def test_no_passage_is_longer_than_the_model_reads(text: str) -> None:
    assert all(word_pieces(piece) < MAX_PIECES for piece in texts(text))


def test_the_estimate_of_word_pieces_is_near_the_models_own_count() -> None:
    from tokenizers import Tokenizer

    own = Tokenizer.from_file(str(bundled_folder() / "tokenizer.json"))
    own.no_padding()
    own.no_truncation()
    for held in load_library(LIBRARY):
        for passage in passages_of(held):
            real = len(own.encode(embedding_text(passage)).ids)
            assert real <= MAX_PIECES
            assert word_pieces(embedding_text(passage), passage.language) > 0.7 * real


@given(
    st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\f"), max_size=60), max_size=12
    )
)
def test_any_text_is_cut_without_losing_a_word(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    plain = Document(id="doc", title="Title", text=text)
    kept = " ".join(f"{passage.heading} {passage.text}" for passage in passages_of(plain))
    words = [word for word in text.split() if word.isalnum() and word.isascii() and len(word) > 3]
    assert all(word in kept for word in words)
