"""Reading the suites: one YAML file each, with errors that name the case and the field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import yaml

from assistant.evaluation.case import Case, Suite
from knowledge.errors import BadInput, FieldError, NotFound


def load_suites(folder: Path, name: str | None = None) -> tuple[Suite, ...]:
    """All suites of a folder in the order of their names, or the one called `name`.

    Raises NotFound for a folder without suites or a name that is not there, BadInput for a broken file.
    """
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise NotFound(f"There are no suites (*.yaml) in {folder}.")
    suites = tuple(_suite(file) for file in files if name in (None, file.stem))
    if not suites:
        raise NotFound(f"There is no suite '{name}'. There are: {', '.join(file.stem for file in files)}.")
    _refuse_twins(suites)
    return suites


def _suite(file: Path) -> Suite:
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadInput(f"{file.name} is no YAML: {error}") from error
    if not isinstance(rows, list) or not rows:
        raise BadInput(f"{file.name} must be a list of cases.")
    return Suite(file.stem, tuple(_case(file.name, number, row) for number, row in enumerate(rows, 1)))


def _case(file: str, number: int, row: object) -> Case:
    label = str(row.get("id", "without an id")) if isinstance(row, dict) else "no mapping"
    try:
        case = msgspec.convert(row, Case)
    except msgspec.ValidationError as error:
        raise _broken(file, number, label, str(error)) from error
    for problem in _problems(case):
        raise _broken(file, number, label, problem)
    return case


def _problems(case: Case) -> Iterator[str]:
    if not case.turns:
        yield "has no turns"
    if case.at and case.at.tzinfo is None:
        yield "`at` needs a time zone, for example 2024-10-15T15:00:00Z"
    for pattern in _patterns(case):
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"'{pattern}' is no regular expression: {error}"


def _patterns(case: Case) -> Iterator[str]:
    for expect in (turn.expect for turn in case.turns):
        yield from (*expect.must, *expect.must_not)
        for words in expect.within.values():
            yield from (*words.must, *words.must_not)


def _broken(file: str, number: int, label: str, problem: str) -> BadInput:
    return BadInput(f"{file}, case {number} ({label}): {problem}", [FieldError(label, problem, number)])


def _refuse_twins(suites: Sequence[Suite]) -> None:
    counts = Counter(case.id for suite in suites for case in suite.cases)
    if twins := sorted(case_id for case_id, count in counts.items() if count > 1):
        raise BadInput(f"These ids are used more than once: {', '.join(twins)}.")
