"""The hazard log is kept: every hazard has a control, and every control a test that exists.

That the tests pass, the suite itself shows: a failing one fails it.
"""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import msgspec
import pytest

LOG = Path(__file__).with_name("hazards.yaml")
TOP = LOG.parent.parent


class Control(msgspec.Struct, forbid_unknown_fields=True):
    """What stands against a hazard, and the tests that prove it."""

    control: str
    tests: list[str]


class Hazard(msgspec.Struct, forbid_unknown_fields=True):
    """One way in which an answer could hurt someone."""

    id: str
    harm: str
    causes: list[str]
    controls: list[Control]


def hazards() -> list[Hazard]:
    return msgspec.yaml.decode(LOG.read_bytes(), type=list[Hazard])


@functools.cache
def named_tests(path: Path) -> frozenset[str]:
    """The names of the tests of a file, those in classes as 'Class::test'."""
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.ClassDef):
            inner = (n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
            names.update(f"{node.name}::{n.name}" for n in inner)
    return frozenset(name for name in names if name.split("::")[-1].startswith("test_"))


@pytest.mark.parametrize("hazard", hazards(), ids=lambda hazard: hazard.id)
def test_every_control_names_tests_that_exist(hazard: Hazard) -> None:
    assert hazard.harm
    assert hazard.causes
    assert hazard.controls, f"{hazard.id} has no control"
    for control in hazard.controls:
        assert control.tests, f"{hazard.id}: no test proves '{control.control}'"
        for test in control.tests:
            file, _, name = test.partition("::")
            assert (TOP / file).is_file(), f"{hazard.id}: there is no file {file}"
            assert name in named_tests(TOP / file), f"{hazard.id}: there is no test {test}"


def test_every_hazard_stands_once() -> None:
    ids = [hazard.id for hazard in hazards()]
    assert len(ids) == len(set(ids))


def test_the_log_names_what_was_feared_from_the_start() -> None:
    feared = {
        "missed-danger",
        "wrong-states-rule",
        "stale-stock-called-in-stock",
        "invented-fact",
        "controlled-medicine-called-refillable",
        "wrong-medicine",
        "wrong-language",
        "no-next-step",
    }
    assert feared <= {hazard.id for hazard in hazards()}
