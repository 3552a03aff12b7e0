"""The application: a small factory that puts the parts together."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime
from importlib.metadata import version

import structlog
from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.middleware.base import DefineMiddleware
from litestar.stores.base import Store

from api.access.admission import check_admission
from api.access.authentication import KeyAuthentication
from api.access.limits import JSON_BODY_BYTES, limit_middleware
from api.compression import compression
from api.errors import problem_plugin, unexpected
from api.log import RequestLog, log_plugin
from api.metrics import metrics_middleware
from api.openapi import openapi_config
from api.routing import route_handlers
from api.security import add_security_headers
from api.services import Services, opened
from api.settings import Settings
from api.stores import forget_expired, open_stores
from assistant.conversation.conversation import Conversation
from assistant.question import Question

# Expired conversations and limits are dropped from memory this often.
FORGET_EVERY_SECONDS = 300
# Touches medicines, places, rules and documents; nobody sees the answer and nothing is noted of it.
WARM_UP_MESSAGE = "I lost my insulin in the flood. I am in Tampa, FL 33602. How do I keep it cold? Who pays?"


def create_app(
    settings: Settings, services: Services | None = None, *, workers: int = 1, warm: bool = False
) -> Litestar:
    """The whole application. Opens its own services when it starts, unless they are handed over.

    `warm` loads the embedding model beside the first requests, so that no person waits for it.
    """
    stores = open_stores(settings, workers)
    by_address, by_key = limit_middleware(settings)

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        with ExitStack() as stack:
            app.state.services = services or await asyncio.to_thread(stack.enter_context, opened(settings))
            # Beside the few threads that answer: those who ask meanwhile do not wait for it.
            warming = asyncio.to_thread(warm_up, app.state.services) if warm else asyncio.sleep(0)
            warming_up = asyncio.create_task(warming)
            forgetting = asyncio.create_task(_forget_regularly(stores))
            try:
                yield
            finally:
                await warming_up
                forgetting.cancel()
                with suppress(asyncio.CancelledError):
                    await forgetting

    return Litestar(
        route_handlers=route_handlers(),
        lifespan=[lifespan],
        dependencies={"services": Provide(provide_services, sync_to_thread=False)},
        middleware=[
            metrics_middleware(),
            RequestLog(),
            by_address,
            DefineMiddleware(KeyAuthentication, exclude_http_methods=[]),
            by_key,
        ],
        guards=[check_admission],
        before_send=[add_security_headers],
        exception_handlers={500: unexpected},
        plugins=[problem_plugin(), log_plugin(settings)],
        openapi_config=openapi_config(version("tideover")),
        stores=stores,
        state=State({"settings": settings}),
        compression_config=compression(),
        request_max_body_size=JSON_BODY_BYTES,
    )


def warm_up(services: Services) -> None:
    """What nobody should wait for: rests of imports that died, and all that is loaded when first needed."""
    try:
        services.knowledge.availability.recover()
        services.assistant.warm()
        services.assistant.answer(Question(message=WARM_UP_MESSAGE, at=datetime.now(UTC)), Conversation())
        _leave_alone_what_stays()
    except Exception as error:  # the first person meets it again, with an answer to show for it
        structlog.get_logger("tideover").warning("warm_up_failed", kind=type(error).__name__)


def _leave_alone_what_stays() -> None:
    """Keep the garbage collector from going through what is held until the server stops.

    The vocabulary, the gazetteer, the index and the model are 800,000 objects. Going through them is rare
    (once in some thousand answers), but takes 0.4 s in which nobody is answered. What is replaced later (an
    index after an import of documents) is freed as always, except for reference cycles of the one from here.
    """
    gc.collect()
    gc.freeze()


def provide_services(state: State) -> Services:
    """The opened services, for routes."""
    services: Services = state.services
    return services


async def _forget_regularly(stores: dict[str, Store]) -> None:
    while True:
        await forget_expired(stores)
        await asyncio.sleep(FORGET_EVERY_SECONDS)
