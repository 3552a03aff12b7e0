"""National Drug Codes: the notations in which they travel, made one.

An NDC has ten digits in three parts (labeler-product-package) of 4-4-2, 5-3-2 or 5-4-1 digits; billing
and RxNorm pad each part to 5-4-2, eleven digits without hyphens. Ten digits without hyphens could be any
of the three, so they are not guessed. Source: 21 CFR 207.33; FDA, National Drug Code database background.
"""

from __future__ import annotations

import re

from knowledge.errors import BadInput, FieldError

_SHAPES = {(4, 4, 2), (5, 3, 2), (5, 4, 1), (5, 4, 2)}
_PADDED = (5, 4, 2)
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")


def normalize_ndc(text: str) -> str:
    """The eleven digits of an NDC in any notation; raises BadInput with a field error for `ndc`."""
    code = _DASHES.sub("-", text.strip()).upper().removeprefix("NDC").lstrip(" :#")
    parts = re.split(r"[-\s]+", code)
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise _bad(
            "has characters other than digits and hyphens; write it as on the package, like 0002-8215-01"
        )
    if len(parts) == 3:
        return _padded(parts)
    if len(parts) == 1:
        return _unhyphenated(code)
    raise _bad("must have three parts, like 0002-8215-01, or eleven digits")


def possible_ndcs(text: str) -> tuple[str, ...]:
    """The eleven-digit codes a text may stand for: one, three for ten bare digits, none if malformed."""
    digits = text.strip()
    if len(digits) == 10 and digits.isascii() and digits.isdigit():
        return (f"0{digits}", f"{digits[:5]}0{digits[5:]}", f"{digits[:9]}0{digits[9:]}")
    try:
        return (normalize_ndc(text),)
    except BadInput:
        return ()


def _padded(parts: list[str]) -> str:
    shape = tuple(map(len, parts))
    if shape not in _SHAPES:
        written = "-".join(map(str, shape))
        raise _bad(f"has the parts {written}; they must have 4-4-2, 5-3-2, 5-4-1 or 5-4-2 digits")
    return "".join(part.zfill(width) for part, width in zip(parts, _PADDED, strict=True))


def _unhyphenated(code: str) -> str:
    if len(code) == 11:
        return code
    if len(code) == 10:
        raise _bad(
            "has ten digits without hyphens, which can mean three codes; write the hyphens as on the package"
        )
    raise _bad(f"has {len(code)} digits; an NDC has ten with hyphens, or eleven")


def _bad(message: str) -> BadInput:
    return BadInput(f"The NDC {message}.", [FieldError("ndc", message)])
