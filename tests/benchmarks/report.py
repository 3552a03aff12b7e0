"""The results folder as one page: Markdown tables and SVG plots, made from the JSON files in it.

Every function takes a part's figures as they stand in its file and returns Markdown; a part that was not
run, or that failed, is said to be so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.plots import Bar, bars, line

Figures = Mapping[str, Any]
PAGE, MISSES = "README.md", "untouched_misses.md"
OURS = "tideover"
HALVES = ("tuned", "untouched")
PROFILE_ROWS = 12


def write_page(folder: Path) -> None:
    """`README.md` and the plots of the folder, from the parts found in it."""
    found = {name: _read(folder / f"{name}.json") for name in SECTIONS}
    for name, part in found.items():
        if part and "trouble" not in part:
            for plot, text in PLOTS.get(name, _no_plots)(part["figures"]).items():
                (folder / f"{plot}.svg").write_text(text, encoding="utf-8")
    (folder / PAGE).write_text(page(found), encoding="utf-8")


def page(found: Mapping[str, Figures | None]) -> str:
    """The page; None stands for a part that was not run."""
    blocks = [
        "# Measured",
        "Written by `python -m tests.benchmarks.run`; the figures are in the files beside.",
    ]
    latest = max((part for part in found.values() if part), key=lambda part: str(part["date"]), default=None)
    if latest:
        blocks.append(_machine(latest))
    for name, (title, section) in SECTIONS.items():
        blocks.append(f"## {title}")
        blocks.append(_section(name, found.get(name), section))
    return "\n\n".join(blocks) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; numbers stand to the right."""
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    lines += [f"| {' | '.join(_cell(value) for value in row)} |" for row in rows]
    return "\n".join(lines)


def comparison(figures: Figures) -> str:
    """Quality on both halves, then speed and size, a row per system and mode."""
    ran = {name: row for name, row in figures.items() if "trouble" not in row}
    quality = [
        [name, *(_quality(row, half, view, key) for half in HALVES for view, key in QUALITY)]
        for name, row in ran.items()
    ]
    heads = [f"{half}: {QUALITY_NAMES[pair]}" for half in HALVES for pair in QUALITY]
    speed = [
        [
            name,
            row["latency_ms"]["p50"],
            row["latency_ms"]["p95"],
            row["answers_per_second_at_16"],
            row["first_answer_seconds"],
            row["build_seconds"],
            row["memory_mb"],
        ]
        for name, row in ran.items()
    ]
    missing = [f"- {name}: no figures, {row['trouble']}" for name, row in figures.items() if name not in ran]
    return "\n\n".join(
        [
            "The same documents, embedding model and machine, no chat model; each peer cuts documents "
            "as it does by default. Weights and words were chosen on the tuned half only; the untouched half "
            "is reported. "
            f"Questions: {_counts(ran)}. R: Recall@5, N: nDCG@10, of sections unless documents are named. "
            "'gated' also uses who asks and where, as the server does; no peer is told.",
            table(["", *heads], quality),
            _margins(ran),
            table(
                ["", "p50 ms", "p95 ms", "answers/s at 16", "first answer s", "build s", "memory MB"], speed
            ),
            *(["\n".join(missing)] if missing else []),
            "![Recall@5](quality.svg)",
            "![Latency](latency.svg)",
            f"The ten worst misses of the untouched half are in [{MISSES}]({MISSES}).",
        ]
    )


QUALITY = (("section", "recall"), ("section", "ndcg"), ("document", "recall"), ("document", "ndcg"))
QUALITY_NAMES = {
    ("section", "recall"): "R",
    ("section", "ndcg"): "N",
    ("document", "recall"): "R documents",
    ("document", "ndcg"): "N documents",
}


def floor(figures: Figures) -> str:
    rows = [_times(name, times) for name, times in figures["in_process"].items()]
    return "In one process, without HTTP, in turns.\n\n" + table(["", "p50 ms", "p95 ms", "p99 ms"], rows)


def served_floor(figures: Figures) -> str:
    rows = [_times(name, times) for name, times in figures["times_ms"].items()]
    structured = ", ".join(f"{kind} {ms} ms" for kind, ms in figures["structured_in_server_ms"].items())
    return "\n\n".join(
        [
            "Over HTTP on loopback, in turns; 'forward pass' in the measuring process.",
            table(["", "p50 ms", "p95 ms", "p99 ms"], rows),
            f"A document question takes {figures['documents_to_floor']} times one forward pass and one hello "
            f"({figures['floor_ms']} ms); aim: at most 1.3. Structured questions less the hello: "
            f"{structured}; aim: at most 3 ms.",
        ]
    )


def mixed_questions(figures: Figures) -> str:
    rows = [
        [way, *(each["all_ms"][name] for name in ("p50", "p95", "p99")), each["answers_per_second"]]
        for way, each in figures.items()
        if isinstance(each, Mapping)
    ]
    said = f"{figures['questions']} questions each way, no two alike, 40 % of them about documents."
    return f"{said}\n\n" + table(["", "p50 ms", "p95 ms", "p99 ms", "answers/s"], rows)


def load(figures: Figures) -> str:
    rows = [
        [
            name,
            row["answers_per_second"],
            *(row["all_ms"][quantile] for quantile in ("p50", "p95", "p99")),
            row["asked"],
            row["failed"],
            row["memory_mb"][-1][1],
        ]
        for name, row in figures.items()
    ]
    return (
        "16 connections; 70 % availability, 20 % rules, 10 % documents, 30 % of all repeated. "
        "Aim: 400 answers/s with two workers.\n\n"
        + table(["", "answers/s", "p50 ms", "p95 ms", "p99 ms", "asked", "failed", "memory MB"], rows)
    )


def load_while_importing(figures: Figures) -> str:
    said = (
        f"{figures['imports_completed']} imports of {figures['import_rows']:,} stock rows were completed by "
        "another process meanwhile."
    )
    return f"{load({'2 workers': figures})}\n\n{said}"


def memory(figures: Figures) -> str:
    return (
        f"{figures['asked']:,} of {figures['of']:,} requests in {figures['seconds']} s to one worker, "
        f"{figures['failed']} failed; memory {figures['memory_mb'][0][1]} MB at the start, "
        f"{figures['memory_mb'][-1][1]} MB at the end, growth after warm-up "
        f"{figures['memory_growth_percent']} % (aim: under 5 % over 100,000).\n\n![Memory](memory.svg)"
    )


def starting(figures: Figures) -> str:
    rows = [
        [name, row["seconds"], {True: "yes", False: "no"}.get(row.get("imports_model"), "")]
        for name, row in figures.items()
    ]
    aims = "Aims: `--help` under 0.5 s, no model for a structured question, ready again in under 8 s."
    return f"{aims}\n\n" + table(["", "seconds", "imports the embedding model"], rows)


def profile(figures: Figures) -> str:
    blocks = []
    for kind, part in figures.items():
        rows = [
            [f"`{row['where']}`", row["whole_ms"], row["own_ms"], row["calls"]]
            for row in part["most_with_callees"][:PROFILE_ROWS]
        ]
        blocks.append(f"### {kind}: {part['processor_ms_per_answer']} ms of processor time per answer")
        blocks.append(table(["function", "with callees ms", "own ms", "calls"], rows))
    return "Under cProfile, which slows small functions more than large ones.\n\n" + "\n\n".join(blocks)


SECTIONS: dict[str, tuple[str, Callable[[Figures], str]]] = {
    "comparison": ("Retrieval beside its peers", comparison),
    "served_floor": ("The floor over HTTP", served_floor),
    "floor": ("The floor in one process", floor),
    "mixed_questions": ("Mixed questions over HTTP", mixed_questions),
    "load": ("Load", load),
    "load_while_importing": ("Load while a feed is imported", load_while_importing),
    "memory": ("Memory over many requests", memory),
    "starting": ("Starts", starting),
    "profile": ("Where the time goes", profile),
}


def _comparison_plots(figures: Figures) -> dict[str, str]:
    ran = {name: row for name, row in figures.items() if "trouble" not in row}
    recall = {name: _quality(row, "untouched", "section", "recall") for name, row in ran.items()}
    return {
        "quality": bars(
            "Recall@5 of sections, untouched half",
            "share of right sections; more is better",
            [
                Bar(name, value, name.startswith(OURS))
                for name, value in recall.items()
                if isinstance(value, float)
            ],
        ),
        "latency": bars(
            "One question, retrieval only, median",
            "ms; less is better",
            [Bar(name, row["latency_ms"]["p50"], name.startswith(OURS)) for name, row in ran.items()],
        ),
    }


def _memory_plots(figures: Figures) -> dict[str, str]:
    return {"memory": line("Memory of the server by requests answered", "MB", figures["memory_mb"])}


def _no_plots(figures: Figures) -> dict[str, str]:
    return {}


PLOTS: dict[str, Callable[[Figures], dict[str, str]]] = {
    "comparison": _comparison_plots,
    "memory": _memory_plots,
}


def _section(name: str, part: Figures | None, section: Callable[[Figures], str]) -> str:
    if part is None:
        return f"Not run; `python -m tests.benchmarks.run --only {name}` measures it."
    quick = " A quick run: it shows that the part works, not what it takes." if part["quick"] else ""
    load_before = part["machine"]["load_before"]
    said = f"{part['date']}, {part['seconds']} s, load {load_before} when it began.{quick}"
    if "trouble" in part:
        return f"{said}\n\nNo figures: {part['trouble']}"
    return f"{said}\n\n{section(part['figures'])}"


def _machine(part: Figures) -> str:
    machine, versions = part["machine"], part["versions"]
    lists = [
        f"{who}: " + ", ".join(f"{name} {number}" for name, number in versions[who].items())
        for who in ("ours", "peers")
        if versions[who]
    ]
    return (
        f"{part['date']}. {machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB, "
        f"{machine['system']}, Python {machine['python']}. Versions: {'; '.join(lists)}."
    )


def _counts(ran: Mapping[str, Figures]) -> str:
    quality = next((row["quality"] for row in ran.values()), {})
    return ", ".join(f"{quality[half]['questions']} {half}" for half in HALVES if half in quality) or "none"


def _margins(ran: Mapping[str, Figures]) -> str:
    """By how much ours, asked as the peers are, is ahead of the best peer on the untouched half."""
    own = ran.get(f"{OURS}, default")
    peers = {name: row for name, row in ran.items() if not name.startswith(OURS)}
    if own is None or not peers:
        return "No margin to state: ours or every peer is missing."
    parts = []
    for view, key in QUALITY:
        best = max(peers, key=lambda name: float(_quality(peers[name], "untouched", view, key) or 0))
        ahead = float(_quality(own, "untouched", view, key) or 0) - float(
            _quality(peers[best], "untouched", view, key) or 0
        )
        parts.append(f"{QUALITY_NAMES[view, key]} {ahead:+.3f} to the best peer ({best})")
    return f"Untouched half, default mode: {'; '.join(parts)}."


def _quality(row: Figures, half: str, view: str, key: str) -> float | str:
    """One figure; "" when no question of the half was asked."""
    kinds = row["quality"]
    return round(float(kinds[half][view][key]), 3) if half in kinds else ""


def _times(name: str, times: Figures) -> list[object]:
    return [name, times["p50"], times["p95"], times["p99"]]


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")


def _read(file: Path) -> Figures | None:
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
