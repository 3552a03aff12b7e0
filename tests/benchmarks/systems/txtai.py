"""txtai's embeddings index over paragraphs, its cut for retrieval; 'hybrid' is its own option.

The texts are kept beside the index, as in its introduction: its content database leaves the locking of
threads to the caller, and fails when sixteen ask at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from txtai import Embeddings

from tests.benchmarks.systems.system import Asked, Found, Text

INDEX, PIECES = "index", "pieces.json"


class System:
    def __init__(self, mode: str, model: Path) -> None:
        self._settings = {"path": str(model), "hybrid": mode == "hybrid"}
        self._embeddings: Any = None
        self._pieces: list[list[str]] = []

    def build(self, documents: Sequence[Text], folder: Path) -> None:
        pieces = [(each.id, piece) for each in documents for piece in _paragraphs(each.text)]
        embeddings = Embeddings(**self._settings)
        embeddings.index((number, piece, None) for number, (_, piece) in enumerate(pieces))
        embeddings.save(str(folder / INDEX))
        (folder / PIECES).write_text(json.dumps(pieces), encoding="utf-8")

    def open(self, folder: Path) -> None:
        self._embeddings = Embeddings()
        self._embeddings.load(str(folder / INDEX))
        self._pieces = json.loads((folder / PIECES).read_text(encoding="utf-8"))

    def search(self, question: Asked, limit: int) -> list[Found]:
        found = self._embeddings.search(question.text, limit)
        return [Found(*self._pieces[int(number)]) for number, _ in found]


def _paragraphs(text: str) -> list[str]:
    """What its Textractor with `paragraphs=True` does to plain text."""
    return [piece.strip() for piece in re.split(r"\n{2,}", text) if piece.strip()]
