"""`POST /v1/chat`: the contract's shape, the rules of a message, and the stream that says the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from assistant.answer import Answer

LANTUS = (
    "I left my Lantus at home when we evacuated St. Petersburg. "
    "I'm at a shelter in Tampa 33602, where can I get more?"
)
FIELDS = {
    "conversation_id",
    "answer_id",
    "language",
    "urgency",
    "text",
    "sections",
    "citations",
    "places",
    "understood",
    "follow_up",
    "declined",
    "composer",
}
Client = TestClient[Any]
Keys = Callable[[str], dict[str, str]]


def ask(client: Client, message: str, **fields: Any) -> dict[str, Any]:
    response = client.post("/v1/chat", json={"message": message, **fields})
    assert response.status_code == 200, response.text
    return dict(response.json())


def events(client: Client, message: str, **fields: Any) -> list[tuple[str, Any]]:
    body = {"message": message, **fields}
    with client.stream("POST", "/v1/chat", json=body, headers={"Accept": "text/event-stream"}) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        assert "content-encoding" not in response.headers  # a compressed event would wait in a buffer
        text = "".join(response.iter_text())
    blocks = [block for block in text.split("\n\n") if block and not block.startswith(":")]
    return [
        (block.split("\n")[0].removeprefix("event: "), json.loads(block.split("data: ", 1)[1]))
        for block in blocks
    ]


def without_ids(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without what differs between two askings: ids, and ages that go on counting."""
    varying = {"conversation_id", "answer_id", "at", "places"}
    return {name: value for name, value in answer.items() if name not in varying}


def test_the_answer_has_the_shape_of_the_contract(client: Client) -> None:
    answer = ask(client, LANTUS)
    assert set(answer) >= FIELDS
    msgspec.convert(answer, Answer)
    assert "insulin glargine" in [medicine["name"] for medicine in answer["understood"]["medicines"]]
    assert answer["places"]
    assert answer["places"][0]["stock"][0]["medicine"] == "insulin glargine"
    numbers = [citation["number"] for citation in answer["citations"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(set(section["citations"]) <= set(numbers) for section in answer["sections"])


def test_the_stream_says_the_same_in_the_contract_s_events(client: Client) -> None:
    at = {"as_of": "2026-11-25T18:00:00Z"}
    whole = ask(client, LANTUS, **at)
    streamed = events(client, LANTUS, **at)
    names = [name for name, _ in streamed]
    assert names[0] == "understood"
    assert names[-1] == "answer"
    assert set(names) <= {"understood", "section", "places", "token", "answer"}
    answer = streamed[-1][1]
    assert without_ids(answer) == without_ids(whole)
    assert [place["site_id"] for place in answer["places"]] == [place["site_id"] for place in whole["places"]]
    assert [data for name, data in streamed if name == "section"] == answer["sections"]


def test_a_conversation_goes_on_and_a_streamed_turn_counts_too(client: Client) -> None:
    first = ask(client, "I need Lantus")
    issued = first["conversation_id"]
    streamed = events(client, "I am in Tampa 33602", conversation_id=issued)[-1][1]
    assert streamed["conversation_id"] == issued
    names = [medicine["name"] for medicine in streamed["understood"]["medicines"]]
    assert names == ["insulin glargine"]
    last = ask(client, "what about tomorrow?", conversation_id=issued)
    assert last["understood"]["current_place"]["zip"] == "33602"


@pytest.mark.parametrize(
    "unknown", ["nobody-issued-this", "x" * 32, "", "../../etc/passwd", "\x00", "💊" * 500]
)
def test_an_unknown_conversation_is_a_new_one(client: Client, unknown: str) -> None:
    answer = ask(client, "I need Lantus", conversation_id=unknown)
    assert answer["conversation_id"] != unknown
    assert len(answer["conversation_id"]) == 32


@pytest.mark.parametrize("message", ["", "   \n", "x" * 4001, "x" * 100_000, "a\x00b", "\x1b[2J"])
def test_a_bad_message_is_told_by_field_and_not_repeated(client: Client, message: str) -> None:
    response = client.post("/v1/chat", json={"message": message})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert [error["field"] for error in problem["errors"]] == ["message"]
    assert not message.strip() or message[:50] not in response.text


def test_the_longest_message_is_answered(client: Client) -> None:
    assert ask(client, "💊" * 4000)["sections"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "message"),
        ({"message": 5}, "message"),
        ({"message": "x", "audience": "boss"}, "audience"),
        ({"message": "x", "language": "not a tag"}, "language"),
        ({"message": "x", "location": {"zip": "00000"}}, "location.zip"),
        ({"message": "x", "location": {"zip": "abcde"}}, "location.zip"),
        ({"message": "x", "location": {"latitude": 27.9}}, "location"),
        ({"message": "x", "location": {"latitude": 91, "longitude": 0}}, "location"),
        ({"message": "x", "location": {"latitude": "north", "longitude": 0}}, "location.latitude"),
        ({"message": "x", "as_of": "yesterday"}, "as_of"),
        ({"message": "x", "as_of": "2026-11-25T18:00:00"}, "as_of"),
        ([1], "body"),
    ],
)
def test_each_bad_field_is_named(client: Client, body: Any, field: str) -> None:
    response = client.post("/v1/chat", json=body)
    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == [field]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe\x00", b'{"message":"\\ud800"}', b"null"])
def test_what_is_not_json_is_refused(client: Client, body: bytes) -> None:
    response = client.post("/v1/chat", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    assert response.json()["errors"]


def test_other_content_types_and_giant_bodies_are_refused(client: Client) -> None:
    plain = client.post("/v1/chat", content=b"hello", headers={"Content-Type": "text/plain"})
    assert plain.status_code == 415
    giant = client.post("/v1/chat", json={"message": "x" * 2_000_000})
    assert giant.status_code == 413
    for response in (plain, giant):
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("audience", "role", "status"),
    [
        ("agent", None, 401),
        ("pharmacist", None, 401),
        ("agent", "pharmacist", 403),
        ("pharmacist", "agent", 403),
        ("agent", "partner", 403),
        ("agent", "agent", 200),
        ("pharmacist", "pharmacist", 200),
        ("evacuee", "partner", 200),
    ],
)
def test_agents_and_pharmacists_need_a_key_of_that_role(
    client: Client, key_of: Keys, audience: str, role: str | None, status: int
) -> None:
    headers = key_of(role) if role else {}
    body = {"message": "May a Florida pharmacy refill lisinopril now?", "audience": audience}
    assert client.post("/v1/chat", json=body, headers=headers).status_code == status


def test_location_stands_in_for_a_place_in_the_message(client: Client) -> None:
    answer = ask(client, "Where can I get Lantus?", location={"zip": "33602"})
    assert answer["understood"]["current_place"]["zip"] == "33602"
    point = ask(client, "Where can I get Lantus?", location={"latitude": 27.95, "longitude": -82.46})
    assert point["understood"]["current_place"]["state"] == "FL"
    assert point["places"]


def test_nothing_of_a_conversation_is_cached_on_the_way(client: Client) -> None:
    assert client.post("/v1/chat", json={"message": "hello"}).headers["cache-control"] == "no-store"
