"""What the routes work with: opened once when the server starts, closed once when it stops."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from litestar.di import NamedDependency
from litestar.params import SkipValidation

from api.access.keys import KeyRing
from api.aftermath import Aftermath
from api.beside import Beside
from api.readiness import ReadinessCheck
from api.settings import Settings

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from assistant.writing.chat_model import ChatModelWriter
    from knowledge.opening import Knowledge

# Answers worked on at once in one process. Python runs one thread at a time, and 16 at work spend a third of
# their time on handing over: two answer half as many questions again, each in less than half the time.
ANSWER_THREADS = 2
# Those that wait for another machine, a chat model or a database server, leave room for others meanwhile.
WAITING_ANSWER_THREADS = 16
# A key's last use is noted once a minute, so more waiting than keys is never needed.
KEY_USES_WAITING = 10_000


@dataclass(frozen=True, slots=True)
class Services:
    """The opened parts of one process."""

    settings: Settings
    knowledge: Knowledge
    assistant: Assistant
    keys: KeyRing
    readiness: ReadinessCheck
    aftermath: Aftermath
    key_uses: Beside[str]
    threads: ThreadPoolExecutor


# How a route takes them: they are ours already and need no validation.
InjectedServices: TypeAlias = NamedDependency[SkipValidation[Services]]


@contextmanager
def opened(settings: Settings) -> Iterator[Services]:
    """Everything that is needed to answer; what is missing in the data folder is built first.

    Raises TideoverError (Unavailable for broken weights or an unreachable database) with one sentence.
    """
    from api.preparing import prepare  # noqa: PLC0415  pulls in the tables and the index
    from assistant.pipeline import Assistant  # noqa: PLC0415

    chat_model = _chat_model(settings)
    knowledge = prepare(settings)
    waits = chat_model is not None or bool(settings.database_url)
    at_once = WAITING_ANSWER_THREADS if waits else ANSWER_THREADS
    threads = ThreadPoolExecutor(at_once, thread_name_prefix="answer")
    keys, aftermath = KeyRing(knowledge.engine), Aftermath(knowledge)
    key_uses = Beside("key-uses", keys.note_uses, KEY_USES_WAITING)
    aftermath.start()
    key_uses.start()
    try:
        yield Services(
            settings=settings,
            knowledge=knowledge,
            assistant=Assistant(knowledge, chat_model),
            keys=keys,
            readiness=ReadinessCheck(knowledge),
            aftermath=aftermath,
            key_uses=key_uses,
            threads=threads,
        )
    finally:
        threads.shutdown(wait=True, cancel_futures=True)
        aftermath.stop()
        key_uses.stop()
        knowledge.engine.dispose()


def _chat_model(settings: Settings) -> ChatModelWriter | None:
    """The configured chat model; asked for first, so that a missing key stops the start at once."""
    if not settings.chat_model:
        return None
    from assistant.writing.chat_model import ChatModelWriter  # noqa: PLC0415  langchain takes a second

    return ChatModelWriter.configured(settings.chat_model)
