"""Words that point back or say little: 'the second one', 'start over', 'what about …', 'thanks'."""

from __future__ import annotations

from assistant.understanding.patterns import labels_in, patterns
from knowledge.remembering import remembered

ORDINALS = ("first", "second", "third", "fourth", "fifth")
# A longer message is a question of its own, whatever word it starts with.
FRAGMENT_MAX_WORDS = 9
# A longer message names what it is about.
POINTING_MAX_WORDS = 16
# So few words say nothing without the turn before.
BARE_REPLY_WORDS = 3


def site_number(folded: str, shown: int, asked_last: int | None = None) -> int | None:
    """The 0-based place of the earlier list that is meant, of `shown` places; None if none is.

    `asked_last` is the one that was asked about before: 'it' and 'their number' mean that one.
    """
    reference = patterns("reference")
    for number, ordinal in enumerate(ORDINALS[:shown]):
        if reference[ordinal].search(folded):
            return number
    if shown and reference["theirs"].search(folded):
        # Of a list the one that was named first as the one to call.
        return asked_last or 0
    only = 0 if shown == 1 else asked_last
    return only if reference["that_one"].search(folded) else None


@remembered
def days_ahead(folded: str) -> int:
    """How many days from now the person asks about (0: now)."""
    if patterns("reference")["day_after_tomorrow"].search(folded):
        return 2
    return 1 if patterns("reference")["tomorrow"].search(folded) else 0


@remembered
def starts_over(folded: str) -> bool:
    """Whether the person wants to forget the conversation."""
    return bool(patterns("reference")["start_over"].search(folded))


def small_talk(folded: str) -> str:
    """ "greeting", "thanks", "about" or "private" where the whole message is nothing else, else ""."""
    return next(iter(labels_in("small_talk", folded)), "")


def limit_of(folded: str) -> str:
    """ "unsafe" or "out_of_scope" where the words ask for what is not answered here, else ""."""
    return next(iter(labels_in("limits", folded)), "")


def plain_answer(folded: str) -> str:
    """ "yes" or "no" where the whole message says nothing more, else ""."""
    reference = patterns("reference")
    if reference["affirms"].search(folded):
        return "yes"
    return "no" if reference["denies"].search(folded) else ""


@remembered
def points_back(folded: str) -> bool:
    """Whether the message asks about what was said before ('how long does it take', 'is the program on?')."""
    short = len(folded.split()) <= POINTING_MAX_WORDS
    return short and bool(patterns("reference")["points_back"].search(folded))


@remembered
def announced(folded: str) -> str:
    """What somebody takes to be known ('the donation', 'the newsletter'), else ""."""
    found = patterns("reference")["announced"].search(folded)
    return found["thing"] if found else ""


def same_place(folded: str) -> bool:
    """Whether the person says that it is the place they are at ('same', 'right here')."""
    return bool(patterns("reference")["same_place"].search(folded))


def is_fragment(folded: str) -> bool:
    """Whether the message leans on the turn before ('what about Orlando?', 'Medicaid', '33602')."""
    words = folded.split()
    if len(words) <= BARE_REPLY_WORDS:
        return True
    return len(words) <= FRAGMENT_MAX_WORDS and bool(patterns("reference")["fragment"].search(folded))
