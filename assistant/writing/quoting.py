"""Answers from prose: the sentences of the found passages that answer the question, word for word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.gathering import Gathered
from assistant.planning import Plan
from assistant.understanding.folding import fold, sentences
from assistant.understanding.patterns import labels_in, patterns
from assistant.writing.asked_words import AskedWords
from assistant.writing.draft import Draft, without_source_numbers
from assistant.writing.marking import marked
from assistant.writing.words import Words
from knowledge.documents.contradictions.conflicts import Conflict, Statement
from knowledge.documents.document import Passage, ScoredPassage
from knowledge.documents.searching.ranking import EVIDENCE_FROM
from knowledge.opening import Knowledge

# Below this the passage answers some other question.
ENOUGH = EVIDENCE_FROM
# A passage that is certainly about what the question names needs less of it.
ENOUGH_WHEN_ABOUT = 0.12
# A passage far behind the best one adds words, not an answer.
BESIDE_THE_BEST = 0.45
PASSAGES_QUOTED = 3
# A passage up to this long is quoted whole: cutting it would lose the condition beside the number.
WHOLE_PASSAGE_WORDS = 110
QUOTE_WORDS = 110
# The heading of the lines that sections quote one by one (see the documents' format).
SHORT_LIST_HEADINGS = ("In short", "En resumen")
# How much a passage without a number is worth to a question for one, and a number to a sentence.
NO_NUMBER = 0.6
NUMBER_COUNTS_AS = 0.3
# How much a passage loses that is about none of the programs that the question names.
NOT_NAMED = 0.3
_LIST_MARKER = re.compile(r"^(?:[-*•]|#+|\d+\.)\s+")
_WORD = re.compile(r"[a-z0-9]+(?:[.,]\d+)*")
_STEM_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Quote:
    """Sentences of one passage, word for word."""

    text: str
    passage: Passage


def answer_section(plan: Plan, gathered: Gathered, knowledge: Knowledge, words: Words) -> Draft | None:
    """What the documents say to the question, best passage first; None when none says enough.

    Where two sources contradict each other and nobody has decided, the other side is quoted beside.
    """
    draft = Draft("program", words.say("title-answer"))
    fresh = tuple(scored for scored in gathered.passages if not _quoted_already(scored, gathered))
    if not fresh:
        return None
    for quote in quotes(plan.request.message, fresh):
        draft.add(marked(quote.text, quote.passage, words), quote.passage.evidence())
        for key, other in _differing(quote.passage, gathered.conflicts):
            text = words.say(key, text=without_source_numbers(other.sentence))
            draft.add(text, knowledge.documents.evidence(other.passage_id))
    return draft if draft.lines else None


def _differing(passage: Passage, conflicts: Sequence[Conflict]) -> Iterator[tuple[str, Statement]]:
    """What stands against a quoted passage, and whether it is the newer or stronger side."""
    for conflict in conflicts:
        if conflict.new.passage_id == passage.id:
            yield ("stronger-source" if conflict.stronger == "held" else "another-source"), conflict.held[0]
        elif any(held.passage_id == passage.id for held in conflict.held):
            yield ("stronger-source" if conflict.stronger == "new" else "another-source"), conflict.new


def _quoted_already(scored: ScoredPassage, gathered: Gathered) -> bool:
    """Whether the passage is the short list whose lines stand in another section of this answer."""
    shown = {point.passage.document_id for _, points in gathered.points for point in points}
    return scored.passage.heading in SHORT_LIST_HEADINGS and scored.passage.document_id in shown


def quotes(question: str, passages: Sequence[ScoredPassage]) -> list[Quote]:
    """The quotes worth showing for a question, best first.

    Where it has a second part ('how many, and for whom?'), those come first after the best passage that
    carry words of the question which none before them carries.
    """
    folded = fold(question)
    kinds, named = labels_in("question", folded), labels_in("programs", folded)
    wants_number = "number" in kinds
    worth = {scored.passage.id: _worth(scored, wants_number, named) for scored in passages}
    best = max(worth.values(), default=0.0)
    ranked = sorted(passages, key=lambda scored: -worth[scored.passage.id])
    words = AskedWords(_without_how_many(folded), [scored.passage for scored in ranked])
    rarity = Counter(stem for p in ranked for part in _parts(p.passage.text) for stem in _stems(part))
    left = [p.passage for p in ranked if _is_enough(p, named, words)]
    chosen: list[Quote] = []
    while left and len(chosen) < PASSAGES_QUOTED:
        value = {passage.id: worth[passage.id] for passage in left}
        if "second_question" in kinds and chosen:
            value = {passage.id: worth[passage.id] + best * words.new_in(passage) for passage in left}
        following = max(left, key=lambda passage: value[passage.id])
        if value[following.id] < BESIDE_THE_BEST * best:
            break
        left.remove(following)
        words.carry(following)
        chosen.append(Quote(_quote(question, following, rarity), following))
    return chosen


def _is_enough(scored: ScoredPassage, named: Collection[str], words: AskedWords) -> bool:
    """A passage of a program that the question names, or with all its words in one sentence, is about it."""
    if not ENOUGH_WHEN_ABOUT <= scored.score < ENOUGH:
        return scored.score >= ENOUGH
    passage = scored.passage
    return passage.program in named or any(words.all_in(part) for part in _parts(passage.text))


def _without_how_many(folded: str) -> str:
    """What is counted is looked for in the words of a passage, not 'many'."""
    return patterns("question")["number"].sub(" ", folded)


def _worth(scored: ScoredPassage, wants_number: bool, named: Collection[str]) -> float:
    """The index's score; less for a passage without the number, or a program, that is asked about."""
    without = wants_number and not re.search(r"\d", without_source_numbers(scored.passage.text))
    worth = scored.score * (NO_NUMBER if without else 1.0)
    return worth * (1.0 - NOT_NAMED * _share_not_named(scored.passage, named)) if named else worth


def _share_not_named(passage: Passage, named: Collection[str]) -> float:
    """How many of the programs of the question the passage is not about, as a share of them."""
    text = fold(f"{passage.title}\n{passage.heading}\n{passage.text}")
    about = [label for label in named if passage.program == label or patterns("programs")[label].search(text)]
    return 1.0 - len(about) / len(named)


def _quote(question: str, passage: Passage, rarity: Counter[str]) -> str:
    """A heading asks what its passage answers ('Does it cover insulin? No.'), so it goes with the quote."""
    window = _best_window(question, passage.text, rarity)
    return f"**{passage.heading.strip()}** {window}" if passage.heading.rstrip().endswith("?") else window


def _best_window(question: str, passage: str, rarity: Counter[str]) -> str:
    """The run of sentences, up to `QUOTE_WORDS`, that shares most with the question; of a table its rows."""
    passage = _rows_asked_for(question, passage)
    parts = _parts(passage)
    if len(passage.split()) > WHOLE_PASSAGE_WORDS:
        asked, wants_number = _stems(question), "number" in labels_in("question", fold(question))
        parts = _grow(parts, [_score(part, asked, rarity, wants_number) for part in parts])
    # A quote does not end in the announcement of a list that is cut off.
    return _flat("\n".join(parts[:-1] if len(parts) > 1 and parts[-1].endswith(":") else parts))


def _rows_asked_for(question: str, passage: str) -> str:
    """The rows of a table that name what the question names; everything else as it stands.

    Each row says its column names ('Product: Humira; Window: 14 days'), so it can stand alone.
    """
    rows = passage.split("\n")
    columns = {row.partition(":")[0] for row in rows if ":" in row}
    if len(rows) < 2 or len(columns) != 1 or not all(row.startswith(f"{min(columns)}:") for row in rows):
        return passage
    in_rows = Counter(stem for row in rows for stem in _stems(row))
    telling = {stem for stem in _stems(question) if 0 < in_rows[stem] < len(rows)}
    asked_for = [row for row in rows if telling & _stems(row)]
    return "\n".join(asked_for or rows)


def _parts(passage: str) -> list[str]:
    text = re.sub(r"\s*\n\s*", "\n", without_source_numbers(passage))
    return [text[start:end].strip() for start, end in sentences(text)]


def _score(part: str, asked: set[str], rarity: Counter[str], wants_number: bool) -> float:
    """Words that few sentences of the found passages share say most."""
    shared = sum(1.0 / (1 + rarity[stem]) for stem in _stems(part) & asked)
    return shared + (NUMBER_COUNTS_AS if wants_number and re.search(r"\d", part) else 0.0)


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
    """One paragraph: list markers and line breaks out, items of a list parted by semicolons."""
    flat = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        item = _LIST_MARKER.sub("", line)
        parted = item != line and flat and not flat.endswith((".", ":", ";", "!", "?"))
        flat += f"{';' if parted else ''} {item}"
    return flat.strip()
