"""Answers from prose: the sentences of the found passages that answer the question, word for word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.understanding.folding import fold, sentences
from assistant.writing.draft import Draft, without_source_numbers
from assistant.writing.marking import marked
from assistant.writing.words import Words
from knowledge.documents.document import Passage, ScoredPassage

# Below this the passage answers some other question (the index's score is a calibrated chance).
ENOUGH = 0.35
# A passage far behind the best one adds words, not an answer.
BESIDE_THE_BEST = 0.6
PASSAGES_QUOTED = 3
# A passage up to this long is quoted whole: cutting it would lose the condition beside the number.
WHOLE_PASSAGE_WORDS = 70
QUOTE_WORDS = 75
# The heading of the lines that sections quote one by one (see the documents' format).
SHORT_LIST_HEADINGS = ("In short", "En resumen")
_WORD = re.compile(r"[a-z0-9]+(?:[.,]\d+)*")
_STEM_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Quote:
    """Sentences of one passage, word for word."""

    text: str
    passage: Passage


def answer_section(plan: Plan, gathered: Gathered, words: Words) -> Draft | None:
    """What the documents say to the question, best passage first; None when none says enough."""
    draft = Draft("program", words.say("title-answer"))
    fresh = tuple(scored for scored in gathered.passages if not _quoted_already(scored, gathered))
    for quote in quotes(plan.request.message, fresh):
        draft.add(marked(quote.text, quote.passage, words), quote.passage.evidence())
    return draft if draft.lines else None


def _quoted_already(scored: ScoredPassage, gathered: Gathered) -> bool:
    """Whether the passage is the short list whose lines stand in another section of this answer."""
    shown = {point.passage.document_id for _, points in gathered.points for point in points}
    return scored.passage.heading in SHORT_LIST_HEADINGS and scored.passage.document_id in shown


def quotes(question: str, passages: tuple[ScoredPassage, ...]) -> list[Quote]:
    """The quotes worth showing for a question."""
    best = max((scored.score for scored in passages), default=0.0)
    worth = [p for p in passages if p.score >= ENOUGH and p.score >= BESIDE_THE_BEST * best]
    return [Quote(_quote(question, scored.passage), scored.passage) for scored in worth[:PASSAGES_QUOTED]]


def _quote(question: str, passage: Passage) -> str:
    """A heading asks what its passage answers ('Does it cover insulin? No.'), so it goes with the quote."""
    window = _best_window(question, passage.text)
    return f"**{passage.heading.strip()}** {window}" if passage.heading.rstrip().endswith("?") else window


def _best_window(question: str, passage: str) -> str:
    """The run of sentences, up to `QUOTE_WORDS`, that shares most with the question."""
    text = re.sub(r"\s*\n\s*", "\n", without_source_numbers(passage))
    if len(text.split()) <= WHOLE_PASSAGE_WORDS:
        return _flat(text)
    parts = [text[start:end].strip() for start, end in sentences(text)]
    asked = _stems(question)
    rarity = Counter(stem for part in parts for stem in _stems(part))
    wants_number = bool(
        re.search(r"\b(?:how (?:many|much|long|old)|cuant[oa]s?|when|cuando)\b", fold(question))
    )
    scores = [_score(part, asked, rarity, wants_number) for part in parts]
    return _flat(" ".join(_grow(parts, scores)))


def _score(part: str, asked: set[str], rarity: Counter[str], wants_number: bool) -> float:
    shared = sum(1.0 / rarity[stem] for stem in _stems(part) & asked)
    return shared + (0.5 if wants_number and re.search(r"\d", part) else 0.0)


def _grow(parts: list[str], scores: list[float]) -> list[str]:
    """From the best sentence outwards, towards the better neighbour, until the quote is full."""
    first = last = max(range(len(parts)), key=lambda i: scores[i])
    room = QUOTE_WORDS - len(parts[first].split())
    while True:
        before = scores[first - 1] if first > 0 else -1.0
        after = scores[last + 1] if last + 1 < len(parts) else -1.0
        chosen = last + 1 if after >= before else first - 1
        if max(before, after) < 0 or len(parts[chosen].split()) > room:
            return parts[first : last + 1]
        room -= len(parts[chosen].split())
        first, last = min(first, chosen), max(last, chosen)


def _stems(text: str) -> set[str]:
    return {word[:_STEM_LETTERS] for word in _WORD.findall(fold(text)) if len(word) > 2}


def _flat(text: str) -> str:
    """List markers and line breaks out, so that a quote is one paragraph of the answer."""
    lines = [re.sub(r"^(?:[-*•]|#+|\d+\.)\s+", "", line.strip()) for line in text.split("\n")]
    return " ".join(line for line in lines if line)
