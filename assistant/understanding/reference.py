"""Words that point back: 'the second one', 'tomorrow', 'start over', 'what about …'."""

from __future__ import annotations

import re

_ORDINALS = (
    r"\b(?:the )?(?:first|1st|top|nearest|closest) (?:one|place|pharmacy|site)\b|\b(?:number|no\.?|#) ?(?:1|one)\b"
    r"|\b(?:el|la) primer[ao]\b|\bnumero (?:1|uno)\b",
    r"\b(?:the )?(?:second|2nd) (?:one|place|pharmacy|site)\b|\b(?:number|no\.?|#) ?(?:2|two)\b"
    r"|\b(?:el|la) segund[ao]\b|\bnumero (?:2|dos)\b",
    r"\b(?:the )?(?:third|3rd) (?:one|place|pharmacy|site)\b|\b(?:number|no\.?|#) ?(?:3|three)\b"
    r"|\b(?:el|la) tercer[ao]\b|\bnumero (?:3|tres)\b",
    r"\b(?:the )?(?:fourth|4th) (?:one|place|pharmacy|site)\b|\b(?:number|no\.?|#) ?(?:4|four)\b"
    r"|\b(?:el|la) cuart[ao]\b|\bnumero (?:4|cuatro)\b",
    r"\b(?:the )?(?:fifth|5th) (?:one|place|pharmacy|site)\b|\b(?:number|no\.?|#) ?(?:5|five)\b"
    r"|\b(?:el|la) quint[ao]\b|\bnumero (?:5|cinco)\b",
)
_COMPILED_ORDINALS = tuple(map(re.compile, _ORDINALS))
_THAT_ONE = re.compile(
    r"\b(?:is|are|does|do|will|what) (?:it|that one|that place|this one|they)(?:'s)?\b|\besta abierto\b"
)
_START_OVER = re.compile(
    r"^\W*(?:start over|start again|restart|reset|new question|forget (?:it|that|everything)|begin again|clear"
    r"|empezar de nuevo|empezar otra vez|de nuevo|comenzar de nuevo|borrar|nueva pregunta|olvid\w+ todo)\W*$"
)
_FRAGMENT = re.compile(
    r"^\W*(?:and|what about|how about|or|also|but|ok|okay|no|yes|actually|i mean|it'?s|sorry|y|e|que tal|"
    r"que hay de|tambien|pero|si|en realidad|perdon)\b"
)
# A longer message is a question of its own, whatever word it starts with.
FRAGMENT_MAX_WORDS = 9


def site_number(folded: str, shown: int) -> int | None:
    """The 0-based place of the earlier list that is meant, of `shown` places; None if none is."""
    for number, pattern in enumerate(_COMPILED_ORDINALS):
        if number < shown and pattern.search(folded):
            return number
    return 0 if shown == 1 and _THAT_ONE.search(folded) else None


def days_ahead(folded: str) -> int:
    """How many days from now the person asks about (0: now)."""
    if re.search(r"\b(?:day after tomorrow|pasado manana)\b", folded):
        return 2
    # 'por la manana' is the morning; 'manana' alone is tomorrow.
    return 1 if re.search(r"\btomorrow\b|(?<!la )(?<!de )\bmanana\b", folded) else 0


def starts_over(folded: str) -> bool:
    """Whether the person wants to forget the conversation."""
    return bool(_START_OVER.search(folded))


def is_fragment(folded: str) -> bool:
    """Whether the message leans on the turn before ('what about Orlando?', 'Medicaid', '33602')."""
    words = folded.split()
    return len(words) <= 3 or (len(words) <= FRAGMENT_MAX_WORDS and bool(_FRAGMENT.search(folded)))
