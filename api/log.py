"""Logs: one JSON line per event on standard error.

No message, medicine, ZIP, coordinate or client address is ever logged: requests appear by the template
of their path, failures by their kind and their place in the code.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

import msgspec
import structlog
from litestar.enums import ScopeType
from litestar.logging.config import LoggingConfig, StructLoggingConfig
from litestar.middleware import ASGIMiddleware
from litestar.plugins.structlog import StructlogConfig, StructlogPlugin
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from api.settings import Settings

# Libraries that log what they are given (queries, addresses, URLs) below this level.
QUIET = (
    "httpx",
    "httpcore",
    "chromadb",
    "sentence_transformers",
    "alembic",
    "urllib3",
    "uvicorn.access",
    "faker",
)
# The innermost calls say where it broke; the rest is the framework.
FRAMES_KEPT = 12


def frames(trace: TracebackType | None) -> list[str]:
    """Where it happened: file, line and function, innermost last; never the source line or a value."""
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return found[-FRAMES_KEPT:]


class LibraryFormatter(logging.Formatter):
    """Lines of libraries in our shape; an exception's own words may hold a message and stay out."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {"event": record.getMessage(), "logger": record.name}
        if record.exc_info and record.exc_info[0] is not None:
            line |= {"kind": record.exc_info[0].__name__, "frames": frames(record.exc_info[2])}
        return json.dumps(line | {"level": record.levelname.lower()}, ensure_ascii=False)


class RequestLog(ASGIMiddleware):
    """One line per request: method, path template, status, milliseconds, and the role of the key."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        started, status = time.perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await next_app(scope, receive, noting)
        finally:
            user = scope.get("user")
            structlog.get_logger("tideover.requests").info(
                "request",
                method=scope.get("method"),
                path=scope.get("path_template"),
                status=status,
                milliseconds=round((time.perf_counter() - started) * 1000, 1),
                role=user.role if user else None,
            )


def log_plugin(settings: Settings) -> StructlogPlugin:
    """structlog and the standard library's logging, set up together."""
    level = settings.log_level.upper()
    libraries = LoggingConfig(
        logging_module="logging",
        formatters={"standard": {"()": LibraryFormatter}},
        handlers={"queue_listener": _handler(), "console": _handler()},
        loggers={name: {"level": "WARNING"} for name in QUIET},
        root={"handlers": ["console"], "level": "WARNING"},
        log_exceptions="never",
    )
    own = StructLoggingConfig(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(serializer=_as_json),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
        standard_lib_logging_config=libraries,
        log_exceptions="never",
    )
    return StructlogPlugin(StructlogConfig(structlog_logging_config=own, enable_middleware_logging=False))


def _as_json(event: dict[str, Any], default: Callable[[Any], Any], **_: Any) -> str:
    return msgspec.json.encode(event, enc_hook=default).decode()


def _handler() -> dict[str, Any]:
    stream = "ext://sys.stderr"
    return {"class": "logging.StreamHandler", "level": "WARNING", "formatter": "standard", "stream": stream}
