"""What a program document is, and the passages and key points that it is quoted by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.evidence import Confidence, Evidence

Origin = Literal["built-in", "operator"]
PassageKind = Literal["text", "key_point"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. `url` is "" where there is no public page; `checked` is an ISO date or ""."""

    url: str
    title: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document as an author or an operator hands it in.

    `text` is Markdown without the front matter; a form feed stands where a page of the original ends.
    `effective` and `expires` are the first and last day on which it holds (None: no bound).
    `numbered_sources` says that `[2]` in the text means the second source, and not the author's footnote.
    """

    id: str
    title: str
    text: str
    program: str = ""
    audience: tuple[str, ...] = ("evacuee", "agent", "pharmacist")
    jurisdiction: tuple[str, ...] = ("US",)
    language: str = "en"
    topics: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    numbered_sources: bool = False
    effective: date | None = None
    expires: date | None = None
    supersedes: tuple[str, ...] = ()
    confidence: Confidence = "medium"
    translation_of: str = ""
    review: str = ""
    published: str = ""
    origin: Origin = "operator"
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a document that stands alone as a quote.

    `id` is the evidence id, `document.<document id>.<hash>`; it stays the same while the words stay.
    `effective` and `expires` are the first and last day on which it may be cited as current: narrower
    than the document's own dates when another document or version supersedes it.
    """

    id: str
    document_id: str
    title: str
    heading: str
    text: str
    page: int | None = None
    kind: PassageKind = "text"
    program: str = ""
    audience: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ("US",)
    language: str = "en"
    topics: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    effective: date | None = None
    expires: date | None = None
    confidence: Confidence = "medium"
    translation_of: str = ""
    origin: Origin = "operator"
    ordinal: int = 0

    def holds_on(self, at: date) -> bool:
        """Whether it may be cited as current on the day `at`."""
        return (self.effective is None or self.effective <= at) and (
            self.expires is None or at <= self.expires
        )

    @property
    def place_in_document(self) -> str:
        """The title with heading and page, as a citation shows it."""
        where = [part for part in (self.heading, f"page {self.page}" if self.page else "") if part]
        return f"{self.title} ({', '.join(where)})" if where else self.title

    def evidence(self) -> Evidence:
        """The passage as evidence; of several sources the first address and the oldest check date."""
        dated = sorted(source.checked for source in self.sources if source.checked)
        return Evidence(
            id=self.id,
            kind="document",
            title=self.place_in_document,
            quote=self.text,
            url=next((source.url for source in self.sources if source.url), ""),
            jurisdiction=",".join(self.jurisdiction),
            checked=dated[0] if dated else "",
            confidence=self.confidence,
            program=self.program,
            language=self.language,
            holds_from=self.effective.isoformat() if self.effective else "",
            holds_until=self.expires.isoformat() if self.expires else "",
        )


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One line of a document's 'In short' list, to be quoted word for word.

    `passage` is the line as a passage of its own (its id resolves on a citation page).
    `fell_back` is true when it was asked for in another language and only English is there.
    """

    text: str
    passage: Passage
    fell_back: bool = False

    def __hash__(self) -> int:
        """By the passage's id alone: what is written from the lines of a topic is remembered by them."""
        return hash(self.passage.id)


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage found for a question. `score` is the estimated chance (0..1) that it answers it."""

    passage: Passage
    score: float
