"""What stands around a danger word: is it denied, long past, only asked about, and who is it about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from assistant.triage.lexicon import Context
from assistant.triage.phrases import Match
from assistant.triage.triage import Person
from assistant.triage.words import Word

Status = Literal["now", "recent", "past", "asked_about", "denied"]

TIME_REACH = 5  # words between a danger word and 'last year'
# Words between a question and the danger word that it asks about.
QUESTION_REACH = {"asked_about": 6, "asked_next": 1}
UNLESS_REACH = 4  # words between a denied danger word and 'like this'
LIST_ITEM = 4  # words of one item in a list
PERSON_REACH = 12  # words back to the one whom the danger is about


def statuses(
    matches: Sequence[Match], words: Sequence[Word], markers: Iterable[Match], context: Context
) -> list[Status]:
    """What each match means here. `matches` in order of their ends."""
    found: list[Status] = ["now"] * len(matches)
    for marker in markers:
        for number in _touched(marker, matches, words, context):
            found[number] = _weighed(marker.concept, matches[number], found[number], words, context)
    listed = _denied_lists(words, context)
    for number, match in enumerate(matches):
        if match.start in listed or _denied(match, matches[:number], found, words, context):
            found[number] = "denied"
    return found


def _weighed(marker: str, match: Match, before: Status, words: Sequence[Word], context: Context) -> Status:
    """What a marker makes of a match; the calmest of several markers counts."""
    if marker in QUESTION_REACH:
        return before if _never_asked(match, words, context) else "asked_about"
    if match.concept in context.lasting or before in {"asked_about", "past"}:
        return before
    if marker == "recent":
        return before if match.concept in context.lasting_weeks else "recent"
    return "past"


def _never_asked(match: Match, words: Sequence[Word], context: Context) -> bool:
    if match.concept in context.never_asked_of_oneself:
        return any(_oneself(word.text, context) for word in words[match.start : match.end])
    return match.concept in context.never_asked


def _oneself(word: str, context: Context) -> bool:
    """Whether a word means the writer: 'myself', 'my', Spanish verbs as in 'matarme'."""
    return word.endswith(("myself", "rme")) or context.people.get(word) == "self"


def _touched(marker: Match, matches: Sequence[Match], words: Sequence[Word], context: Context) -> list[int]:
    """The numbers of the matches that a marker speaks about."""
    if marker.concept in QUESTION_REACH:
        return _asked(marker, matches, words, context)
    if any(match.start <= marker.start and marker.end <= match.end for match in matches):
        return []  # 'on prednisone for years' holds its time in itself
    near = [
        number
        for number, match in enumerate(matches)
        if _gap(marker, match) <= TIME_REACH
        and words[marker.start].sentence == words[match.start].sentence
        and not _now_between(marker, match, words, context)
    ]
    clause = words[marker.start].clause
    near = [number for number in near if words[matches[number].start].clause == clause] or near
    before = [number for number in near if matches[number].end <= marker.end]
    after = [number for number in near if matches[number].start >= marker.start]
    if marker.concept == "past_before":
        return after
    # 'had a baby last week, soaking a pad': the time belongs to what was said before it, if anything was.
    first = min((matches[number].start for number in after), default=0)
    return before or [number for number in after if matches[number].start == first]


def _asked(marker: Match, matches: Sequence[Match], words: Sequence[Word], context: Context) -> list[int]:
    if marker.start and words[marker.start - 1].text in context.still_real:
        return []
    return [
        number
        for number, match in enumerate(matches)
        if marker.start <= match.start <= marker.end + QUESTION_REACH[marker.concept]
        and words[marker.start].clause == words[match.start].clause
        and not _now_between(marker, match, words, context)
    ]


def _gap(marker: Match, match: Match) -> int:
    return max(match.start - marker.end, marker.start - match.end)


def _now_between(marker: Match, match: Match, words: Sequence[Word], context: Context) -> bool:
    between = words[min(marker.end, match.end) : max(marker.start, match.start) + (match.start >= marker.end)]
    return any(word.text in context.now for word in between)


def _denied(
    match: Match, before: Sequence[Match], found: Sequence[Status], words: Sequence[Word], context: Context
) -> bool:
    after = words[match.end : match.end + UNLESS_REACH]
    if any(
        word.text in context.denied_unless and word.clause == words[match.end - 1].clause for word in after
    ):
        return False
    for position in range(match.start - 1, -1, -1):
        word = words[position]
        if word.clause != words[match.start].clause:
            return False
        if word.text in context.denied:
            return True
        if word.text in context.joining:
            return any(
                other.end == position and status == "denied"
                for other, status in zip(before, found, strict=False)
            )
        if word.text not in context.denied_between:
            return False
    return False


def _denied_lists(words: Sequence[Word], context: Context) -> frozenset[int]:
    """The places of all words in lists such as 'no fever, cough, or rash'.

    A denial reaches over commas only when the items are short and the last one begins with 'or':
    in 'no fever, chest pain' the pain is there.
    """
    clauses = [
        list(group) for _, group in groupby(range(len(words)), key=lambda number: words[number].clause)
    ]
    listed: set[int] = set()
    for last, clause in enumerate(clauses):
        if words[clause[0]].text in context.joining:
            listed.update(_denied_list(clauses[: last + 1], words, context))
    return frozenset(listed)


def _denied_list(clauses: Sequence[list[int]], words: Sequence[Word], context: Context) -> Sequence[int]:
    """The places of the list that ends with the last clause; none when it does not begin with a denial."""
    sentence = words[clauses[-1][0]].sentence
    for first in range(len(clauses) - 2, -1, -1):
        begins = words[clauses[first][0]]
        if begins.sentence != sentence:
            return ()
        if begins.text in context.denied:
            return range(clauses[first][0], clauses[-1][0] + min(len(clauses[-1]), LIST_ITEM))
        if len(clauses[first]) > LIST_ITEM:
            return ()
    return ()


def person(match: Match, words: Sequence[Word], context: Context) -> Person | Literal["pet"]:
    """Whom the danger is about: the nearest person word in the phrase or before it."""
    for position in range(match.end - 1, max(match.start - PERSON_REACH, -1), -1):
        who = context.people.get(words[position].text)
        if who is not None:
            return who
    return "unknown"
