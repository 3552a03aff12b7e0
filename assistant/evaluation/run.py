"""Asking the cases: each turn goes the whole way that a person's message goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.answer import Answer
from assistant.conversation.conversation import Conversation
from assistant.evaluation.case import Case, Suite
from assistant.evaluation.checks import failures
from assistant.evaluation.every_answer import broken_promises
from assistant.pipeline import Assistant
from assistant.question import Location, Question


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What became of one case: its answers in order, and what was wrong, each with the number of its turn."""

    suite: str
    case: Case
    answers: tuple[Answer, ...]
    failures: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong in any turn."""
        return not self.failures


def run_suites(
    assistant: Assistant,
    suites: Sequence[Suite],
    now: datetime,
    progress: Callable[[int, int], None] | None = None,
) -> list[CaseResult]:
    """The results of all cases; those without a moment are asked at `now`. `progress` gets (done, total)."""
    total = sum(len(suite.cases) for suite in suites)
    results: list[CaseResult] = []
    for result in _results(assistant, suites, now):
        results.append(result)
        if progress:
            progress(len(results), total)
    return results


def _results(assistant: Assistant, suites: Sequence[Suite], now: datetime) -> Iterator[CaseResult]:
    for suite in suites:
        for case in suite.cases:
            yield run_case(assistant, suite.name, case, now)


def run_case(assistant: Assistant, suite: str, case: Case, now: datetime) -> CaseResult:
    """One case in a conversation of its own."""
    conversation, answers, wrong = Conversation(), list[Answer](), list[str]()
    asked: set[str] = set()
    for number, turn in enumerate(case.turns, 1):
        asked = set() if turn.anew else asked
        answer, conversation = assistant.answer(_question(case, turn.say, now), conversation)
        found = failures(turn.expect, answer, conversation) + broken_promises(answer, case.audience, asked)
        wrong += [f"turn {number}: {each}" if len(case.turns) > 1 else each for each in found]
        answers.append(answer)
        asked |= {answer.follow_up.asks} if answer.follow_up else set()
    return CaseResult(suite, case, tuple(answers), tuple(wrong))


def _question(case: Case, message: str, now: datetime) -> Question:
    return Question(
        message=message,
        at=case.at or now,
        audience=case.audience,
        language=case.language,
        location=Location(zip=case.location) if case.location else None,
    )
