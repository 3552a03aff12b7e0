"""Texts as operators really add them: a release, a news report, a newsletter, a web page pasted as text.

They are not part of the project; the tests are skipped where they are not at hand.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.index import DocumentIndex
from tests.knowledge.documents.conftest import LIBRARY, TODAY, engine_in

TEXTS = Path(__file__).parents[3] / ".." / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts are not on this machine")
AMONG_THE_FIRST = 3


@pytest.fixture(scope="module")
def index(
    tmp_path_factory: pytest.TempPathFactory, built_home: Path, embedder: SentenceEmbedder
) -> Iterator[DocumentIndex]:
    home = Path(shutil.copytree(built_home, tmp_path_factory.mktemp("texts") / "home"))
    engine = engine_in(home)
    held = DocumentIndex.open(home, engine, embedder, library=LIBRARY)
    report = held.add([TEXTS])
    assert len(report.changes) == 4
    assert report.refused == ()
    yield held
    engine.dispose()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many medications did Evernorth donate?", r"41,000"),
        ("Which conditions do the donated medications treat?", r"asthma.*diabetes"),
        ("Does the donation follow the DSCSA?", r"Drug Supply Chain Security Act"),
        ("How many pharmacies in how many states does CPESN have?", r"3,500 pharmacies in 44 states"),
        (
            "Which patients does the Express Scripts and CPESN partnership start with?",
            r"hypertension and diabetes",
        ),
        ("How many condition-focused pharmacists and infusion nurses does Accredo have?", r"500 .* 550 "),
        ("What do the opioid programs ensure?", r"safely and effectively"),
        ("Is the newsletter for residents of New Mexico?", r"not intended for residents of New Mexico"),
    ],
)
def test_the_passage_that_answers_is_among_the_first(
    index: DocumentIndex, question: str, answer: str
) -> None:
    found = index.search(question, at=TODAY, limit=AMONG_THE_FIRST)
    assert any(re.search(answer, scored.passage.text, re.DOTALL) for scored in found)


def test_glued_footnote_numbers_are_not_read_as_numbers(index: DocumentIndex) -> None:
    text = index.get("cigna-accredo-specialty-pharmacy").text
    assert "199.1" not in text
    assert "¹ 99.1%" in text
