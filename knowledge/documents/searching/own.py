"""Which of the operator's own documents a question is about: a county's notice, a charity's press release.

The built-in library tells what holds in general; what an operator adds is local, and somebody who uses its
words ('the copay voucher at the Nueces shelter') asks for what it says, whatever else a table could tell.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from knowledge.documents.searching.query import Query
from knowledge.documents.searching.scoring import shares_of
from knowledge.documents.searching.snapshot import Snapshot
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
