"""The smallest Litestar application, served as ours is: `python -m tests.benchmarks.hello PORT`."""

from __future__ import annotations

import sys

import uvicorn
from litestar import Litestar, get


@get("/", sync_to_thread=False)
def greet() -> dict[str, str]:
    return {"hello": "world"}


if __name__ == "__main__":
    uvicorn.run(
        Litestar([greet], openapi_config=None), port=int(sys.argv[1]), log_level="error", access_log=False
    )
