"""How good the search is on the development questions, and the constants that fit its scores to them.

Run after the library or the ranking has changed:  python -m tests.knowledge.documents.fit_scores DATA_FOLDER
The questions were written from the documents, by topic; none of them is a test question of a suite.
"""

from __future__ import annotations

import csv
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.index import DocumentIndex
from knowledge.documents.searching.gates import gate
from knowledge.documents.searching.query import understood
from knowledge.documents.searching.ranking import EVIDENCE_FROM, SLOPE, best_rows, chances
from knowledge.documents.searching.scoring import cosines_of, shares_of
from knowledge.documents.searching.snapshot import Snapshot
from knowledge.documents.vector_types import Mask, Vectors
from tests.knowledge.documents.conftest import engine_in

HERE = Path(__file__).parent
TODAY = datetime.now(UTC).date()
# The ten best passages of each question are labelled; further down almost none answers.
LABELLED = 10


def main(home: Path) -> None:
    engine = engine_in(home)
    embedder = SentenceEmbedder()
    index = DocumentIndex.open(home, engine, embedder)
    index.warm()
    snapshot = index._served.current()
    both: list[tuple[float, bool]] = []
    words: list[tuple[float, bool]] = []
    ranks: list[int] = []
    best_of_unanswerable: list[float] = []
    for row in _rows("development_questions.csv") + _rows("development_unanswerable.csv"):
        query = understood(row["question"], row["language"], (), snapshot.speller)
        shares = shares_of(snapshot, query)
        cosines = cosines_of(snapshot, query, embedder)
        allowed = snapshot.gates.open_for(
            gate(TODAY, row["audience"], row.get("jurisdiction") or "US", None, row["language"])
        )
        answers = _answers(snapshot, row)
        ranks += _labelled(chances(cosines, shares, allowed), allowed, answers, both, "documents" in row)
        _labelled(chances(None, shares, allowed), allowed, answers, words, False)
        if "documents" not in row:
            best_of_unanswerable.append(float(chances(cosines, shares, allowed)[allowed].max()))
    _report(ranks, both, words, best_of_unanswerable)
    engine.dispose()


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _answers(snapshot: Snapshot, row: dict[str, str]) -> Mask:
    """The passages of the named documents (or their twins) that hold the answer's words."""
    wanted = set(row.get("documents", "").split("|"))
    form = re.compile(row.get("answer", ""), re.IGNORECASE)
    return np.array(
        [
            passage.document_id.removesuffix("-es") in wanted
            and (passage.language != "en" or bool(form.search(f"{passage.heading} {passage.text}")))
            for passage in snapshot.passages
        ]
    )


def _labelled(
    scores: Vectors, allowed: Mask, answers: Mask, into: list[tuple[float, bool]], ranked: bool
) -> list[int]:
    """Collect (logit, answers) of the best passages; the rank of the first right one, or none."""
    rows = best_rows(scores, allowed, 50)
    into += [(float(np.log(scores[row] / (1 - scores[row]))), bool(answers[row])) for row in rows[:LABELLED]]
    right = np.flatnonzero(answers[rows])
    return [int(right[0]) + 1 if len(right) else 0] if ranked else []


def _report(
    ranks: list[int], both: list[tuple[float, bool]], words: list[tuple[float, bool]], worst: list[float]
) -> None:
    found = np.array(ranks)
    print(f"questions {len(found)}, MRR {np.mean([1 / rank if rank else 0 for rank in ranks]):.3f}")
    for depth in (1, 3, 5):
        print(f"a right passage among the first {depth}: {np.mean((found > 0) & (found <= depth)):.3f}")
    reached = np.mean(np.array(worst) >= EVIDENCE_FROM)
    print(f"unanswerable questions whose best passage reaches {EVIDENCE_FROM}: {reached:.3f}")
    for name, labelled in (("both", both), ("words only", words)):
        constant, slope = _logistic(labelled)
        print(f"{name}: logit = {constant:+.2f} {slope:+.2f} * logit now (0 and 1 when the constants fit)")
    print(f"the slope in use is {SLOPE}")


def _logistic(labelled: list[tuple[float, bool]]) -> tuple[float, float]:
    """Constant and slope of the logistic curve through the labels, by Newton's method."""
    x = np.array([[1.0, logit] for logit, _ in labelled])
    y = np.array([float(label) for _, label in labelled])
    beta = np.zeros(2)
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ beta))
        beta += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]), x.T @ (y - p))
    return float(beta[0]), float(beta[1])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
