"""The tables of triage fit together: no rule waits for a concept that nothing can find."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from assistant.triage.lexicon import FOLDER, lexicon, lines_table, rules_table
from assistant.triage.messages import phrase
from assistant.triage.rules import ANY_LACK, rules
from assistant.triage.second_net import labelled
from knowledge.hotlines import Hotlines

BY_MEDICINE = ("lack.", "threw_up.")
CLASS = re.compile(r"\b[A-Z][A-Z_]+\b")


def table(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def dangers() -> dict[str, list[str]]:
    merged: dict[str, list[str]] = {}
    for path in (FOLDER / "dangers").glob("*.yaml"):
        for concept, phrases in table(path).items():
            merged.setdefault(concept, []).extend(phrases)
    return merged


def test_every_concept_of_a_rule_has_phrases() -> None:
    known = set(dangers()) | {ANY_LACK}
    medicines = {name.lower() for name in lexicon().medicines}
    for rule in rules():
        for concept in frozenset().union(*rule.needs, rule.unless):
            if concept.startswith(BY_MEDICINE):
                assert concept.split(".")[1] in medicines, concept
            else:
                assert concept in known, concept


def test_every_concept_is_used() -> None:
    used = {concept for rule in rules() for concept in frozenset().union(*rule.needs, rule.unless)}
    unused = {concept for concept in dangers() if not concept.endswith("*")} - used - {"enough"}
    assert unused == set()


def test_every_class_in_a_phrase_exists() -> None:
    classes = set(table(FOLDER / "classes.yaml")) | set(table(FOLDER / "medicines.yaml")) | {"RISKY"}
    context = table(FOLDER / "context.yaml")
    markers = [
        p for kind in ("past", "past_before", "recent", "asked_about", "asked_next") for p in context[kind]
    ]
    for text in [
        *(p for phrases in dangers().values() for p in phrases),
        *table(FOLDER / "idioms.yaml"),
        *markers,
    ]:
        assert set(CLASS.findall(text)) <= classes, text


def test_concepts_that_last_exist() -> None:
    lasting = table(FOLDER / "context.yaml")["lasting"]
    assert set(lasting["always"]) | set(lasting["for_weeks"]) <= set(dangers())


def test_every_danger_has_words_numbers_and_a_source() -> None:
    hotlines = Hotlines.load()
    says = {rule.say for rule in rules()} | {
        phrase.category for phrase in labelled() if phrase.urgency != "routine"
    }
    assert says == set(lines_table()) & says
    for lines in lines_table().values():
        for said in lines.values():
            assert said["danger"]
            assert said["source"].startswith("http")
            assert all(hotlines.get(hotline) for hotline in said["hotlines"])
            assert all(phrase(message) for message in [*said["danger"], *said["do"]])


def test_rules_are_emergency_or_urgent() -> None:
    assert {row["urgency"] for row in rules_table()} == {"emergency", "urgent"}
