"""What each worker process of `tideover serve --workers N` runs."""

from __future__ import annotations

import os

from litestar import Litestar

from api.application import create_app
from api.settings import load_settings


def app() -> Litestar:
    """The application with the settings of the environment."""
    return create_app(load_settings(), workers=int(os.environ.get("WEB_CONCURRENCY", "1")), warm=True)
