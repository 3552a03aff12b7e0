"""What an operator added answers the questions that are about it, before any table."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.services import Services, opened
from api.settings import Settings
from tests.assistant.test_pipeline import ask

NOTICE = """---
title: "Quill County shelters: medicine notice"
jurisdiction: [TX]
---
## What the desk cannot do
The medicine desk of the Quill County shelter holds no controlled medicines such as oxycodone.

## Rides
A free van leaves the Marrow Hall shelter at 10:15 a.m. for the pharmacies on Ayers Street.
"""


@pytest.fixture(scope="module")
def with_notice(untouched_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    home = Path(shutil.copytree(untouched_home, tmp_path_factory.mktemp("own") / "home"))
    file = tmp_path_factory.mktemp("notice") / "quill.md"
    file.write_text(NOTICE, encoding="utf-8")
    with opened(Settings(home=home, log_level="error")) as services:
        services.knowledge.documents.add([file])
        yield services


def test_what_the_added_document_says_comes_first(with_notice: Services) -> None:
    [answer] = ask(with_notice, "does the Quill County shelter medicine desk in Texas hold oxycodone")
    assert "no controlled medicines" in answer.sections[0].text


def test_a_question_that_only_the_document_understands_is_not_declined(with_notice: Services) -> None:
    [answer] = ask(with_notice, "what time does the van leave the Marrow Hall", audience="agent")
    assert answer.declined is None
    assert "10:15 a.m." in answer.sections[0].text
    assert answer.citations[0].title.startswith("Quill County shelters")


def test_other_questions_stay_what_they_were(with_notice: Services, services: Services) -> None:
    question = "where can I get albuterol near 33602? I have no insurance"
    kinds = [
        [section.kind for section in ask(each, question)[0].sections] for each in (with_notice, services)
    ]
    assert kinds[0] == kinds[1]


def test_a_program_of_a_state_is_known_by_its_own_name(services: Services) -> None:
    [answer] = ask(services, "who runs SafeNetRx and who qualifies", audience="agent")
    assert "Iowa's program is SafeNetRx" in answer.sections[0].text


def test_what_was_asked_before_is_read_anew_once_a_document_tells_it(
    with_notice: Services, tmp_path: Path
) -> None:
    question = "when does the ferry with refills leave Pelican Landing"
    before = ask(with_notice, question)[0]
    file = tmp_path / "ferry.md"
    file.write_text("The ferry with refills leaves Pelican Landing at 6:40 a.m.", encoding="utf-8")
    with_notice.knowledge.documents.add([file])
    after = ask(with_notice, question)[0]
    assert "6:40" not in before.text
    assert "6:40" in after.sections[0].text
