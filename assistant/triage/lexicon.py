"""The data of triage, compiled once: words, spelling, danger phrases, sayings and what surrounds them."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from assistant.triage.phrases import Step, add_phrase
from assistant.triage.words import as_typed_words

Who = Literal["self", "other", "pet"]
Phrases = Mapping[str, Sequence[str]]  # concept → its phrases
FOLDER = Path(__file__).with_name("tables")
# The class of every medicine whose lack can be dangerous; it stands in the phrases of `lack.*`.
RISKY = "RISKY"
# A concept named 'lack.*' becomes 'lack.insulin' when the phrase holds a word of the class INSULIN.
BY_MEDICINE = ".*"
MARKERS = ("past", "past_before", "recent", "asked_about", "asked_next")
# A class may hold 'vomit*': every word that begins so. Beginnings are this long.
BEGINNINGS = range(10, 3, -1)
# What people type in a night is some thousand different words.
WORDS_KEPT = 8_192


@dataclass(frozen=True, slots=True)
class Context:
    """Words around a danger word that change what it means (context.yaml)."""

    denied: frozenset[str]
    denied_between: frozenset[str]
    denied_unless: frozenset[str]
    joining: frozenset[str]
    still_real: frozenset[str]
    never_asked: frozenset[str]
    never_asked_of_oneself: frozenset[str]
    lasting: frozenset[str]
    lasting_weeks: frozenset[str]
    now: frozenset[str]
    people: Mapping[str, Who]


@dataclass(frozen=True)
class Lexicon:
    """Everything that is looked up while a message is read."""

    classes: Mapping[str, tuple[str, ...]]  # word → its classes
    medicines: frozenset[str]  # names of the medicine classes
    read_as: Mapping[str, str]
    joined: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]  # first word → (all words, joined word)
    mended: tuple[str, ...]
    known: frozenset[str]
    dangers: Step
    sayings: Step
    markers: Step
    context: Context

    @functools.cached_property
    def classes_of(self) -> Callable[[str], tuple[str, ...]]:
        """The classes of a word, by itself or by how it begins; looked up once, as most words come again."""
        return functools.lru_cache(maxsize=WORDS_KEPT)(self._classes_of)

    def _classes_of(self, word: str) -> tuple[str, ...]:
        found = self.classes.get(word)
        if found is None:
            found = next(
                (self.classes[key] for size in BEGINNINGS if (key := word[:size] + "*") in self.classes), ()
            )
        return found

    def knows(self, word: str) -> bool:
        """Whether a word is spelled as it should be, so that no slip is looked for in it."""
        return word in self.known or bool(self.classes_of(word))


@functools.cache
def lexicon() -> Lexicon:
    """The compiled lexicon; built at the first use."""
    classes, medicines = _classes()
    spelling, context = _spelling(), _yaml("context")
    as_read = _reader(spelling)
    dangers = as_read(_dangers())
    sayings = as_read({"saying": _yaml("idioms")})
    markers = as_read({kind: context[kind] for kind in MARKERS})
    joined = _joined(spelling["joined"])
    return Lexicon(
        classes=classes,
        medicines=medicines,
        read_as=spelling["read_as"],
        joined=joined,
        mended=tuple(spelling["mended"].split()),
        known=_known(classes, joined, [dangers, sayings, markers], _ordinary()),
        dangers=_tree(dangers),
        sayings=_tree(sayings),
        markers=_tree(markers),
        context=_context(context),
    )


def rules_table() -> list[dict[str, Any]]:
    """The rows of rules.yaml."""
    return list(_yaml("rules"))


def lines_table() -> dict[str, Any]:
    """The rows of lines.yaml: category → what is said."""
    return dict(_yaml("lines"))


def _yaml(name: str) -> Any:
    # The C loader where PyYAML has it: these tables are read at the first message.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), loader)  # noqa: S506 (a safe loader)


def _spelling() -> dict[str, Any]:
    """spelling.yaml, its joined names written as messages are read."""
    table = _yaml("spelling")
    joined = {
        name: [as_typed_words(typed) for typed in spellings] for name, spellings in table["joined"].items()
    }
    return {**table, "joined": joined}


def _ordinary() -> Iterable[str]:
    text = (FOLDER / "ordinary_words.txt").read_text(encoding="utf-8")
    return (word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _classes() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    medicines = _yaml("medicines")
    by_word: dict[str, list[str]] = {}
    for name, words in itertools.chain(_yaml("classes").items(), medicines.items()):
        for word in words.split():
            by_word.setdefault(word, []).append(name)
            if name in medicines and RISKY not in by_word[word]:
                by_word[word].append(RISKY)
    return {word: tuple(names) for word, names in by_word.items()}, frozenset(medicines)


def _joined(table: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    joined: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, spellings in table.items():
        for spelling in spellings:
            words = tuple(spelling.split())
            joined.setdefault(words[0], []).append((words, name))
    for options in joined.values():
        options.sort(key=lambda option: -len(option[0]))  # the longest wins
    return joined


def _reader(spelling: Mapping[str, Any]) -> Callable[[Phrases], dict[str, list[str]]]:
    """Writes phrases as messages are read: plain letters, joined words, words that mean others."""
    joined = {typed: name for name, spellings in spelling["joined"].items() for typed in spellings}
    meant = {**joined, **spelling["read_as"]}
    longest_first = "|".join(re.escape(typed) for typed in sorted(meant, key=len, reverse=True))
    typed_words = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")

    def as_read(table: Phrases) -> dict[str, list[str]]:
        return {
            concept: [typed_words.sub(lambda typed: meant[typed.group()], as_typed_words(p)) for p in phrases]
            for concept, phrases in table.items()
        }

    return as_read


def _tree(table: Phrases) -> Step:
    root = Step()
    for concept, phrases in table.items():
        for phrase in phrases:
            add_phrase(root, phrase, concept)
    return root


def _dangers() -> dict[str, list[str]]:
    """Concept → phrases, of all files of phrases together."""
    dangers: dict[str, list[str]] = {}
    for path in sorted((FOLDER / "dangers").glob("*.yaml")):
        for concept, phrases in _yaml(f"dangers/{path.stem}").items():
            dangers.setdefault(concept, []).extend(phrases)
    return dangers


def _known(
    classes: Mapping[str, object],
    joined: Mapping[str, Sequence[tuple[tuple[str, ...], str]]],
    tables: Sequence[Phrases],
    ordinary: Iterable[str],
) -> frozenset[str]:
    """Words that are spelled as they should be, so that no slip is looked for in them."""
    phrases = (phrase for table in tables for phrases in table.values() for phrase in phrases)
    in_phrases = (
        word for phrase in phrases for word in phrase.translate(str.maketrans("()|?", "    ")).split()
    )
    in_joined = (word for options in joined.values() for words, _ in options for word in words)
    return frozenset(itertools.chain(classes, in_phrases, in_joined, ordinary))


def _context(table: Mapping[str, Any]) -> Context:
    people = {word: who for who in get_args(Who) for word in table[who].split()}
    return Context(
        denied=frozenset(table["denied"]["words"].split()),
        denied_between=frozenset(table["denied"]["between"].split()),
        denied_unless=frozenset(table["denied"]["unless"].split()),
        joining=frozenset(table["denied"]["joining"].split()),
        still_real=frozenset(table["still_real"].split()),
        never_asked=frozenset(table["never_asked"]),
        never_asked_of_oneself=frozenset(table["never_asked_of_oneself"]),
        lasting=frozenset(table["lasting"]["always"]),
        lasting_weeks=frozenset(table["lasting"]["for_weeks"]),
        now=frozenset(table["now"].split()),
        people=people,
    )
