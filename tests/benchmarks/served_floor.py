"""The floor over HTTP: our answers and a Litestar 'hello' in turns, on loopback, beside one forward pass.

A document question needs at least one forward pass of the embedding model and one HTTP exchange; the ratio
says how much more than that ours takes. A structured question needs no model, and is asked in turns with the
hello alone: passes of a model in between would leave it a processor cache that no server of one has. Both
servers are asked over one kept connection each, in turns, so that a busy machine slows all of them alike.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.floor import forward_pass, in_turns, own_pass
from tests.benchmarks.messages import KINDS, Kind, different
from tests.benchmarks.serving import Caller, hello, tideover
from tests.benchmarks.timing import quantiles

ROUNDS, ROUNDS_QUICK = 300, 40
WARM_UP = 20
OWN = "our pass of the same weights"
STRUCTURED: tuple[Kind, ...] = ("availability", "rules")


def served_floor(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """Milliseconds of each, what a structured question takes in the server, the document question's ratio."""
    rounds = ROUNDS_QUICK if quick else ROUNDS
    texts = {kind: different(kind, rounds + WARM_UP) for kind in KINDS}
    with hello() as smallest, tideover(home) as ours:
        ours.rest()
        greeting, asking = Caller(smallest.port), Caller(ours.port)
        asks = {kind: _asks(asking, texts[kind]) for kind in KINDS}
        with_model: dict[str, Callable[[int], object]] = {
            "hello": lambda number: greeting.get("/"),
            "forward pass": forward_pass(texts["documents"]),
            OWN: own_pass(texts["documents"]),
            "documents": asks["documents"],
        }
        structured: dict[str, Callable[[int], object]] = {
            "hello beside structured": lambda number: greeting.get("/"),
            **{kind: asks[kind] for kind in STRUCTURED},
        }
        times = {}
        for parts in (structured, with_model):
            in_turns(parts, WARM_UP)
            times |= in_turns(parts, rounds, first=WARM_UP)
        greeting.close()
        asking.close()
    return {"rounds": rounds, **compared({name: quantiles(seconds) for name, seconds in times.items()})}


def compared(times: dict[str, dict[str, float]]) -> dict[str, Any]:
    """The medians related: document question / (forward pass + hello), with the model as it comes and as we
    run it; structured less the hello."""
    median = {name: each["p50"] for name, each in times.items()}
    beneath, own = (median[name] + median["hello"] for name in ("forward pass", OWN))
    return {
        "times_ms": times,
        "floor_ms": round(beneath, 2),
        "documents_to_floor": round(median["documents"] / beneath, 2),
        "own_floor_ms": round(own, 2),
        "documents_to_own_floor": round(median["documents"] / own, 2),
        "structured_in_server_ms": {
            kind: round(median[kind] - median["hello beside structured"], 2) for kind in STRUCTURED
        },
    }


def _asks(caller: Caller, texts: list[str]) -> Callable[[int], object]:
    return lambda number: caller.chat(texts[number % len(texts)])
