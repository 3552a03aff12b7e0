"""The questions that our index answers worst, and what can be said of why, as Markdown.

For whoever writes the account of a release. Choosing weights or words by the untouched half would touch it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.evaluation.retrieval.library import LibraryDocument
from tests.evaluation.retrieval.metrics import NDCG_AT, ndcg
from tests.evaluation.retrieval.questions import Question
from tests.evaluation.retrieval.scoring import Piece, Place, Scorer

SHOWN, CAME_FIRST = 10, 3
# Shorter words say little of what is asked.
LONG_WORD = re.compile(r"[^\W\d]{5,}")


@dataclass(frozen=True, slots=True)
class Miss:
    """One question, its nDCG@10 over sections and the sections that came."""

    question: Question
    score: float
    came: Sequence[Piece]
    why: str


def worst_misses(
    documents: Mapping[str, LibraryDocument],
    questions: Sequence[Question],
    rankings: Sequence[Sequence[Piece]],
) -> list[Miss]:
    """The worst first."""
    scorer = Scorer(documents)
    found = [
        Miss(
            question,
            ndcg(scorer.section_places(ranking), scorer.right_sections(question)),
            ranking[:CAME_FIRST],
            why(scorer, documents, question, ranking),
        )
        for question, ranking in zip(questions, rankings, strict=True)
    ]
    return sorted(found, key=lambda miss: miss.score)[:SHOWN]


def why(
    scorer: Scorer, documents: Mapping[str, LibraryDocument], question: Question, ranking: Sequence[Piece]
) -> str:
    """How far down the right section and document came, and what the question has in common with it."""
    right = scorer.right_sections(question)
    section = _first(scorer.section_places(ranking), right)
    document = _first(scorer.document_places(ranking), scorer.right_documents(question))
    if section and section <= NDCG_AT:
        far = f"a right section came at place {section}, {len(right)} were wanted"
    elif section:
        far = f"the right section came at place {section} only"
    elif document:
        far = f"the right document came at place {document}, with other sections of it"
    else:
        far = f"nothing of the right document among the {len(ranking)} passages"
    asked, held = _words(question.text), _words(_wanted(documents, question))
    words = f"of its {len(asked)} longer words {len(asked & held)} stand in what was wanted"
    return "; ".join([far, words, *_form(question)])


def as_markdown(misses: Sequence[Miss]) -> str:
    blocks = [
        f"# The {len(misses)} worst misses of the untouched half",
        "Worst first, by nDCG@10 over sections. For reporting; nothing is chosen by them. The reasons are "
        "read from the rankings, not judged.",
    ]
    for number, miss in enumerate(misses, 1):
        wanted = ", ".join("#".join(passage) for passage in miss.question.passages)
        came = ", ".join(f"{piece.document}#{piece.text.partition(chr(10))[0]}" for piece in miss.came)
        blocks.append(
            f"{number}. **{miss.score:.2f}** “{miss.question.text}”\n"
            f"   - wanted: {wanted}\n   - came first: {came or 'nothing'}\n   - why: {miss.why}"
        )
    return "\n\n".join(blocks) + "\n"


def _first(places: Sequence[Place], right: Place) -> int:
    """The number of the first place that holds something right; 0 for none."""
    return next((number for number, place in enumerate(places, 1) if place & right), 0)


def _wanted(documents: Mapping[str, LibraryDocument], question: Question) -> str:
    """The right sections, in every language that they are written in."""
    wanted = dict.fromkeys(question.passages)
    texts = []
    for each in documents.values():
        original = documents[each.original]
        numbers = [n for n, (heading, _) in enumerate(original.sections) if (original.id, heading) in wanted]
        texts += [" ".join(each.sections[n]) for n in numbers if n < len(each.sections)]
    return " ".join(texts)


def _words(text: str) -> set[str]:
    return set(LONG_WORD.findall(text.lower()))


def _form(question: Question) -> list[str]:
    return [
        *(["asked in Spanish"] if question.language == "es" else []),
        *(["with typing errors"] if question.form == "typos" else []),
    ]
