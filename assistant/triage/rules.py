"""Rules: which concepts together are which danger (tables/rules.yaml)."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.triage.lexicon import rules_table
from assistant.triage.reading import Hit, Reading
from assistant.triage.triage import RedFlag

# Any medicine that is gone counts as 'any_lack' too.
ANY_LACK = "any_lack"
LACK = "lack."
# Who says 'three weeks left' lacks nothing yet.
ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Rule:
    """Holds when every group of `needs` has a concept that is there, and none of `unless` is."""

    category: str
    urgency: Literal["emergency", "urgent"]
    # In the order of the file, so that of two words at one place always the same is shown.
    needs: tuple[tuple[str, ...], ...]
    unless: frozenset[str]
    say: str

    def witnesses(self, hits: Mapping[str, Hit]) -> list[Hit] | None:
        """The hits that make the rule hold, one per group; None when it does not hold."""
        if not self.unless.isdisjoint(hits):
            return None
        found: list[Hit] = []
        for group in self.needs:
            named = [hits[concept] for concept in group if concept in hits]
            if not named:
                return None
            found.append(min(named, key=lambda hit: hit.start))
        return found


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file."""
    return tuple(
        Rule(
            category=row["category"],
            urgency=row["urgency"],
            needs=tuple(tuple(group) for group in row["all"]),
            unless=frozenset(row.get("unless", ())),
            say=row.get("say", row["category"]),
        )
        for row in rules_table()
    )


@functools.cache
def _starting_with() -> Mapping[str, tuple[int, ...]]:
    """For each concept, the numbers of the rules whose first group names it: few are tried for a message."""
    numbers: dict[str, list[int]] = {}
    for number, rule in enumerate(rules()):
        for concept in rule.needs[0]:
            numbers.setdefault(concept, []).append(number)
    return {concept: tuple(named) for concept, named in numbers.items()}


def flags_of(reading: Reading) -> list[RedFlag]:
    """The dangers of a message, at most one per category, in the order of the rules."""
    now = _present(reading, {"now"})
    lately = _present(reading, {"now", "recent"})
    flags: dict[str, RedFlag] = {}
    for number in sorted({number for concept in lately for number in _starting_with().get(concept, ())}):
        rule = rules()[number]
        if rule.category in flags and flags[rule.category].urgency == "emergency":
            continue
        witnesses = rule.witnesses(now)
        if witnesses and (rule.category not in flags or rule.urgency == "emergency"):
            flags[rule.category] = _flag(rule, rule.urgency, witnesses, reading)
        elif rule.category not in flags and (witnesses := rule.witnesses(lately)):
            flags[rule.category] = _flag(rule, "urgent", witnesses, reading)
    return list(flags.values())


def _present(reading: Reading, statuses: set[str]) -> dict[str, Hit]:
    present: dict[str, Hit] = {}
    for hit in reading.hits:
        if hit.status in statuses:
            present.setdefault(hit.concept, hit)
            if hit.concept.startswith(LACK):
                present.setdefault(ANY_LACK, hit)
    if ENOUGH in present:
        return {name: hit for name, hit in present.items() if not name.startswith(LACK) and name != ANY_LACK}
    return present


def _flag(
    rule: Rule, urgency: Literal["emergency", "urgent"], witnesses: list[Hit], reading: Reading
) -> RedFlag:
    first, last = min(hit.start for hit in witnesses), max(hit.end for hit in witnesses)
    return RedFlag(
        category=rule.category,
        urgency=urgency,
        matched=reading.matched(first, last),
        start=reading.words[first].start,
        end=reading.words[last - 1].end,
        person=next((hit.person for hit in witnesses if hit.person != "unknown"), "unknown"),
        how="pattern",
        score=1.0,
        say=rule.say,
    )
