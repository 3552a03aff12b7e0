"""Finding where a new document says something else than what is held about the same thing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal

from knowledge.documents.contradictions.claims import Claim, claims_of, masked
from knowledge.documents.document import Passage
from knowledge.documents.embedding import Embedder
from knowledge.documents.searching.gates import EVERYWHERE
from knowledge.documents.vector_types import Vectors
from knowledge.evidence import Confidence

Side = Literal["new", "held"]
Keep = Literal["new", "held", "both"]
# Two sentences without their values are about the same thing from this cosine on. Below it, sentences of one
# program that state different values are mostly about different things.
SAME_SUBJECT = 0.62
# A phone number that nobody held before for the program is worth a look sooner.
SAME_SUBJECT_PHONE = 0.55
# So is a large count of one thing: a program has few things that it counts in thousands.
SAME_SUBJECT_LARGE_COUNT = 0.4
LARGE_COUNT = 1000
# A held sentence this near that already states the new value: the difference is known.
KNOWN_DIFFERENCE = 0.45
# Sentences that name different places, storms or companies are about different things unless this alike.
SAME_DESPITE_NAMES = 0.8
STRENGTH = {"low": 0, "medium": 1, "high": 2}


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a passage, with what tells how much it is worth."""

    document_id: str
    passage_id: str
    title: str
    sentence: str
    confidence: Confidence
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A new statement and held ones that give another value of one subject ('phone', 'count:day').

    `held` has the most alike first; `likeness` (0..1) is how near in meaning that is, apart from the values.
    `keep` is "" until an operator decides; until then `stronger` is the side to cite.
    """

    id: str
    program: str
    subject: str
    new: Statement
    held: tuple[Statement, ...]
    likeness: float
    found_at: datetime
    keep: Keep | Literal[""] = ""
    decided_at: datetime | None = None

    @property
    def stronger(self) -> Side:
        """The side of higher confidence, then of the later check, then the newer document."""
        return "held" if _strength(self.held[0]) > _strength(self.new) else "new"

    @property
    def sentence(self) -> str:
        """The conflict in words, for whoever has to decide."""
        first, more = self.held[0], len(self.held) - 1
        others = f" (and {more} more)" if more else ""
        return (
            f"{self.program}, {self.subject.removeprefix('count:')}: {self.new.document_id} says "
            f"“{self.new.sentence}”; {first.document_id}{others} says “{first.sentence}”"
        )

    def losers(self) -> tuple[Statement, ...]:
        """The statements that must no longer be cited, after the operator's decision."""
        return {"new": self.held, "held": (self.new,)}.get(self.keep, ())


def find_conflicts(
    new: Iterable[Passage], held: Iterable[Passage], embedder: Embedder, now: datetime
) -> list[Conflict]:
    """What `new` passages say differently from `held` ones of other documents, most alike first.

    Only sentences that state values of the same kind for the same program are compared, and the model is
    asked only about those.
    """
    pairs = list(_pairs(list(_claims(new)), list(_claims(held))))
    if not pairs:
        return []
    likeness = _Likeness(pairs, embedder)
    found = [pair for pair in pairs if _contradicts(pair, likeness, pairs)]
    found.sort(key=lambda pair: (_key(pair), -likeness.of(pair)))
    conflicts = [_conflict(list(group), likeness, now) for _, group in groupby(found, key=_key)]
    return sorted(conflicts, key=lambda conflict: -conflict.likeness)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A new and a held sentence that state values of one subject for one program."""

    program: str
    subject: str
    new: Claim
    held: Claim

    @property
    def differs(self) -> bool:
        """Neither sentence gives a value of the other."""
        new, held = self.new.facts[self.subject], self.held.facts[self.subject]
        return not (new & (held | self.held.numbers) or held & self.new.numbers)

    @property
    def enough(self) -> float:
        """How alike the sentences must be to be about the same thing."""
        if self.subject.startswith("phone"):
            return SAME_SUBJECT_PHONE
        values = [value for claim in (self.new, self.held) for value in claim.facts[self.subject]]
        if self.subject.startswith("count:") and all(float(value) >= LARGE_COUNT for value in values):
            return SAME_SUBJECT_LARGE_COUNT
        return SAME_SUBJECT


class _Likeness:
    """How alike the sentences of pairs are, apart from their values."""

    def __init__(self, pairs: Sequence[_Pair], embedder: Embedder) -> None:
        texts = sorted({masked(claim.sentence) for pair in pairs for claim in (pair.new, pair.held)})
        self._rows: dict[str, Vectors] = dict(zip(texts, embedder.embed_passages(texts), strict=True))

    def of(self, pair: _Pair) -> float:
        return float(self._rows[masked(pair.new.sentence)] @ self._rows[masked(pair.held.sentence)])


def _claims(passages: Iterable[Passage]) -> Iterator[Claim]:
    for passage in passages:
        if passage.kind == "text":
            yield from claims_of(passage)


def _pairs(new: Sequence[Claim], held: Sequence[Claim]) -> Iterator[_Pair]:
    by_key: dict[tuple[str, str], list[Claim]] = {}
    for claim in held:
        for program in claim.programs:
            for subject in claim.facts:
                by_key.setdefault((program, subject), []).append(claim)
    for claim in new:
        for program in sorted(claim.programs):
            for subject in claim.facts:
                for other in by_key.get((program, subject), ()):
                    if _comparable(claim.passage, other.passage):
                        yield _Pair(program, subject, claim, other)


def _comparable(new: Passage, held: Passage) -> bool:
    """Another document in the same language, for a place that both speak of."""
    other_document = new.document_id != held.document_id
    same_language = new.language == held.language
    places = set(new.jurisdiction) & set(held.jurisdiction)
    everywhere = EVERYWHERE in (*new.jurisdiction, *held.jurisdiction)
    return other_document and same_language and (bool(places) or everywhere)


def _contradicts(pair: _Pair, likeness: _Likeness, pairs: Sequence[_Pair]) -> bool:
    """Whether the pair differs about the same thing and time, and nothing held says the new value already."""
    if not pair.differs or not _same_time(pair.new, pair.held):
        return False
    alike = likeness.of(pair)
    if alike < pair.enough or (alike < SAME_DESPITE_NAMES and _name_different_things(pair.new, pair.held)):
        return False
    return not any(
        other.new is pair.new
        and other.subject == pair.subject
        and not other.differs
        and likeness.of(other) >= KNOWN_DIFFERENCE
        for other in pairs
    )


def _same_time(new: Claim, held: Claim) -> bool:
    """Sentences about different years do not contradict each other."""
    return not new.years or not held.years or bool(new.years & held.years)


def _name_different_things(new: Claim, held: Claim) -> bool:
    return bool(new.names - held.names) and bool(held.names - new.names)


def _key(pair: _Pair) -> tuple[str, str, str]:
    """Pairs of one new sentence and subject are one conflict, whichever program led to them."""
    return pair.new.passage.document_id, pair.new.sentence, pair.subject


def _conflict(pairs: Sequence[_Pair], likeness: _Likeness, now: datetime) -> Conflict:
    """One conflict of pairs that share their new sentence, the most alike first."""
    first = pairs[0]
    held = dict.fromkeys(_statement(pair.held) for pair in pairs)
    return Conflict(
        id=hashlib.sha256("\x1f".join(_key(first)).encode()).hexdigest()[:12],
        program=first.program,
        subject=first.subject,
        new=_statement(first.new),
        held=tuple(held),
        likeness=round(likeness.of(first), 3),
        found_at=now,
    )


def _statement(claim: Claim) -> Statement:
    passage = claim.passage
    checked = max((source.checked for source in passage.sources), default="")
    return Statement(
        passage.document_id, passage.id, passage.title, claim.sentence, passage.confidence, checked
    )


def _strength(statement: Statement) -> tuple[int, str]:
    return STRENGTH[statement.confidence], statement.checked
