"""What was measured inside one process."""

from __future__ import annotations

from tests.benchmarks.markdown import TIMES, Figures, table, times

PROFILE_ROWS = 12


def floor(figures: Figures) -> str:
    rows = [[name, *times(each)] for name, each in figures["in_process"].items()]
    return "In one process, without HTTP, in turns.\n\n" + table(["", *TIMES], rows)


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


def answers(figures: Figures) -> str:
    rows = [
        [row["suite"], _score(row["tuned"]), _score(row["untouched"]), _share(row["untouched"])]
        for row in figures["suites"]
    ]
    return (
        "Whole answers of the deterministic writer: facts that must appear, facts that must not, citations "
        "that must point to the right source. Tuned cases were used to improve the answers, untouched ones "
        "were not.\n\n" + table(["suite", "tuned", "untouched", "untouched %"], rows)
    )


def _score(score: Figures) -> str:
    return f"{score['passed']}/{score['total']}"


def _share(score: Figures) -> str:
    return f"{100 * score['passed'] / score['total']:.0f}" if score["total"] else ""
