"""States in running text, where 'in', 'or', 'me' and 'hi' are words and 'OR' and 'HI' may be states."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.folding import word_set
from knowledge.places.states import FULL_NAMES, STATE_WORDS
from knowledge.places.words import PlaceWord

# The longest names of states, in words ('islas virgenes de ee uu').
LONGEST_STATE = 5
# The words with which a way to write a state begins; most words of a text are none.
BEGIN_STATES = frozenset(words[0] for words in STATE_WORDS)
# Codes that are words of English or Spanish; in lower case they need a comma before or a ZIP behind.
_WORDS = word_set(
    """
    al as co de hi id in la ma me mi no oh ok or pa va ne
    """
)
# Of these the ones that seldom stand right behind a town as a word of English or Spanish.
SELDOM_WORDS = frozenset(["al", "co", "la", "ma", "ne", "pa", "va"])
# Codes that in capitals also mean something else; alone they are a state only behind 'in' or 'from'.
_AMBIGUOUS = word_set(
    """
    AL AR AS CA CO CT DC DE HI ID IN LA MA MD ME MI MO MP MS MT ND NE OH OK OR PA PR SD VA VI WA
    """
)
_WITHIN = frozenset(["in", "from", "en", "near", "to", "desde", "of", "de"])
# Of these only 'in' makes a state, in capitals that stand out: 'now in OH', but 'from MS' or 'to OR'.
_NEVER_ALONE = word_set(
    """
    AS HI IN ME OR OK OH ID CO VA MS MD CT MP DE
    """
)
# Old abbreviations that are no words; 'Miss', 'Ill', 'Wash', 'Mass' and the like need a town before them.
_ABBREVIATIONS = word_set(
    """
    fla ala ariz calif cali colo conn tex tenn okla minn mich nebr wisc usvi cnmi penna
    """
)
_GIVEN_NAMES = frozenset(["virginia", "georgia", "carolina", "dakota", "montana", "florida", "indiana"])
_PERSON_BEFORE = word_set(
    """
    mom mother mama aunt sister daughter wife grandma named ms mrs miss dr nurse hija hermana abuela tia
    vecina llamo llama name neighbor friend
    """
)
# 'in VA care', 'in OK shape': these are no states.
_NO_STATE_BEFORE = word_set(
    """
    territory shape hands condition care health healthcare hospital hospitals clinic clinics
    system benefits pharmacy suite scan program
    """
)
_STREETS = word_set(
    """
    ave avenue avenida st street blvd rd road dr drive blue hwy lane
    """
)


def state_behind(words: Sequence[PlaceWord], first: int, *, zip_follows: bool) -> tuple[str, int] | None:
    """The state written right behind a town (words from `first`) and where it ends; None where none is."""
    if first >= len(words) or words[first].text not in BEGIN_STATES:
        return None
    for last in range(min(len(words), first + LONGEST_STATE), first, -1):
        code = STATE_WORDS.get(tuple(w.text for w in words[first:last]))
        if code is None or any(w.breaks for w in words[first + 1 : last]):
            continue
        if _reads_as_state(words[first], last - first, zip_follows=zip_follows):
            return code, last
    return None


def _reads_as_state(word: PlaceWord, size: int, *, zip_follows: bool) -> bool:
    if size > 1 or len(word.text) > 2 or word.text not in _WORDS:
        return True
    return word.upper or "," in word.gap or zip_follows


def state_alone(words: Sequence[PlaceWord], first: int, last: int) -> str | None:
    """The state that `words[first:last]` are, standing alone; None when they mean something else."""
    if words[first].text not in BEGIN_STATES:
        return None
    name = tuple(w.text for w in words[first:last])
    code = STATE_WORDS.get(name)
    if code is None or any(w.breaks for w in words[first + 1 : last]):
        return None
    before = words[first - 1].text if first and not words[first].breaks else ""
    after = words[last].text if last < len(words) and not words[last].breaks else ""
    if after in _STREETS or (name[0] in _GIVEN_NAMES and before in _PERSON_BEFORE):
        return None
    if len(name) == 1 and len(name[0]) == 2:
        alone = _code_alone(words[first], before, lone=after not in _NO_STATE_BEFORE)
        return code if alone else None
    return code if name in FULL_NAMES or name[0] in _ABBREVIATIONS else None


def _code_alone(word: PlaceWord, before: str, *, lone: bool) -> bool:
    code = word.text.upper()
    if word.upper:
        stands_out = before in _WITHIN and (code not in _NEVER_ALONE or (before == "in" and lone))
        return code not in _AMBIGUOUS or stands_out
    return before in _WITHIN and code not in _AMBIGUOUS and code not in _NEVER_ALONE
