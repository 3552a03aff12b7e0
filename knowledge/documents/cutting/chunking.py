"""Documents become passages: by heading and paragraph, small enough for the model to read whole."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.documents.cutting.markdown_blocks import Block, blocks_of
from knowledge.documents.document import Document, Passage, PassageKind, Source
from knowledge.evidence import Confidence

# all-MiniLM-L6-v2 reads 256 word pieces; title and heading are prepended and take their share.
MAX_PIECES = 256
# A passage is filled up to here with whole paragraphs: large enough to stand alone, small enough to be about
# one thing. In words, so that a translation is cut in the same places as its original.
FULL_PASSAGE_WORDS = 85
# A single paragraph may be longer, up to here; then it is cut between sentences.
MAX_PASSAGE_PIECES = 190
# Letters that one word piece covers on average in the library: English 1.02 times the model's own count,
# Spanish 1.05 times.
LETTERS_PER_PIECE = {"en": 7}
LETTERS_PER_PIECE_OTHER = 3

MARKER = re.compile(r"\s*\[(\d{1,2})\]")
WORD_OR_SIGN = re.compile(r"\w+|[^\w\s]")
NOT_CONFIRMED = re.compile(r"\(\s*(?:not confirmed|unconfirmed|no confirmado|sin confirmar)\b", re.IGNORECASE)
# The heading of the lines that are quoted word for word, in the languages documents are written in.
KEY_POINT_HEADINGS = frozenset({"in short", "en resumen", "en breve", "en pocas palabras"})


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The passages of `document` in reading order, then its key points; no two have the same id."""
    blocks = blocks_of(document.text)
    pieces: list[tuple[PassageKind, _Piece]] = [("text", piece) for piece in _pieces(document, blocks)]
    pieces += [("key_point", _Piece((block,))) for block in blocks if is_key_point(block)]
    found = [_passage(document, piece, kind, ordinal) for ordinal, (kind, piece) in enumerate(pieces)]
    unique = {passage.id: passage for passage in reversed(found)}
    return tuple(passage for passage in found if unique[passage.id] is passage)


def embedding_text(passage: Passage) -> str:
    """What the model reads: title and heading say what a paragraph of pronouns is about."""
    return "\n".join(dict.fromkeys(part for part in (passage.title, passage.heading, passage.text) if part))


def word_pieces(text: str, language: str = "en") -> int:
    """About how many word pieces the model makes of `text`; rather too many than too few."""
    letters = LETTERS_PER_PIECE.get(language, LETTERS_PER_PIECE_OTHER)
    return sum(1 + (len(word) - 1) // letters for word in WORD_OR_SIGN.findall(text))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Blocks that become one passage."""

    blocks: tuple[Block, ...]

    @property
    def raw(self) -> str:
        """The blocks' text; list items stay on lines of their own."""
        parts = [f"- {block.text}" if block.kind == "item" else block.text for block in self.blocks]
        return "\n".join(parts) if len(parts) > 1 else self.blocks[0].text


def is_key_point(block: Block) -> bool:
    """Whether the block is a line of the 'In short' list."""
    return (
        block.kind == "item" and bool(block.headings) and block.headings[-1].casefold() in KEY_POINT_HEADINGS
    )


def _pieces(document: Document, blocks: Iterable[Block]) -> Iterator[_Piece]:
    """Blocks under one heading and on one page, gathered until a passage is full."""
    fitting = (part for block in blocks for part in _fit(block, document.language))
    for _, section in groupby(fitting, key=lambda block: (block.headings, block.page)):
        gathered: list[Block] = []
        for block in section:
            if gathered and _is_full([*gathered, block], document.language):
                yield _Piece(tuple(gathered))
                gathered = []
            gathered.append(block)
        yield _Piece(tuple(gathered))


def _is_full(blocks: Sequence[Block], language: str) -> bool:
    """Whether the last of `blocks` is one too many; a list stays with the paragraph that announces it."""
    pieces = sum(word_pieces(block.text, language) for block in blocks)
    words = sum(len(block.text.split()) for block in blocks)
    return pieces > MAX_PASSAGE_PIECES or (words > FULL_PASSAGE_WORDS and not _introduces(*blocks[-2:]))


def _introduces(before: Block, block: Block) -> bool:
    """Whether `before` ends in a colon and `block` is the list it announces."""
    return block.kind == "item" and before.kind == "paragraph" and before.text.endswith(":")


def _fit(block: Block, language: str) -> Sequence[Block]:
    """`block`, cut between sentences when the model could not read it whole."""
    if word_pieces(block.text, language) <= MAX_PASSAGE_PIECES:
        return (block,)
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415  0.3 s, rarely needed

    splitter = RecursiveCharacterTextSplitter(
        separators=[r"(?<=[.!?])\s+", r"(?<=[;:])\s+", r"(?<=,)\s+", r"\s+", ""],
        is_separator_regex=True,
        keep_separator="end",
        chunk_size=MAX_PASSAGE_PIECES // 2,
        chunk_overlap=0,
        length_function=lambda text: word_pieces(text, language),
    )
    return [
        Block(block.kind, text.strip(), block.headings, block.page, block.line)
        for text in splitter.split_text(block.text)
    ]


def _passage(document: Document, piece: _Piece, kind: PassageKind, ordinal: int) -> Passage:
    first = piece.blocks[0]
    raw = piece.raw
    headings = [text for text in first.headings if text != document.title]
    heading = " / ".join(headings)
    text = MARKER.sub("", raw) if document.numbered_sources else raw
    digest = hashlib.sha256("\x1f".join((document.id, kind, heading, text)).encode()).hexdigest()
    return Passage(
        id=f"document.{document.id}.{digest[:10]}",
        document_id=document.id,
        title=document.title,
        heading=heading,
        text=text,
        page=first.page,
        kind=kind,
        program=document.program,
        audience=document.audience,
        jurisdiction=document.jurisdiction,
        language=document.language,
        topics=document.topics,
        sources=_sources(document, raw),
        effective=document.effective,
        expires=document.expires,
        confidence=_confidence(document, text),
        translation_of=document.translation_of,
        origin=document.origin,
        ordinal=ordinal,
    )


def _sources(document: Document, raw: str) -> tuple[Source, ...]:
    """The sources whose numbers stand in the passage; all of the document's where none does."""
    if not document.numbered_sources:
        return document.sources
    numbers = dict.fromkeys(int(number) for number in MARKER.findall(raw))
    named = tuple(document.sources[n - 1] for n in numbers if 0 < n <= len(document.sources))
    return named or document.sources


def _confidence(document: Document, text: str) -> Confidence:
    return "low" if NOT_CONFIRMED.search(text) else document.confidence
