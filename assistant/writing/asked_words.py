"""The words of a question that passages answer: which of them one carries, and which are still open."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.documents.document import Passage
from knowledge.documents.searching.words import looks_spanish, tokens

# A sentence with all the words of a question is about it; of one or two words that means little.
FEWEST_WORDS = 3


class AskedWords:
    """The words (stems) of `question` with what each weighs: those of few of the `passages` say most."""

    def __init__(self, question: str, passages: Sequence[Passage]) -> None:
        self._language = "es" if looks_spanish(question) else "en"
        self._asked = frozenset(tokens(question, self._language))
        self._in_passage = {passage.id: self._of(f"{passage.heading} {passage.text}") for passage in passages}
        held = [word for words in self._in_passage.values() for word in words]
        self._weights = {word: 1.0 / held.count(word) for word in set(held)}
        self._open = set(self._weights)

    def new_in(self, passage: Passage) -> float:
        """The share (0..1) of the weight of all words found that this passage is the first to carry."""
        whole = sum(self._weights.values())
        new = self._in_passage[passage.id] & self._open
        return sum(self._weights[word] for word in new) / whole if whole else 0.0

    def carry(self, passage: Passage) -> None:
        """The words of this passage are answered."""
        self._open -= self._in_passage[passage.id]

    def all_in(self, sentence: str) -> bool:
        """Whether one sentence carries every word asked."""
        return len(self._asked) >= FEWEST_WORDS and self._of(sentence) == self._asked

    def _of(self, text: str) -> frozenset[str]:
        return self._asked.intersection(tokens(text, self._language))
