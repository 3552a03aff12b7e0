"""`update` against a server that answers over real HTTP as OpenFEMA does: pages, filters, failures."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from knowledge.emergencies.register import EmergencyRegister
from knowledge.errors import BadInput, Unavailable
from tests.knowledge.emergencies.conftest import NOW
from tests.knowledge.emergencies.rows import row, utc

RECORDS: list[dict[str, object]] = [
    dict(row(fipsCountyCode=str(code), placeCode=f"99{code:03}", designatedArea=f"County {code}"))
    for code in range(1, 135, 2)
]
Answer = Callable[[dict[str, str]], tuple[int, object]]


class FakeOpenFema:
    """Serves `answer(query)` on a free port and remembers the queries."""

    def __init__(self) -> None:
        self.queries: list[dict[str, str]] = []
        self.answer: Answer = page
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
                outer.queries.append(query)
                status, body = outer.answer(query)
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                return None

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/api/open/v2/DisasterDeclarationsSummaries"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()


def page(query: dict[str, str], records: list[dict[str, object]] = RECORDS) -> tuple[int, object]:
    skip, top = int(query["$skip"]), int(query["$top"])
    metadata = {"skip": skip, "top": top, "count": len(records)}
    return 200, {"metadata": metadata, "DisasterDeclarationsSummaries": records[skip : skip + top]}


@pytest.fixture
def fema() -> Iterator[FakeOpenFema]:
    fake = FakeOpenFema()
    yield fake
    fake.server.shutdown()
    fake.server.server_close()


def update(register: EmergencyRegister, fema: FakeOpenFema, **options: bool) -> int:
    return register.update_from_openfema(fema.url, page_size=20, pause_seconds=0, **options).accepted


def held_areas(register: EmergencyRegister) -> int:
    declarations, _ = register.active("FL", at=utc("2026-10-05T12:00"))
    return sum(len(d.areas) for d in declarations)


def test_every_page_is_read_and_makes_the_table_fresh(
    register: EmergencyRegister, fema: FakeOpenFema
) -> None:
    assert update(register, fema) == len(RECORDS)
    assert [q["$skip"] for q in fema.queries] == ["0", "20", "40", "60"]
    assert register.freshness().declarations.as_of == NOW


def test_a_server_that_gives_smaller_pages_than_asked_and_no_count(
    register: EmergencyRegister, fema: FakeOpenFema
) -> None:
    def small(query: dict[str, str]) -> tuple[int, object]:
        skip = int(query["$skip"])
        return 200, {"DisasterDeclarationsSummaries": RECORDS[skip : skip + 7]}

    fema.answer = small
    assert update(register, fema) == len(RECORDS)


def test_the_second_update_asks_only_for_changes(register: EmergencyRegister, fema: FakeOpenFema) -> None:
    update(register, fema)
    assert "$filter" not in fema.queries[0]
    fema.queries.clear()
    fema.answer = lambda query: page(query, RECORDS[:2])
    assert update(register, fema) == 2
    assert fema.queries[0]["$filter"] == "lastRefresh ge '2026-11-15T15:00:00.000Z'"
    assert held_areas(register) == len(RECORDS)
    fema.queries.clear()
    update(register, fema, everything=True)
    assert "$filter" not in fema.queries[0]


def test_a_passing_failure_is_tried_again(register: EmergencyRegister, fema: FakeOpenFema) -> None:
    failures = iter([503, 429])

    def sometimes(query: dict[str, str]) -> tuple[int, object]:
        return (status, {}) if (status := next(failures, 0)) else page(query)

    fema.answer = sometimes
    assert update(register, fema) == len(RECORDS)


def broken_half_way(query: dict[str, str]) -> tuple[int, object]:
    return page(query) if query["$skip"] == "0" else (500, {})


def too_few(query: dict[str, str]) -> tuple[int, object]:
    status, body = page(query)
    assert isinstance(body, dict)
    return status, body if query["$skip"] == "0" else {**body, "DisasterDeclarationsSummaries": []}


def same_page_again(query: dict[str, str]) -> tuple[int, object]:
    return page({**query, "$skip": "0"})


@pytest.mark.parametrize(
    "answer",
    [
        broken_half_way,
        too_few,
        same_page_again,
        lambda _: (404, {}),
        lambda _: (200, b"<html>maintenance</html>"),
        lambda _: (200, {"somethingElse": []}),
    ],
)
def test_what_does_not_come_whole_changes_nothing(
    register: EmergencyRegister, fema: FakeOpenFema, answer: Answer
) -> None:
    fema.answer = answer
    with pytest.raises(Unavailable) as caught:
        update(register, fema)
    assert "Nothing was imported" in caught.value.message
    assert held_areas(register) == 0
    assert register.freshness().declarations.as_of is None


def test_nobody_listens(register: EmergencyRegister) -> None:
    with pytest.raises(Unavailable):
        register.update_from_openfema("http://127.0.0.1:9/nothing", pause_seconds=0)


def test_a_bad_record_on_a_late_page_changes_nothing(register: EmergencyRegister, fema: FakeOpenFema) -> None:
    spoiled = [*RECORDS[:-1], {**RECORDS[-1], "declarationDate": "soon"}]
    fema.answer = lambda query: page(query, spoiled)
    with pytest.raises(BadInput) as caught:
        update(register, fema)
    assert caught.value.errors[0].row == len(RECORDS)
    assert held_areas(register) == 0
