"""`tideover serve`: builds what is missing, then serves the API and the web faces."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import click

from api.command_line.console import TideoverCommand, settings

if TYPE_CHECKING:
    from api.settings import Settings

DEFAULT_PORT = 8000
# More processes than this on one machine is a typing error.
WORKERS_LIMIT = 64
# Requests in flight get this long to finish when the server is stopped.
SHUTDOWN_SECONDS = 10


@click.command(cls=TideoverCommand)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, WORKERS_LIMIT), help="Processes."
)
def serve(host: str, port: int, workers: int) -> None:
    """Build whatever is missing (tables, index, sample data), then serve."""
    chosen = settings()
    click.echo("Preparing the data folder …", err=True)
    if workers == 1:
        _serve_here(chosen, host, port)
    else:
        _serve_with_workers(chosen, host, port, workers)


def _serve_here(chosen: Settings, host: str, port: int) -> None:
    """One process: what was opened to prepare is what answers."""
    import uvicorn  # noqa: PLC0415

    from api.application import create_app  # noqa: PLC0415
    from api.services import opened  # noqa: PLC0415

    with opened(chosen) as services:
        app = create_app(chosen, services)
        config = uvicorn.Config(app, host=host, port=port, **_options(chosen))
        _announce(host, port)
        uvicorn.Server(config).run()


def _serve_with_workers(chosen: Settings, host: str, port: int, workers: int) -> None:
    """Several processes: this one prepares, so that all find everything, and tells of failures once."""
    import uvicorn  # noqa: PLC0415

    from api.services import opened  # noqa: PLC0415

    with opened(chosen):
        pass
    # Both are read by the workers: how many there are, and where they add up their counters.
    os.environ["WEB_CONCURRENCY"] = str(workers)
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", mkdtemp(prefix="tideover-metrics-"))
    Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]).mkdir(parents=True, exist_ok=True)
    _announce(host, port)
    uvicorn.run("api.served:app", factory=True, host=host, port=port, workers=workers, **_options(chosen))


def _options(chosen: Settings) -> dict[str, object]:
    return {
        "access_log": False,  # it would hold addresses and what was asked
        "log_config": None,
        "proxy_headers": True,
        "forwarded_allow_ips": chosen.trusted_proxies,
        "server_header": False,
        "timeout_graceful_shutdown": SHUTDOWN_SECONDS,
    }


def _announce(host: str, port: int) -> None:
    shown = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104  only compared
    click.echo(f"Tideover serves at http://{shown}:{port}/", err=False)
