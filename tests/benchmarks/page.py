"""The results folder as one page: Markdown tables and SVG plots, made from the JSON files in it.

A part that was not run, or that failed, is said to be so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from tests.benchmarks import records
from tests.benchmarks.markdown import Figures
from tests.benchmarks.shown.availability import availability
from tests.benchmarks.shown.comparison import comparison, comparison_plots, whole_answers
from tests.benchmarks.shown.in_process import answers, floor, profile
from tests.benchmarks.shown.served import (
    load,
    load_while_importing,
    memory,
    memory_plots,
    mixed_questions,
    served_floor,
    starting,
)

PAGE = "README.md"
RUN = "python -m tests.benchmarks.run"
# Parts that the command above does not run.
COMMANDS = {"availability": "python -m tests.benchmarks.availability all --folder FOLDER"}

SECTIONS: dict[str, tuple[str, Callable[[Figures], str]]] = {
    "comparison": ("Retrieval beside its peers", comparison),
    "answers": ("Answers", answers),
    "served_floor": ("The floor over HTTP", served_floor),
    "floor": ("The floor in one process", floor),
    "mixed_questions": ("Mixed questions over HTTP", mixed_questions),
    "load": ("Load", load),
    "load_while_importing": ("Load while a feed is imported", load_while_importing),
    "memory": ("Memory over many requests", memory),
    "starting": ("Starts", starting),
    "availability": ("The availability table at national scale", availability),
    "profile": ("Where the time goes", profile),
}
PLOTS: dict[str, Callable[[Figures], dict[str, str]]] = {
    "comparison": comparison_plots,
    "memory": memory_plots,
}


def write_page(folder: Path) -> None:
    """`README.md` and the plots of the folder, from the parts found in it."""
    found = {name: records.read(folder, name) for name in SECTIONS}
    for name, draw in PLOTS.items():
        part = found[name]
        if part and "trouble" not in part:
            with suppress(KeyError):  # then the page says what is missing
                for plot, text in draw(part["figures"]).items():
                    (folder / f"{plot}.svg").write_text(text, encoding="utf-8")
    (folder / PAGE).write_text(page(found), encoding="utf-8")


def page(found: Mapping[str, Figures | None]) -> str:
    """The page; None stands for a part that was not run."""
    blocks = ["# Measured", f"Written by `{RUN}`; the figures are in the files beside."]
    latest = max((part for part in found.values() if part), key=lambda part: str(part["date"]), default=None)
    if latest:
        blocks.append(_machine(latest))
    for name, (title, section) in SECTIONS.items():
        blocks += [f"## {title}", _section(name, found.get(name), section)]
        if name == "comparison":
            blocks.append(_whole_answers(found))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(name: str, part: Figures | None, section: Callable[[Figures], str]) -> str:
    command = COMMANDS.get(name, f"{RUN} --only {name}")
    if part is None:
        return f"Not run; `{command}` measures it."
    quick = " A quick run: it shows that the part works, not what it takes." if part["quick"] else ""
    load_before = part["machine"]["load_before"]
    said = f"{part['date']}, {part['seconds']} s, load {load_before} when it began; `{command}`.{quick}"
    if "trouble" in part:
        return f"{said}\n\nNo figures: {part['trouble']}"
    try:
        return f"{said}\n\n{section(part['figures'])}"
    except KeyError as missing:  # a file of an earlier version of the benchmarks
        return f"{said}\n\nNo figures: the file has no {missing}; run the part again."


def _whole_answers(found: Mapping[str, Figures | None]) -> str:
    """Needs two parts; "" while one of them has no figures."""
    compared, served = found.get("comparison"), found.get("served_floor")
    if not compared or not served or "trouble" in compared or "trouble" in served:
        return ""
    return whole_answers(compared["figures"], served["figures"])


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
