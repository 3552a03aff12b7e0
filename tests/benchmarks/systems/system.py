"""What a compared system has to do, and the documents it gets. Standard library only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

# Systems by the name of their module, each with the ways it can be run.
SYSTEMS: dict[str, tuple[str, ...]] = {
    "tideover": ("default", "by document", "gated"),
    "langchain_chroma": ("dense", "hybrid"),
    "llama_index": ("dense", "hybrid"),
    "haystack": ("dense", "hybrid"),
    "txtai": ("dense", "hybrid"),
}
# What each needs beside our own packages, which it sees (see peer_environment.py).
PACKAGES: dict[str, tuple[str, ...]] = {
    "langchain_chroma": (
        "langchain-chroma>=1.1,<2",
        "langchain-huggingface>=1.2,<2",
        "langchain-text-splitters>=1.1,<2",
        "langchain-classic>=1,<2",
        "langchain-community>=0.4,<1",
        "rank-bm25>=0.2",
    ),
    "llama_index": (
        "llama-index-core>=0.14,<1",
        "llama-index-embeddings-huggingface>=0.8,<1",
        "llama-index-retrievers-bm25>=0.8,<1",
    ),
    "haystack": ("haystack-ai>=3,<4", "sentence-transformers-haystack>=2,<3"),
    "txtai": ("txtai>=9,<10",),
}


@dataclass(frozen=True, slots=True)
class Text:
    """One document as every system gets it: Markdown without front matter and source numbers."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question; only 'tideover, gated' makes use of what is known about who asks and where."""

    text: str
    language: str
    audience: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of text that a system returns, and the document that it was cut from."""

    document: str
    text: str


class System(Protocol):
    """Made with the mode and the path of the embedding model; used by one process."""

    def __init__(self, mode: str, model: Path) -> None: ...

    def build(self, documents: Sequence[Text], folder: Path) -> None:
        """Cut, embed and store the documents in `folder`."""

    def open(self, folder: Path) -> None:
        """Be ready to answer from what `build` left in `folder`."""

    def search(self, question: Asked, limit: int) -> list[Found]:
        """The best pieces, best first. Called from several threads."""
