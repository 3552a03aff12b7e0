"""The loaded model: sentence-transformers, with a lean pass for one text at a time. Imports torch."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

from knowledge.documents.model.lean_pass import LeanPass, lean_pass
from knowledge.documents.vector_types import Vectors
from knowledge.errors import Unavailable

# Texts in one pass where there is no lean one; longer batches fill two cores no better.
BATCH = 32


class SentenceModel:
    """Embeds passages and questions: through the lean pass where the model allows it."""

    def __init__(self, model: SentenceTransformer) -> None:
        self._model = model
        self._lean: LeanPass | None = lean_pass(model)
        # sentence-transformers changes its tokenizer's settings as it goes: one call at a time.
        self._encoding = threading.Lock()

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text.

        Several texts at once, each on one core: a pass that is spread over cores waits for the slowest of
        them, and on a machine with other work that makes a build five times longer.
        """
        if not texts:
            return np.zeros((0, self._model.get_embedding_dimension() or 0), dtype=np.float32)
        if self._lean:
            with ThreadPoolExecutor(os.cpu_count() or 1) as cores:
                return np.stack(list(cores.map(self._lean.embed, texts)))
        with self._encoding:
            rows = self._model.encode_document(
                list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(rows, dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        if self._lean:
            return self._lean.embed(text)
        with self._encoding:
            row = self._model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(row, dtype=np.float32)

    def own_vectors(self, texts: Sequence[str]) -> Vectors:
        """What sentence-transformers itself makes of the texts: the measure of the lean pass."""
        with self._encoding:
            rows = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)


def load_model(source: str, offline: bool) -> SentenceModel:
    """The model at `source`, a folder or (not `offline`) a name of the hub; raises Unavailable."""
    bars_were_on = transformers_logging.is_progress_bar_enabled()
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceModel(SentenceTransformer(source, device="cpu", local_files_only=offline))
    except (OSError, ValueError) as broken:
        raise Unavailable(
            f"The embedding model {source!r} cannot be loaded: set TIDEOVER_EMBEDDING_MODEL to one that is "
            "on this machine, or leave it unset to use the bundled one."
        ) from broken
    finally:
        if bars_were_on:
            transformers_logging.enable_progress_bar()  # type: ignore[no-untyped-call]
