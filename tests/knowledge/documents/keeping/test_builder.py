"""Real processes: killed in the middle of a build, and two writers at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import Engine

from knowledge.documents.cutting.chunking import passages_of
from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.index import DocumentIndex
from knowledge.documents.keeping import builder
from knowledge.documents.loading.files import load_library
from knowledge.errors import Conflict
from tests.knowledge.documents.conftest import LIBRARY, engine_in

# Builds a first index with passages embedded one by one, slowly, so that it can be killed in the middle.
FIRST_BUILD = """
import sys, time
from pathlib import Path
import numpy as np
from knowledge.documents.index import DocumentIndex
from knowledge.documents.keeping import builder
from tests.knowledge.documents.conftest import LIBRARY, engine_in

class Slow:
    model_id = "slow"
    def embed_passages(self, texts):
        time.sleep(0.03)
        print("embedded", flush=True)
        return np.ones((len(texts), 4), dtype=np.float32) / 2
    def embed_query(self, text):
        return np.ones(4, dtype=np.float32) / 2

builder.EMBEDDED_AT_ONCE = 1
home = Path(sys.argv[1])
DocumentIndex.open(home, engine_in(home), Slow(), library=LIBRARY)
print("done", flush=True)
"""
ROOT = Path(__file__).parents[4]


def first_build(home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", FIRST_BUILD, str(home)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_a_first_build_killed_in_the_middle_goes_on_at_the_next_start(tmp_path: Path) -> None:
    killed = first_build(tmp_path)
    assert killed.stdout is not None
    for _ in range(3):
        assert killed.stdout.readline() == "embedded\n"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    killed.stdout.close()

    after = first_build(tmp_path)
    lines = after.communicate(timeout=120)[0].split()
    assert after.returncode == 0
    assert lines[-1] == "done"
    searched = sum(
        passage.kind == "text" for document in load_library(LIBRARY) for passage in passages_of(document)
    )
    # What was embedded before the kill is not embedded again.
    assert lines.count("embedded") < searched


def test_a_second_writer_is_told_to_wait(
    index: DocumentIndex, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FileLock(home / "documents.lock"), pytest.raises(Conflict, match="Another process"):
        index._builder.publish(lambda _held, _hidden: builder.Planned(), wait_seconds=0.05, force=True)
    index.reindex()


def test_a_writer_who_was_overtaken_changes_nothing(
    index: DocumentIndex,
    home: Path,
    engine: Engine,
    embedder: SentenceEmbedder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On another machine the lock is another one: the pointer itself decides."""
    real_write = builder.IndexBuilder._write

    def overtaken(self: builder.IndexBuilder, *arguments: object) -> object:
        pointer = real_write(self, *arguments)  # type: ignore[arg-type]
        with engine.begin() as connection:
            connection.exec_driver_sql("UPDATE document_index SET version = version + 1")
        return pointer

    with monkeypatch.context() as patch:
        patch.setattr(builder.IndexBuilder, "_write", overtaken)
        with pytest.raises(Conflict, match="run the command again"):
            index.remove("oxygen-at-home")
    assert index.get("oxygen-at-home").id == "oxygen-at-home"


def test_two_starts_at_once_build_one_index(tmp_path: Path) -> None:
    engine_in(tmp_path).dispose()
    both = [first_build(tmp_path), first_build(tmp_path)]
    outputs = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted("embedded" in output for output in outputs) == [False, True]
