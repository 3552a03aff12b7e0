"""Finding when, by whom and where a plain text was published, where it says so."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = "|".join(f"{month}|{month[:4]}\\.?|{month[:3]}\\.?" for month in MONTHS)
DATE = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH})\s+(?P<year2>\d{{4}})"
    r"|(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})",
    re.IGNORECASE,
)
SAYS_PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|released|(?:last\s+)?(?:updated|reviewed|revised|modified)|date)"
    r"(?:\s+on)?\s*[:\-]?\s*$",
    re.IGNORECASE,
)
# 'COLUMBIA, S.C., November 22, 2026 --': where and when a press release was given out.
DATELINE_BEFORE = re.compile(r"^\W*(?:[A-Z][A-Z.'-]+,? )+(?:[A-Z][A-Za-z.]*,? ?){0,3}\(?$")
DATELINE_AFTER = re.compile(r"^\)?\s*(?:\([\w ]+\)|/[\w ]+/)?\s*(?:--|[-–—/])")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?P<year>\d{4})(?:\s*[-–]\s*(?P<last>\d{4}))?,?\s+(?P<name>[^.|\n]{2,60})",
    re.I,
)
ADDRESS = re.compile(
    r"^\s*(?:source|url|link|retrieved from|available at)\s*:\s*(?P<url>https?://\S+)\s*$", re.I | re.M
)
# Dates of publication stand near the top or at the very end; in between stand dates of events.
TOP_CHARACTERS = 600
END_CHARACTERS = 400


def published_date(text: str) -> str:
    """The ISO date after 'Published:' or the like, in a dateline or alone on a line near the top; or ""."""
    edges = (
        text
        if len(text) <= TOP_CHARACTERS + END_CHARACTERS
        else text[:TOP_CHARACTERS] + "\n" + text[-END_CHARACTERS:]
    )
    for found in DATE.finditer(edges):
        line_start = edges.rfind("\n", 0, found.start()) + 1
        before = edges[line_start : found.start()]
        after = edges[found.end() :].split("\n", 1)[0]
        dateline = DATELINE_BEFORE.match(before) and DATELINE_AFTER.match(after)
        if dateline or SAYS_PUBLISHED.search(before) or not (before.strip() or after.strip()):
            return iso_date(found)
    return ""


def first_date(text: str) -> str:
    """The first whole date in `text` as ISO, or ""."""
    found = DATE.search(text)
    return iso_date(found) if found else ""


def copyright_of(text: str) -> tuple[str, str]:
    """The year and the holder of a copyright line ('© 2024 Cigna. All rights reserved'), or two ""."""
    found = COPYRIGHT.search(text)
    if not found:
        return "", ""
    name = re.sub(r"\s+All rights.*$", "", found["name"], flags=re.IGNORECASE).strip(" ,;")
    return found["last"] or found["year"], name


def stated_address(text: str) -> str:
    """The web address on a line such as 'Source: https://…', or ""."""
    found = ADDRESS.search(text)
    return found["url"] if found else ""


def iso_date(found: re.Match[str]) -> str:
    if found["iso"]:
        return _checked(found["iso"])
    if found["m"]:
        return _checked(f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}")
    name = (found["month"] or found["month2"]).lower()[:3]
    month = next(number for number, full in enumerate(MONTHS, start=1) if full.startswith(name))
    day = int(found["day"] or found["day2"])
    return _checked(f"{found['year'] or found['year2']}-{month:02}-{day:02}")


def _checked(iso: str) -> str:
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return ""
