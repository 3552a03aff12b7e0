"""Reading plain text: the first line is the title, short lines that stand alone are headings."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.documents.loading.dates import copyright_of, published_date, stated_address
from knowledge.documents.loading.extracted import Extracted
from knowledge.documents.loading.footnotes import restore_footnotes

MAX_TITLE = 120
MAX_HEADING_WORDS = 14
BULLET = re.compile(r"\s*(?:[-*•‣▪●○·]|o(?=\s{2}))\s+(?=\S)|\s*\d{1,2}[.)]\s+(?=\S)")
# What pages and offices put above their first line; it names no text.
NAVIGATION = re.compile(
    r"(?:skip to|view|menu|home|search|print|share|log ?in|sign ?in|subscribe|back to|follow us)\b"
    r"|\W*(?:for (?:immediate )?release\b.{0,40}|(?:press|news|media) (?:release|advisory|statement)"
    r"|para (?:su )?(?:publicaci[oó]n|difusi[oó]n) inmediata|comunicado de prensa|memorandum|page 1)\W*$",
    re.IGNORECASE,
)


def read_plain_text(text: str) -> Extracted:
    """The text as Markdown. Lines of one paragraph may be wrapped or not; both are kept as they mean."""
    text = restore_footnotes(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [line.rstrip() for line in text.split("\n")]
    at = _title_line(lines)
    first = lines[at].strip() if at is not None else ""
    alone = not any(line.strip() for number, line in enumerate(lines) if number != at)
    year, publisher = copyright_of(text)
    return Extracted(
        # A title is not repeated in the text, unless it is all of it or only the beginning of a paragraph.
        text=_as_markdown(lines, skip=None if alone or len(first) > MAX_TITLE else at),
        title=shortened(first),
        published=published_date(text) or year,
        publisher=publisher,
        url=stated_address(text),
    )


def shortened(line: str) -> str:
    """A first line as a title: a whole paragraph gives its beginning."""
    if len(line) <= MAX_TITLE:
        return line
    return line[:MAX_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _is_whole(line: str) -> bool:
    return len(line.strip()) <= MAX_TITLE


def _title_line(lines: list[str]) -> int | None:
    """The first line with words that is not navigation; the first line at all where all are."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    named = (
        number
        for number in filled
        if not (NAVIGATION.match(lines[number].strip()) and _is_whole(lines[number]))
    )
    return next(named, filled[0] if filled else None)


def _as_markdown(lines: list[str], skip: int | None) -> str:
    wrapped = _is_wrapped(lines)
    out: list[str] = []
    for number, line in enumerate(lines):
        if number == skip or not line.strip():
            out.append("")
        elif BULLET.match(line):
            out.append(_as_item(line))
        elif _is_heading(lines, number):
            out += ["", f"## {line.strip()}", ""]
        elif wrapped:
            out.append(_escaped(line.strip()))
        else:
            out += [_escaped(line.strip()), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip("\n") + "\n"


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken to a width: then most lines that another follows do not end a sentence."""
    followed = [a for a, b in pairwise(lines) if a.strip() and b.strip() and not BULLET.match(b)]
    open_ended = [line for line in followed if not re.search(r"[.!?:;”\"]$", line)]
    return len(followed) >= 2 and len(open_ended) > len(followed) / 2


def _as_item(line: str) -> str:
    marker = line.strip().split(maxsplit=1)
    return f"{marker[0]} {marker[1]}" if marker[0][0].isdigit() else f"- {marker[1]}"


def _is_heading(lines: list[str], number: int) -> bool:
    """A short line without a full stop, with empty lines around it and text after it."""
    line = lines[number].strip()
    before = lines[number - 1].strip() if number else ""
    after = lines[number + 1].strip() if number + 1 < len(lines) else ""
    more = any(line.strip() for line in lines[number + 1 :])
    return (
        not before
        and not after
        and more
        and len(line.split()) <= MAX_HEADING_WORDS
        and not re.search(r"[.!?:;,]$|\|", line)
        and not line.startswith("©")
        and any(sign.isalpha() for sign in line)
    )


def _escaped(line: str) -> str:
    """A line that only looks like a Markdown heading or table stays text."""
    return re.sub(r"^(#{1,6}\s|\|)", r"\\\1", line)
