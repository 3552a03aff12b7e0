"""The loaded model: from sentence-transformers, through the lean pass where it allows one. Imports torch."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

from knowledge.documents.model.lean_pass import LeanPass, lean_pass
from knowledge.documents.vector_types import Vectors
from knowledge.errors import Unavailable

# Texts in one pass where there is no lean one; longer batches fill two cores no better.
BATCH = 32


class SentenceModel(Protocol):
    """Embeds passages and questions as vectors of length 1. Safe to use from several threads."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...

    def embed_query(self, text: str) -> Vectors: ...


class LeanModel:
    """Every text through the lean pass."""

    def __init__(self, lean: LeanPass, width: int) -> None:
        self._lean = lean
        self._width = width

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Several texts at once, each on one core.

        A pass that is spread over cores waits for the slowest of them: on a machine with other work that
        makes a build five times longer.
        """
        with ThreadPoolExecutor(os.cpu_count() or 1) as cores:
            rows = list(cores.map(self._lean.embed, texts))
        return np.array(rows, dtype=np.float32).reshape(len(texts), self._width)

    def embed_query(self, text: str) -> Vectors:
        return self._lean.embed(text)


class WholeModel:
    """Every text through sentence-transformers, with the prompts that the model asks for."""

    def __init__(self, model: SentenceTransformer) -> None:
        self._model = model
        # sentence-transformers changes its tokenizer's settings as it goes: one call at a time.
        self._encoding = threading.Lock()

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        with self._encoding:
            rows = self._model.encode_document(
                list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(rows, dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        with self._encoding:
            row = self._model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(row, dtype=np.float32)


def load_model(source: str, offline: bool) -> SentenceModel:
    """The model at `source`, a folder or (not `offline`) a name of the hub; raises Unavailable."""
    whole = load_whole(source, offline)
    lean = lean_pass(whole)
    if lean is None:
        return WholeModel(whole)
    width = whole.get_embedding_dimension() or 0
    # The whole model hangs together in cycles that only a collection frees (90 MB).
    del whole
    gc.collect()
    return LeanModel(lean, width)


def load_whole(source: str, offline: bool) -> SentenceTransformer:
    """The model as sentence-transformers loads it, without a progress bar on the terminal."""
    bars_were_on = transformers_logging.is_progress_bar_enabled()
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(source, device="cpu", local_files_only=offline)
    except (OSError, ValueError) as broken:
        raise Unavailable(
            f"The embedding model {source!r} cannot be loaded: set TIDEOVER_EMBEDDING_MODEL to one that is "
            "on this machine, or leave it unset to use the bundled one."
        ) from broken
    finally:
        if bars_were_on:
            transformers_logging.enable_progress_bar()  # type: ignore[no-untyped-call]
