"""`tideover serve`: builds what is missing, then serves the API and the web faces."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from api.command_line.console import Failed, TideoverCommand, settings

if TYPE_CHECKING:
    from api.settings import Settings

DEFAULT_PORT = 8000
# More processes than this on one machine is a typing error.
WORKERS_LIMIT = 64
# Requests in flight get this long to finish when the server is stopped.
SHUTDOWN_SECONDS = 10
WORKER_START_SECONDS = 60
FAMILY = {True: socket.AF_INET6, False: socket.AF_INET}


@click.command(cls=TideoverCommand)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option(
    "--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535), help="0: any free."
)
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, WORKERS_LIMIT), help="Processes."
)
def serve(host: str, port: int, workers: int) -> None:
    """Build whatever is missing (tables, index, sample data), then serve."""
    chosen = settings()
    bound = _bind(host, port)
    click.echo("Preparing: tables, documents, sample data where they are missing …", err=True)
    if workers == 1:
        _serve_here(chosen, bound)
    else:
        _serve_with_workers(chosen, bound, workers)


def _bind(host: str, port: int) -> socket.socket:
    """The port, taken before the long work begins; nobody can connect until the server listens on it."""
    bound = socket.socket(FAMILY[":" in host])
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise Failed(
            f"Cannot listen on {host} port {port}: {error.strerror}. Choose another with --port."
        ) from error
    bound.set_inheritable(True)
    return bound


def _serve_here(chosen: Settings, bound: socket.socket) -> None:
    """One process: what was opened to prepare is what answers."""
    import uvicorn  # noqa: PLC0415

    from api.application import create_app  # noqa: PLC0415
    from api.services import opened  # noqa: PLC0415

    with opened(chosen) as services:
        app = create_app(chosen, services, warm=True)
        server = uvicorn.Server(uvicorn.Config(app, **_options(chosen)))
        _announce(bound)
        with _signals_stop_the_server_only():
            server.run(sockets=[bound])


@contextmanager
def _signals_stop_the_server_only() -> Iterator[None]:
    """uvicorn raises a signal again once it has stopped; that must not end the process before what the
    last answers left behind is written."""
    before = {name: signal.signal(name, lambda *_: None) for name in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _serve_with_workers(chosen: Settings, bound: socket.socket, workers: int) -> None:
    """Several processes: this one prepares, so that all find everything, and tells of failures once."""
    import uvicorn  # noqa: PLC0415

    from api.services import opened  # noqa: PLC0415

    with opened(chosen):
        pass
    host, port = bound.getsockname()[:2]
    _announce(bound)
    bound.close()
    with TemporaryDirectory(prefix="tideover-metrics-") as counters:
        # Read by the workers: how many they are, and where they add up their counters.
        os.environ["WEB_CONCURRENCY"] = str(workers)
        os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", counters)
        uvicorn.run("api.served:app", factory=True, host=host, port=port, workers=workers, **_options(chosen))


def _options(chosen: Settings) -> dict[str, Any]:
    return {
        "access_log": False,  # it would hold addresses and what was asked
        "log_config": None,
        "proxy_headers": True,
        "forwarded_allow_ips": chosen.trusted_proxies,
        "server_header": False,
        "timeout_graceful_shutdown": SHUTDOWN_SECONDS,
        # Loading the embedding model keeps a worker from answering its parent for some seconds.
        "timeout_worker_healthcheck": WORKER_START_SECONDS,
    }


def _announce(bound: socket.socket) -> None:
    host, port = bound.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    click.echo(f"Tideover serves at http://{shown}:{port}/")
