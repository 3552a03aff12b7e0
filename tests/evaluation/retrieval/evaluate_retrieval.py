"""How well our own index finds the sections that answer: figures and misses.

    python -m tests.evaluation.retrieval.evaluate_retrieval [--half HALF] [--home FOLDER] [--misses N]

Without `--home` an index is built in a temporary folder (some minutes). Only the tuned half shows its misses
unless asked, so that nobody tunes to the other by reading them.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.retrieval.library import load_documents
from tests.evaluation.retrieval.metrics import ndcg
from tests.evaluation.retrieval.questions import HALVES, Question, load_questions
from tests.evaluation.retrieval.scoring import Piece, Scorer, by_kind

if TYPE_CHECKING:
    from knowledge.documents.index import DocumentIndex

# Enough passages to fold into ten documents.
RANKED = 50

Search = Callable[[Question], list[Piece]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES, default="tuned")
    parser.add_argument("--home", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    scorer = Scorer(load_documents())
    questions = load_questions(options.half)
    with tempfile.TemporaryDirectory() as temporary:
        search = searcher(open_index(options.home or Path(temporary)))
        rankings = [search(question) for question in questions]
    for kind, figures in by_kind(scorer, questions, rankings).items():
        print(kind, figures)
    for line in misses(scorer, questions, rankings)[: options.misses]:
        print(line)


def open_index(home: Path) -> DocumentIndex:
    """The index in `home`, built first where it is missing or outdated."""
    from knowledge.database import database_url, migrate, open_database
    from knowledge.documents.index import DocumentIndex

    engine = open_database(database_url(home, ""))
    migrate(engine)
    return DocumentIndex.open(home, engine)


def searcher(index: DocumentIndex) -> Search:
    """Asks with nothing but the question, as the peers are asked."""

    def search(question: Question) -> list[Piece]:
        found = index.search(question.text, at=datetime.now(UTC).date(), limit=RANKED)
        return [
            Piece(each.passage.document_id, f"{each.passage.heading}\n{each.passage.text}") for each in found
        ]

    return search


def misses(scorer: Scorer, questions: Sequence[Question], rankings: Sequence[Sequence[Piece]]) -> list[str]:
    """The questions worst answered first: nDCG@10 over sections, what was wanted, what came instead."""
    rows = []
    for question, ranking in zip(questions, rankings, strict=True):
        value = ndcg(scorer.section_places(ranking), scorer.right_sections(question))
        came = [f"{piece.document}#{piece.text.partition(chr(10))[0]}" for piece in ranking[:5]]
        wanted = ["#".join(passage) for passage in question.passages]
        rows.append((value, f"{value:.2f} {question.text}\n   wanted {wanted}\n   came   {came}"))
    return [text for _, text in sorted(rows)]


if __name__ == "__main__":
    main()
