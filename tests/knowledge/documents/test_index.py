"""The index from end to end: opening, gates, changes, versions, citations."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.documents.document import Document
from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.index import DocumentIndex
from knowledge.documents.keeping.vectors import PREFIX, VectorStore, our_collections
from knowledge.documents.searching.ranking import EVIDENCE_FROM
from knowledge.documents.vector_types import Vectors
from knowledge.errors import NotFound, Unavailable
from tests.knowledge.documents.conftest import LIBRARY, TODAY, engine_in


def ids(index: DocumentIndex, query: str, **gates: object) -> list[str]:
    gates.setdefault("at", TODAY)
    return [found.passage.document_id for found in index.search(query, **gates)]  # type: ignore[arg-type]


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_right_passage_comes_first_with_its_own_sources(shared_index: DocumentIndex) -> None:
    best = shared_index.search("my home zip code is not on the list", at=TODAY, language="en")[0]
    assert best.passage.heading == "Who can use it?"
    assert [source.url for source in best.passage.sources] == [
        "https://lantern.example/list",
        "https://lantern.example/about",
    ]
    assert "[2]" not in best.passage.text
    evidence = best.passage.evidence()
    assert evidence.id == best.passage.id
    assert evidence.checked == "2026-10-05"
    assert "Who can use it?" in evidence.title


def test_an_unconfirmed_paragraph_is_of_low_confidence(shared_index: DocumentIndex) -> None:
    best = shared_index.search("does lantern pay for hearing aids", at=TODAY, language="en")[0]
    assert best.passage.confidence == "low"


def test_what_stands_beside_a_passage_is_of_its_section_and_version(
    index: DocumentIndex, tmp_path: Path
) -> None:
    long = "Words about the pier that fill a passage until it is full. " * 9
    sections = "\n\n".join(f"## Part {number}\n{long}{number}a.\n\n{long}{number}b." for number in (1, 2))
    index.add([write(tmp_path, "pier.md", f"# Pier\n\n{sections}\n")])
    first = index.search("part 1 of the pier", at=TODAY, program=None)[0].passage
    beside = index.beside(first)
    assert [passage.heading for passage in beside] == [first.heading]
    assert beside[0].id != first.id


def test_law_of_another_state_is_never_a_candidate(shared_index: DocumentIndex) -> None:
    question = "how long is an early refill in texas after a storm"
    assert ids(shared_index, question, jurisdiction="TX")[0] == "texas-early-refills"
    assert "texas-early-refills" not in ids(shared_index, question, jurisdiction="FL", limit=50)
    assert "florida-early-refills" in ids(shared_index, question, jurisdiction=["FL", "TX"], limit=50)
    only_national = ids(shared_index, question, jurisdiction="US", limit=50)
    assert not {"texas-early-refills", "florida-early-refills"} & set(only_national)


def test_audience_and_program_are_gates(shared_index: DocumentIndex) -> None:
    question = "controlled medicine after a video visit"
    assert "video-visits" not in ids(shared_index, question, audience="evacuee", limit=50)
    assert ids(shared_index, question, audience="pharmacist")[0] == "video-visits"
    assert set(ids(shared_index, "medicine", program="HARBOR", limit=50)) == {"harbor-2026"}


@pytest.mark.parametrize(
    ("day", "current"),
    [(date(2026, 5, 31), "harbor-2025"), (date(2026, 6, 1), "harbor-2026")],
)
def test_what_supersedes_holds_from_its_day_on(shared_index: DocumentIndex, day: date, current: str) -> None:
    assert set(ids(shared_index, "how much does the harbor card pay", program="harbor", at=day)) == {current}


def test_an_expired_document_is_not_used(shared_index: DocumentIndex) -> None:
    question = "prescription after a video visit"
    assert "video-visits" in ids(shared_index, question, at=date(2026, 12, 31), limit=50)
    assert "video-visits" not in ids(shared_index, question, at=date(2027, 1, 1), limit=50)
    assert "video-visits" not in ids(shared_index, question, at=date(2025, 12, 31), limit=50)


def test_the_persons_language_where_there_is_a_twin_and_never_both(shared_index: DocumentIndex) -> None:
    found = ids(shared_index, "no tengo seguro, ¿quién paga mi medicina?", language="es", limit=50)
    assert found[0] == "lantern-who-qualifies-es"
    assert "lantern-who-qualifies" not in found
    assert "oxygen-at-home" in found
    assert "lantern-who-qualifies-es" not in ids(shared_index, "no insurance", language="en", limit=50)


def test_a_spanish_question_finds_an_english_passage_without_twin(shared_index: DocumentIndex) -> None:
    assert ids(shared_index, "se fue la luz y uso oxígeno", language="es")[0] == "oxygen-at-home"
    assert (
        ids(shared_index, "cómo guardo la insulina sin nevera", language="es")[0]
        == "insulin-without-a-fridge"
    )


def test_the_score_tells_evidence_from_none(shared_index: DocumentIndex) -> None:
    def best(question: str) -> float:
        return shared_index.search(question, at=TODAY)[0].score

    assert best("who can use the Lantern Program") > 0.5
    assert best("who won the world series in 1998") < EVIDENCE_FROM


def test_terms_known_to_be_meant_help(shared_index: DocumentIndex) -> None:
    vague = shared_index.search("can i keep using my pens", at=TODAY)[0]
    helped = shared_index.search("can i keep using my pens", at=TODAY, also=["insulin"])[0]
    assert helped.passage.document_id == "insulin-without-a-fridge"
    assert helped.score > vague.score


def test_a_question_goes_on_about_what_was_quoted(shared_index: DocumentIndex) -> None:
    """'Who can use it?' stands in several documents; the one that was quoted is meant."""
    for before in ("lantern fund for medicine", "insulin without a fridge"):
        quoted = shared_index.search(before, at=TODAY, language="en")[0].passage
        after = shared_index.search("what does it say", at=TODAY, language="en", after=quoted.id)[0]
        assert after.passage.document_id == quoted.document_id


def test_an_empty_question_finds_nothing(shared_index: DocumentIndex) -> None:
    assert shared_index.search("  ", at=TODAY) == []


def test_structured_look_ups_do_not_load_the_model(built_home: Path) -> None:
    engine = engine_in(built_home)
    untouched = SentenceEmbedder()
    index = DocumentIndex.open(built_home, engine, untouched, library=LIBRARY)
    assert index.key_points("pay.uninsured", at=TODAY)
    assert index.search("lantern list", at=TODAY, words_only=True)
    assert index.documents()
    assert not untouched.is_loaded
    engine.dispose()


def test_adding_replacing_and_withdrawing(index: DocumentIndex, tmp_path: Path) -> None:
    file = write(
        tmp_path, "ferry.txt", "The ferry pharmacy\n\nThe ferry pharmacy sails on Mondays from pier 4.\n"
    )
    first = index.add([file])
    assert [(change.document_id, change.outcome) for change in first.changes] == [("ferry", "added")]
    cited = index.search("when does the ferry pharmacy sail", at=TODAY)[0].passage
    assert cited.document_id == "ferry"
    assert cited.sources[0].title.startswith("added by the operator on ")
    assert index.add([file]).changes[0].outcome == "unchanged"

    write(tmp_path, "ferry.txt", "The ferry pharmacy\n\nThe ferry pharmacy sails on Fridays from pier 9.\n")
    assert index.add([file]).changes[0].outcome == "replaced"
    assert "Fridays" in index.search("when does the ferry pharmacy sail", at=TODAY)[0].passage.text
    old = index.evidence(cited.id)
    assert old is not None
    assert "Mondays" in old.quote
    assert old.holds_until

    index.remove("ferry")
    assert "ferry" not in ids(index, "when does the ferry pharmacy sail", limit=50)
    with pytest.raises(NotFound):
        index.get("ferry")
    with pytest.raises(NotFound):
        index.remove("ferry")


def test_a_file_without_an_id_never_replaces_a_built_in_document(
    index: DocumentIndex, tmp_path: Path
) -> None:
    file = write(tmp_path, "oxygen-at-home.txt", "Oxygen at home\n\nOur own leaflet about oxygen.\n")
    assert [change.document_id for change in index.add([file]).changes] == ["added-oxygen-at-home"]
    assert "backup tank" in index.get("oxygen-at-home").text


def test_what_an_operator_decided_survives_a_refresh(index: DocumentIndex, tmp_path: Path) -> None:
    text = (
        (LIBRARY / "en" / "oxygen-at-home.md")
        .read_text(encoding="utf-8")
        .replace("backup tank", "spare tank")
    )
    index.add([write(tmp_path, "own.md", text)])
    index.remove("insulin-without-a-fridge")
    index.refresh()
    assert "spare tank" in index.get("oxygen-at-home").text
    with pytest.raises(NotFound):
        index.get("insulin-without-a-fridge")


def test_a_later_version_leaves_the_earlier_one_until_its_day(index: DocumentIndex, tmp_path: Path) -> None:
    text = (LIBRARY / "en" / "harbor-2026.md").read_text(encoding="utf-8")
    later = text.replace("effective: 2026-06-01", "effective: 2027-01-01").replace("$350", "$400")
    index.add([write(tmp_path, "harbor.md", later)])
    question = "how much does the harbor card pay"

    def amount(day: date) -> str:
        return index.search(question, at=day, program="harbor")[0].passage.text

    assert "$350" in amount(date(2026, 12, 31))
    assert "$400" in amount(date(2027, 1, 1))


def test_a_translation_of_what_an_operator_replaced_is_not_used(index: DocumentIndex, tmp_path: Path) -> None:
    text = (LIBRARY / "en" / "lantern-who-qualifies.md").read_text(encoding="utf-8")
    index.add([write(tmp_path, "lantern.md", text.replace("up to 30 days", "up to 10 days"))])
    found = ids(index, "¿quién puede usar Lantern?", language="es", limit=50)
    assert "lantern-who-qualifies" in found
    assert "lantern-who-qualifies-es" not in found
    assert index.facts().translations_behind == ("lantern-who-qualifies-es",)


def test_an_expiry_can_be_set(index: DocumentIndex) -> None:
    index.set_expiry("oxygen-at-home", date(2026, 11, 24))
    assert "oxygen-at-home" not in ids(index, "oxygen concentrator", limit=50)
    assert "oxygen-at-home" in ids(index, "oxygen concentrator", at=date(2026, 11, 24), limit=50)
    index.refresh()
    assert index.get("oxygen-at-home").expires == date(2026, 11, 24)
    assert "oxygen-at-home" in index.facts().not_in_use


def test_a_refused_file_adds_nothing_and_stops_no_other(index: DocumentIndex, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    write(folder, "good.md", "# Pier clinic\n\nThe pier clinic opens at noon.\n")
    write(folder, "broken.md", "---\ntitle: Broken\nexpires: soon\n---\nText.\n")
    report = index.add([folder])
    assert [change.document_id for change in report.changes] == ["good"]
    assert [refusal.file.name for refusal in report.refused] == ["broken.md"]
    assert "line 3" in report.refused[0].message
    assert "expires" in report.refused[0].message


def test_another_process_notices_a_new_version(
    index: DocumentIndex,
    home: Path,
    embedder: SentenceEmbedder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("knowledge.documents.searching.served_snapshot.CHECK_SECONDS", 0.0)
    engine = engine_in(home)
    other = DocumentIndex.open(home, engine, embedder, library=LIBRARY, build=False)
    assert "kite" not in ids(other, "kite courier", limit=50)
    index.add([write(tmp_path, "kite.txt", "Kite courier\n\nThe kite courier brings medicine by air.\n")])
    assert ids(other, "kite courier")[0] == "kite"
    engine.dispose()


def test_an_unchanged_passage_is_not_embedded_again(
    index: DocumentIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embedder: SentenceEmbedder
) -> None:
    embedded: list[str] = []
    real = embedder.embed_passages

    def counted(texts: Sequence[str]) -> Vectors:
        embedded.extend(texts)
        return real(texts)

    monkeypatch.setattr(embedder, "embed_passages", counted)
    index.reindex()
    assert embedded == []
    index.add([write(tmp_path, "kite.txt", "Kite courier\n\nThe kite courier brings medicine by air.\n")])
    assert len(embedded) == 1


def test_a_build_killed_before_the_switch_leaves_the_old_index(
    index: DocumentIndex, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("knowledge.documents.keeping.builder.switch_pointer", killed)
        with pytest.raises(KeyboardInterrupt):
            index.remove("oxygen-at-home")
    assert ids(index, "oxygen concentrator backup tank")[0] == "oxygen-at-home"
    index.reindex()
    index.reindex()
    with VectorStore(home).client() as client:
        # The served collection and the one before it; the killed build's is gone.
        assert len(our_collections(client)) == 2
    assert ids(index, "oxygen concentrator backup tank")[0] == "oxygen-at-home"


def test_a_lost_vector_store_is_built_again(home: Path, engine: Engine, embedder: SentenceEmbedder) -> None:
    with VectorStore(home).client() as client:
        for name in our_collections(client):
            client.delete_collection(name)
    index = DocumentIndex.open(home, engine, embedder, library=LIBRARY)
    assert ids(index, "oxygen concentrator backup tank")[0] == "oxygen-at-home"
    shutil.rmtree(home / "chroma")
    again = DocumentIndex.open(home, engine, embedder, library=LIBRARY)
    assert ids(again, "oxygen concentrator backup tank")[0] == "oxygen-at-home"


def test_a_second_start_reads_nothing_but_the_note(
    built_home: Path, monkeypatch: pytest.MonkeyPatch, embedder: SentenceEmbedder
) -> None:
    def unexpected(_folder: Path) -> list[Document]:
        raise AssertionError("the library was read again")

    monkeypatch.setattr("knowledge.documents.index.load_library", unexpected)
    engine = engine_in(built_home)
    assert DocumentIndex.open(built_home, engine, embedder, library=LIBRARY).documents()
    engine.dispose()


def test_a_changed_library_is_noticed_at_the_next_start(
    home: Path, engine: Engine, embedder: SentenceEmbedder, tmp_path: Path
) -> None:
    library = Path(shutil.copytree(LIBRARY, tmp_path / "library"))
    (library / "en" / "oxygen-at-home.md").unlink()
    file = library / "en" / "insulin-without-a-fridge.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("frozen insulin", "icy insulin"), encoding="utf-8"
    )
    index = DocumentIndex.open(home, engine, embedder, library=library)
    assert "icy insulin" in index.get("insulin-without-a-fridge").text
    assert "oxygen-at-home" in index.facts().withdrawn


def test_a_missing_index_says_what_to_do(tmp_path: Path, embedder: SentenceEmbedder) -> None:
    engine = engine_in(tmp_path)
    index = DocumentIndex.open(tmp_path, engine, embedder, library=LIBRARY, build=False)
    with pytest.raises(Unavailable, match="tideover documents reindex"):
        index.search("anything", at=TODAY)
    engine.dispose()


def test_searching_from_many_threads_while_the_index_changes(index: DocumentIndex, tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def search() -> None:
        try:
            for number in range(20):
                assert index.search(f"oxygen concentrator power {number}", at=TODAY)
        except BaseException as failed:
            failures.append(failed)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    index.add([write(tmp_path, "kite.txt", "Kite courier\n\nThe kite courier brings medicine by air.\n")])
    for thread in threads:
        thread.join()
    assert failures == []


def test_serving_matrix_and_chroma_give_the_same_order(
    shared_index: DocumentIndex, built_home: Path, embedder: SentenceEmbedder
) -> None:
    """What is served from memory is what the durable store would answer."""
    from langchain_chroma import Chroma

    from knowledge.documents.embedding import as_langchain

    snapshot = shared_index._served.current()
    with VectorStore(built_home).client() as client:
        store = Chroma(
            client=client,
            collection_name=snapshot.pointer.collection,
            embedding_function=as_langchain(embedder),
        )
        assert snapshot.pointer.collection.startswith(PREFIX)
        for question in ("no insurance who pays", "frozen insulin", "early refill after a storm"):
            theirs = store.similarity_search_with_score(question, k=len(snapshot.passages))
            cosines = snapshot.matrix @ embedder.embed_query(question)
            ours = sorted(zip(cosines, snapshot.passages, strict=True), key=lambda pair: -pair[0])
            assert [document.id for document, _ in theirs] == [passage.id for _, passage in ours]
            for (_, distance), (cosine, _) in zip(theirs, ours, strict=True):
                assert 1 - distance == pytest.approx(float(cosine), abs=1e-3)
