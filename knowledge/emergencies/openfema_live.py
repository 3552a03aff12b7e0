"""The live OpenFEMA API: every page of the declarations, or nothing.

Paging and filters: https://www.fema.gov/about/openfema/api
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from knowledge.emergencies.openfema_file import ENTITY, checked_rows
from knowledge.emergencies.openfema_row import OpenFemaRow
from knowledge.errors import Unavailable

if TYPE_CHECKING:
    import httpx

API = "https://www.fema.gov/api/open/v2/DisasterDeclarationsSummaries"
# OpenFEMA gives at most 10,000 records a call; half of that keeps each answer under 4 MB.
PAGE_SIZE = 5_000
# Far above the 70,000 records of 2025: a server that never stops sending must not fill the disk.
MAX_RECORDS = 1_000_000
TIMEOUT_SECONDS = 60
ATTEMPTS = 4
# FEMA refreshes a record's time stamp up to a day late; asking a week back costs a few hundred records.
OVERLAP = timedelta(days=7)
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


def fetch_rows(
    base_url: str = API,
    *,
    since: datetime | None = None,
    page_size: int = PAGE_SIZE,
    pause_seconds: float = 2.0,
) -> Iterator[list[OpenFemaRow]]:
    """The records page by page, `since` a moment or all; raises Unavailable when not all of them came.

    The caller must store nothing before the last page has come. `pause_seconds` doubles with each retry.
    """
    import httpx  # noqa: PLC0415  (80 ms that only an update should cost)

    with httpx.Client(timeout=TIMEOUT_SECONDS, follow_redirects=True) as client:
        received, total, first = 0, None, None
        while True:
            answer = _page(client, base_url, _query(received, page_size, since), pause_seconds)
            objects, total = _records(answer)
            if objects:
                if objects[0] == first:
                    raise Unavailable(f"{base_url} sends the same page again. Nothing was imported.")
                first = objects[0]
                yield checked_rows(objects, received + 1)
            received += len(objects)
            if received > MAX_RECORDS:
                raise Unavailable(f"{base_url} sent over {MAX_RECORDS} records. Nothing was imported.")
            # Only an empty page, or a short one that completes the announced count, is surely the last.
            if not objects or (len(objects) < page_size and total is not None and received >= total):
                break
    if total is not None and received < total:
        raise Unavailable(
            f"{base_url} sent {received} of {total} records. Nothing was imported; try again later."
        )


def _query(skip: int, top: int, since: datetime | None) -> dict[str, str]:
    query = {"$format": "json", "$count": "true", "$orderby": "id", "$top": str(top), "$skip": str(skip)}
    if since:
        query["$filter"] = f"lastRefresh ge '{since - OVERLAP:%Y-%m-%dT%H:%M:%S}.000Z'"
    return query


def _page(client: httpx.Client, url: str, query: dict[str, str], pause: float) -> object:
    for attempt in range(ATTEMPTS):
        answer, reason = _ask(client, url, query)
        if answer is not None:
            return answer
        if attempt + 1 < ATTEMPTS:
            time.sleep(pause * 2**attempt)
    raise Unavailable(f"{url} could not be read: {reason}. Nothing was imported; try again later.")


def _ask(client: httpx.Client, url: str, query: dict[str, str]) -> tuple[object | None, str]:
    import httpx  # noqa: PLC0415

    try:
        response = client.get(url, params=query)
    except httpx.TransportError as error:
        return None, type(error).__name__
    if response.status_code in _PASSING:
        return None, f"status {response.status_code}"
    if response.status_code != httpx.codes.OK:
        raise Unavailable(f"{url} answered with status {response.status_code}. Nothing was imported.")
    try:
        return response.json(), ""
    except ValueError:
        return None, "the answer is no JSON"


def _records(answer: object) -> tuple[list[dict[str, object]], int | None]:
    records = answer.get(ENTITY) if isinstance(answer, dict) else None
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        raise Unavailable(f"The answer holds no '{ENTITY}'. Nothing was imported.")
    metadata = answer.get("metadata") if isinstance(answer, dict) else None
    count = metadata.get("count") if isinstance(metadata, dict) else None
    return records, count if isinstance(count, int) and count > 0 else None
