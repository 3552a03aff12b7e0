"""The same questions to the served API: `GET /v1/places` over one kept connection, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.availability.searching import RESULTS, Question, timed
from tests.benchmarks.serving import Caller, tideover
from tests.benchmarks.timing import quantiles


def measured_over_http(url: str, home: Path, asked: Sequence[Question]) -> dict[str, Any]:
    """Milliseconds from the request until the whole answer is there, beside a call that looks nothing up.

    The server builds its index of documents first, where `home` has none for this database.
    """
    with tideover(home, TIDEOVER_DATABASE_URL=url, TIDEOVER_SAMPLE_DATA="off") as served:
        served.rest()
        caller = Caller(served.port)
        searches = timed(lambda each: caller.get(path(each)), asked)
        nothing = timed(lambda each: caller.get("/healthz"), asked)
        caller.close()
    return {**quantiles(searches), "healthz": quantiles(nothing)}


def path(each: Question) -> str:
    """By RxCUI where there is one: a name may be short for several medicines."""
    wanted = {
        "medicine": each.medicine.rxcui or each.medicine.name,
        "near": each.zip,
        "limit": RESULTS,
    }
    return f"/v1/places?{urlencode(wanted)}"
