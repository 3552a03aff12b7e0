"""The words of a question that passages answer: which of them one carries, and which are still open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from knowledge.documents.document import Passage
from knowledge.documents.searching.words import looks_spanish, tokens

# A sentence with all the words of a question is about it; of one or two words that means little.
FEWEST_WORDS = 3


class AskedWords:
    """The words (stems) of `question` with what each weighs: those of few of the `passages` say most."""

    def __init__(self, question: str, passages: Sequence[Passage]) -> None:
        self._language = "es" if looks_spanish(question) else "en"
        self._asked = frozenset(tokens(question, self._language))
        self._passages = passages
        # The ids of passages whose words are answered.
        self._carried: set[str] = set()

    def new_in(self, passage: Passage) -> float:
        """The share (0..1) of the weight of all words found that this passage is the first to carry."""
        whole = sum(self._weights.values())
        new = self._in_passage[passage.id].difference(*(self._in_passage[each] for each in self._carried))
        return sum(self._weights[word] for word in new) / whole if whole else 0.0

    def carry(self, passage: Passage) -> None:
        """The words of this passage are answered."""
        self._carried.add(passage.id)

    @cached_property
    def _in_passage(self) -> dict[str, frozenset[str]]:
        """Read only for questions that need it: most have one part."""
        return {each.id: self._of(f"{each.heading} {each.text}") for each in self._passages}

    @cached_property
    def _weights(self) -> dict[str, float]:
        held = [word for words in self._in_passage.values() for word in words]
        return {word: 1.0 / held.count(word) for word in set(held)}

    def all_in(self, sentence: str) -> bool:
        """Whether one sentence carries every word asked."""
        return len(self._asked) >= FEWEST_WORDS and self._of(sentence) == self._asked

    def _of(self, text: str) -> frozenset[str]:
        return self._asked.intersection(tokens(text, self._language))
