"""What the person wants: the nearest labelled utterances, sentence by sentence, and cues that settle it.

No model is loaded for this. Utterances and cues are data (`utterances.csv`, `patterns/intents.yaml`);
medicines and places are masked first, so that one that nobody listed is read like one that somebody did.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

from assistant.understanding.folding import sentences
from assistant.understanding.patterns import labels_in
from knowledge.remembering import remembered

HERE = Path(__file__).parent
NEIGHBOURS = 5
# Chosen on the utterances themselves (leave one out): below this the nearest ones say nothing.
MIN_SIMILARITY = 0.30
# A second intent of the same sentence counts when it is nearly as near as the first.
NEARLY = 0.75
# A decline, a change of subject or a wrong table costs too much for a resemblance alone: these need a cue, or
# an utterance that is nearly the same.
NEEDS_A_CUE = frozenset(
    {
        "medical_advice",
        "declaration",
        "site_status",
        "donate",
        "receive_donations",
        "prescription_transfer",
        "handling",
    }
)
NEARLY_THE_SAME = 0.6
HEARD_BESIDE_CUES = 0.5
_WORD = re.compile(r"[a-z0-9]+")
Vector = dict[str, float]


@remembered
def find_intents(folded: str, spans: tuple[tuple[int, int, str], ...]) -> tuple[str, ...]:
    """The intents of a folded message, most certain first; () when nothing is recognised.

    `spans` are (start, end, "MEDICINE" | "PLACE") of what was recognised in it.
    """
    scores: dict[str, float] = defaultdict(float)
    for start, end in sentences(folded):
        inside = [(a - start, b - start, mask) for a, b, mask in spans if start <= a and b <= end]
        sentence = folded[start:end]
        masked = _mask(sentence, inside)
        cued = tuple(dict.fromkeys((*cue_intents(sentence), *cue_intents(masked))))
        for intent in cued:
            scores[intent] += 1.0
        for intent, score in _nearest(masked):
            # Where cues speak, a resemblance has to be strong to be heard beside them.
            if not cued or score >= HEARD_BESIDE_CUES:
                scores[intent] = max(scores[intent], score) if intent in scores else score
    return tuple(sorted(scores, key=lambda intent: -scores[intent]))


def cue_intents(folded: str) -> tuple[str, ...]:
    """The intents whose cues stand in a folded text."""
    return labels_in("intents", folded)


def _mask(sentence: str, spans: list[tuple[int, int, str]]) -> str:
    for start, end, mask in sorted(spans, reverse=True):
        sentence = f"{sentence[:start]}{mask.lower()}{sentence[end:]}"
    return sentence


@remembered
def _nearest(sentence: str) -> tuple[tuple[str, float], ...]:
    """Kept apart: with medicines and places masked, many messages are one sentence."""
    corpus = _corpus()
    vector = corpus.vector(sentence)
    similarities: dict[int, float] = defaultdict(float)
    for feature, weight in vector.items():
        for row, value in corpus.postings.get(feature, ()):
            similarities[row] += weight * value
    votes: dict[str, float] = {}
    nearest = sorted(similarities.items(), key=itemgetter(1), reverse=True)[:NEIGHBOURS]
    for row, similarity in nearest:
        votes[corpus.intents[row]] = max(votes.get(corpus.intents[row], 0.0), similarity)
    best = max(votes.values(), default=0.0)
    return tuple(
        (intent, similarity)
        for intent, similarity in votes.items()
        if similarity >= (NEARLY_THE_SAME if intent in NEEDS_A_CUE else MIN_SIMILARITY)
        and similarity >= NEARLY * best
    )


class _Corpus:
    """The labelled utterances as unit TF-IDF vectors over words, word pairs and word beginnings."""

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        self.intents = [intent for intent, _ in rows]
        bags = [_features(text.lower()) for _, text in rows]
        frequency = Counter(feature for bag in bags for feature in bag)
        self.idf = {feature: math.log(1 + len(rows) / n) for feature, n in frequency.items()}
        self._unseen = math.log(1 + len(rows))
        self.postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for row, bag in enumerate(bags):
            for feature, weight in self._unit(bag).items():
                self.postings[feature].append((row, weight))

    def vector(self, text: str) -> Vector:
        return self._unit(_features(text))

    def _unit(self, bag: Counter[str]) -> Vector:
        weights = {f: math.sqrt(n) * self.idf.get(f, self._unseen * 0.5) for f, n in bag.items()}
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        return {feature: weight / length for feature, weight in weights.items()}


def _features(text: str) -> Counter[str]:
    # People on phones leave the apostrophe out: 'dont', 'whats'.
    words = _WORD.findall(text.replace("'", ""))
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    # Five letters stand in for a stem in both languages: 'donate', 'donated'; 'receta', 'recetas'.
    stems = [f"{word[:5]}~" for word in words if len(word) > 5]
    return Counter(words + pairs + stems)


@cache
def _corpus() -> _Corpus:
    with (HERE / "utterances.csv").open(encoding="utf-8", newline="") as file:
        return _Corpus([(row["intent"], row["text"]) for row in csv.DictReader(file)])
