"""What was measured of the served API, and its starts."""

from __future__ import annotations

from collections.abc import Mapping

from tests.benchmarks.markdown import TIMES, Figures, table, times
from tests.benchmarks.plots import line


def served_floor(figures: Figures) -> str:
    rows = [[name, *times(each)] for name, each in figures["times_ms"].items()]
    structured = ", ".join(f"{kind} {ms} ms" for kind, ms in figures["structured_in_server_ms"].items())
    return "\n\n".join(
        [
            f"Over HTTP on loopback, {figures['rounds']} rounds in turns; 'forward pass' in the measuring "
            "process.",
            table(["", *TIMES], rows),
            f"A document question takes {figures['documents_to_floor']} times one forward pass and one hello "
            f"({figures['floor_ms']} ms); aim: at most 1.3. The server runs the same weights in a pass of "
            f"its own: {figures['documents_to_own_floor']} times that pass and one hello "
            f"({figures['own_floor_ms']} ms). Structured questions less the hello: "
            f"{structured}; aim: at most 3 ms.",
        ]
    )


def mixed_questions(figures: Figures) -> str:
    rows = [
        [way, *times(each["all_ms"]), each["answers_per_second"]]
        for way, each in figures.items()
        if isinstance(each, Mapping)
    ]
    said = (
        f"{figures['questions']} questions each way, no two alike, 40 % of them about documents; "
        f"{figures['failed']} failed."
    )
    return f"{said}\n\n" + table(["", *TIMES, "answers/s"], rows)


def load(figures: Figures) -> str:
    rows = [
        [
            name,
            row["answers_per_second"],
            *times(row["all_ms"]),
            row["asked"],
            row["failed"],
            row["memory_mb"][-1][1],
        ]
        for name, row in figures.items()
    ]
    return (
        "16 connections; 70 % availability, 20 % rules, 10 % documents, 30 % of all repeated. "
        "Aim: 400 answers/s with two workers. The client shares the machine.\n\n"
        + table(["", "answers/s", *TIMES, "asked", "failed", "memory MB"], rows)
    )


def load_while_importing(figures: Figures) -> str:
    said = (
        f"{figures['imports_completed']} imports of {figures['import_rows']:,} stock rows were completed by "
        "another process meanwhile."
    )
    return f"{load({'2 workers': figures})}\n\n{said}"


def memory(figures: Figures) -> str:
    return (
        f"{figures['asked']:,} of {figures['of']:,} requests in {figures['seconds']} s to "
        f"{figures['workers']} workers, {figures['failed']} failed; memory of all processes together "
        f"{figures['memory_mb'][0][1]} MB at the start, {figures['memory_mb'][-1][1]} MB at the end, growth "
        f"after the first tenth {figures['memory_growth_percent']} % (aim: under 5 % over 100,000). "
        f"{figures['answers_per_second']} answers/s over the whole time.\n\n![Memory](memory.svg)"
    )


def memory_plots(figures: Figures) -> dict[str, str]:
    return {"memory": line("Memory of the server by requests answered", "MB", figures["memory_mb"])}


def starting(figures: Figures) -> str:
    rows = [
        [name, row["seconds"], {True: "yes", False: "no"}.get(row.get("imports_model"), "")]
        for name, row in figures.items()
    ]
    aims = (
        "Medians of three starts, of one in a quick run. Aims: `--help` under 0.5 s, no model for a "
        "structured question, ready again in under 8 s."
    )
    return f"{aims}\n\n" + table(["", "seconds", "imports the embedding model"], rows)
