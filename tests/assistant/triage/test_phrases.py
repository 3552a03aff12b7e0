"""The little language of danger phrases."""

from __future__ import annotations

import pytest

from assistant.triage.phrases import Step, add_phrase, bounds, find
from assistant.triage.words import words_of


def found(phrase: str, text: str) -> list[str]:
    root = Step()
    add_phrase(root, phrase, "it")
    words = words_of(text)
    symbols = [(word.text, *(["FRUIT"] if word.text in {"apple", "pear"} else [])) for word in words]
    return [text[words[m.start].start : words[m.end - 1].end] for m in find(root, words, symbols)]


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("red FRUIT", "a red pear", ["red pear"]),
        ("(red|very green) FRUIT", "very green apple", ["very green apple"]),
        ("red? FRUIT", "red apple", ["red apple", "apple"]),
        ("red ~ FRUIT", "red but not ripe pear", ["red but not ripe pear"]),
        ("red ~ FRUIT", "red but not at all ripe pear", []),
        ("red ~~ FRUIT", "red but not at all ripe pear", ["red but not at all ripe pear"]),
        ("red FRUIT ~ sweet?", "red pear", ["red pear"]),
        ("sugar <300+>", "sugar 480", ["sugar 480"]),
        ("sugar <300+>", "sugar 120", []),
        ("sugar <-60>", "sugar 45", ["sugar 45"]),
        ("sugar <40-60>", "sugar 61", []),
        ("red FRUIT", "red. pear", []),
        ("red FRUIT", "red, pear", ["red, pear"]),
    ],
)
def test_what_a_phrase_finds(phrase: str, text: str, matches: list[str]) -> None:
    assert sorted(found(phrase, text)) == sorted(matches)


@pytest.mark.parametrize("phrase", ["(red", "red)", "red?", ""])
def test_a_badly_written_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|unbalanced"):
        add_phrase(Step(), phrase, "it")


def test_a_bad_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not a number pattern"):
        bounds("<many>")
