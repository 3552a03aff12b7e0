"""Which of the operator's own documents a question is about: a county's notice, a charity's press release.

The built-in library tells what holds in general; what an operator adds is local, and somebody who uses its
words ('the copay voucher at the Nueces shelter') asks for what it says, whatever else a table could tell. So
does who speaks of 'the donation' where one added document is about a donation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from knowledge.documents.document import Passage
from knowledge.documents.searching.query import Query
from knowledge.documents.searching.scoring import shares_of
from knowledge.documents.searching.snapshot import Snapshot
from knowledge.documents.searching.words import tokens
from knowledge.documents.vector_types import Mask

# A passage of the question's own subject carries at least this share of its words' weight …
CARRIES = 0.30
# … and so much more than any passage of the built-in library.
BEYOND_THE_LIBRARY = 1.2
# Fewer words than this are carried by accident.
FEWEST_WORDS = 3
# Other documents that carry nearly as much are meant as well.
NEARLY = 0.9


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A document that the operator added, and the places that it holds for."""

    id: str
    jurisdiction: tuple[str, ...]


def own_documents(snapshot: Snapshot, query: Query, allowed: Mask) -> tuple[OwnDocument, ...]:
    """The operator's documents that `query` is about, best first; () where it is about none for certain."""
    if len(query.english_words) < FEWEST_WORDS:
        return ()
    shares = np.where(allowed, shares_of(snapshot, query), 0.0)
    own = np.where(snapshot.of_operator, shares, 0.0)
    best, library = float(own.max()), float(np.where(snapshot.of_operator, 0.0, shares).max())
    if best < CARRIES or best < BEYOND_THE_LIBRARY * library:
        return ()
    rows = [int(row) for row in np.argsort(-own) if own[row] >= NEARLY * best]
    passages = [snapshot.passages[row] for row in rows]
    return tuple(dict.fromkeys(OwnDocument(each.document_id, each.jurisdiction) for each in passages))


def only_one_on(snapshot: Snapshot, noun: str, allowed: Mask) -> str:
    """The first passage of the one document of the operator that speaks of a thing, by its id; "" if several
    do, unless the name of one says that it is about it."""
    speaks = snapshot.lexical.shares(tokens(noun)) > 0
    of_document: dict[str, Passage] = {}
    for row in np.flatnonzero(speaks & snapshot.of_operator & allowed):
        passage = snapshot.passages[int(row)]
        of_document.setdefault(passage.document_id, passage)
    named = [first for first in of_document.values() if _is_named_after(first, noun)]
    meant = named if len(named) == 1 else list(of_document.values())
    return meant[0].id if len(meant) == 1 else ""


def _is_named_after(passage: Passage, noun: str) -> bool:
    name = f"{passage.document_id.replace('-', ' ')} {passage.title}"
    return set(tokens(noun)) <= set(tokens(name))
