"""Evidence: the only thing an answer may be built from.

Each room of `knowledge` turns its own records into `Evidence`, so that the writer, the citation pages
and the grounding check need to know one shape only.
"""

from __future__ import annotations

from typing import Literal

import msgspec

EvidenceKind = Literal["document", "rule", "declaration", "availability", "medicine", "hotline"]
Confidence = Literal["high", "medium", "low"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is known, as it can be shown to anyone who asks 'says who?'.

    `id` is stable and safe in a URL path: `<kind>.<rest>`, for example `rule.FL.declared_emergency.1`,
    `document.epap.4f2a91c0`, `declaration.DR-4834-FL`. `quote` is the passage or row in words.
    `checked` is the ISO date (or year, or year-month) on which the source was last read, "" if unknown.
    `jurisdiction` is "US" or two-letter codes joined by ",". `confidence` "low" means not confirmed.
    """

    id: str
    kind: EvidenceKind
    title: str
    quote: str
    url: str = ""
    jurisdiction: str = "US"
    checked: str = ""
    confidence: Confidence = "medium"
    program: str = ""
    language: str = "en"
    holds_from: str = ""
    holds_until: str = ""
