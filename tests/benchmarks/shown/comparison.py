"""The comparison of retrieval: quality, margins, speed, and the way to a whole answer."""

from __future__ import annotations

from collections.abc import Mapping

from tests.benchmarks.markdown import Figures, table
from tests.benchmarks.plots import Bar, bars

# The page of misses, beside this one.
MISSES = "untouched_misses.md"
OURS, OURS_AS_PEERS, OURS_BY_DOCUMENT = "tideover", "tideover, default", "tideover, by document"
HALVES = ("tuned", "untouched")
QUALITY = {
    ("section", "recall"): "R",
    ("section", "ndcg"): "N",
    ("section", "mrr"): "MRR",
    ("words", ""): "W",
    ("document", "recall"): "R documents",
    ("document", "ndcg"): "N documents",
}
# Kinds of untouched questions, as the evaluation names them.
KINDS = ("English", "typos", "Spanish", "long")
SPEED = ("p50 ms", "p95 ms", "answers/s at 16", "first answer s", "build s", "memory MB")


def comparison(figures: Figures) -> str:
    ran = _ran(figures)
    missing = [f"- {name}: no figures, {row['trouble']}" for name, row in figures.items() if name not in ran]
    return "\n\n".join(
        [
            "The same documents, embedding model and machine, no chat model and no second model that ranks "
            "again; each peer cuts documents as it does by default. Weights and words were chosen on the "
            "tuned half only; the untouched half is reported. "
            f"Questions: {_counts(ran)}. R: Recall@5, N: nDCG@10, of sections unless documents are named; "
            "W: right sections within the first 500 words returned, because pieces of some systems are "
            "several times as long and hold several sections; how many words five pieces hold stands last. "
            "'by document' gives what each document says as one piece, as the agent's search does; "
            "'gated' also uses who asks and where, as the server does; no peer is told.",
            table(
                [
                    "",
                    *(f"{half}: {name}" for half in HALVES for name in QUALITY.values()),
                    "words in five pieces",
                ],
                [
                    [
                        name,
                        *(_quality(row, half, *pair) for half in HALVES for pair in QUALITY),
                        row.get("words_in_five", ""),
                    ]
                    for name, row in ran.items()
                ],
            ),
            *(_margins(ran, mode) for mode in (OURS_AS_PEERS, OURS_BY_DOCUMENT)),
            "Recall@5 of sections by kind of untouched question:",
            table(
                ["", *KINDS],
                [
                    [name, *(_quality(row, f"untouched, {kind}", "section", "recall") for kind in KINDS)]
                    for name, row in ran.items()
                ],
            ),
            f"Retrieval alone, in the process of each system: {_asked(ran)}.",
            table(["", *SPEED], [[name, *_speed(row)] for name, row in ran.items()]),
            *(["\n".join(missing)] if missing else []),
            "![Recall@5](quality.svg)",
            "![Latency](latency.svg)",
            f"The ten worst misses of the untouched half, and why: [{MISSES}]({MISSES}).",
        ]
    )


def whole_answers(figures: Figures, served: Figures) -> str:
    """Our whole answer over HTTP beside what each system takes to find passages, at what recall."""
    ran = _ran(figures)
    if OURS_AS_PEERS not in ran:
        return ""
    own = _quality(ran[OURS_AS_PEERS], "untouched", "section", "recall")
    equal = [name for name, row in _peers(ran).items() if _recall(row) >= (own or 0)]
    rows = [
        [name, _recall(row), row["latency_ms"]["p50"], row["latency_ms"]["p95"]] for name, row in ran.items()
    ]
    answer = served["times_ms"]["documents"]
    rows.append(["tideover, the whole answer over HTTP", "", answer["p50"], answer["p95"]])
    return "\n\n".join(
        [
            "### Document questions at the same recall",
            f"Peers that reach our Recall@5 on the untouched half: {', '.join(equal) or 'none'}. The last "
            "row understands the question, checks for danger, finds passages and writes the answer; the "
            "others only find passages.",
            table(["", "untouched: R", "p50 ms", "p95 ms"], rows),
        ]
    )


def comparison_plots(figures: Figures) -> dict[str, str]:
    ran = _ran(figures)
    latency = {name: row["latency_ms"]["p50"] for name, row in ran.items()}
    return {
        "quality": bars(
            "Recall@5 of sections, untouched half",
            "share of right sections; more is better",
            _bars({name: _recall(row) for name, row in ran.items()}),
        ),
        "latency": bars("One question, retrieval only, median", "ms; less is better", _bars(latency)),
    }


def _bars(values: Mapping[str, float]) -> list[Bar]:
    return [Bar(name, value, name.startswith(OURS)) for name, value in values.items()]


def _ran(figures: Figures) -> dict[str, Figures]:
    return {name: row for name, row in figures.items() if "trouble" not in row}


def _peers(ran: Mapping[str, Figures]) -> dict[str, Figures]:
    return {name: row for name, row in ran.items() if not name.startswith(OURS)}


def _margins(ran: Mapping[str, Figures], mode: str) -> str:
    """By how much ours, asked as the peers are, is ahead of each of them on the untouched half."""
    own = ran.get(mode)
    peers = _peers(ran)
    if own is None or not peers:
        return f"No margin to state: {mode} or every peer is missing."
    rows = [[name, *(_ahead(own, peers[name], *pair) for pair in QUALITY)] for name in peers]
    return f"{mode} less each peer, untouched half:\n\n" + table(["", *QUALITY.values()], rows)


def _ahead(own: Figures, peer: Figures, view: str, key: str) -> str:
    ours, theirs = (_quality(row, "untouched", view, key) for row in (own, peer))
    return "" if ours is None or theirs is None else f"{ours - theirs:+.3f}"


def _counts(ran: Mapping[str, Figures]) -> str:
    quality: Figures = next((row["quality"] for row in ran.values()), {})
    return ", ".join(f"{quality[half]['questions']} {half}" for half in HALVES if half in quality) or "none"


def _asked(ran: Mapping[str, Figures]) -> str:
    asked: Figures = next((row["asked"] for row in ran.values()), {})
    return ", ".join(f"{count} {how}" for how, count in asked.items())


def _speed(row: Figures) -> list[object]:
    return [
        row["latency_ms"]["p50"],
        row["latency_ms"]["p95"],
        row["answers_per_second_at_16"],
        row["first_answer_seconds"],
        row["build_seconds"],
        row["memory_mb"],
    ]


def _recall(row: Figures) -> float:
    return _quality(row, "untouched", "section", "recall") or 0.0


def _quality(row: Figures, kind: str, view: str, key: str) -> float | None:
    """One figure; None when no question of the kind was asked."""
    if kind not in row["quality"]:
        return None
    found = row["quality"][kind][view]
    return round(float(found[key] if key else found), 3)
