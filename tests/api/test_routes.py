"""Every route: refusals have one shape, keys are checked everywhere, descriptions are whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from litestar.handlers import HTTPRouteHandler
from litestar.testing import TestClient

from api.access.keys import ROLES
from api.access.roles import ROLES_OPTION
from api.routing import route_handlers
from api.services import Services

Client = TestClient[Any]
Keys = Callable[[str], dict[str, str]]
FILLED = {
    "document_id:str": "x",
    "citation_id:str": "x.y",
    "report_id:int": "1",
    "call_id:int": "1",
    "kind:str": "sites",
}


def handlers() -> Iterator[HTTPRouteHandler]:
    return (handler for handler in route_handlers() if isinstance(handler, HTTPRouteHandler))


def calls() -> list[Any]:
    return [
        pytest.param(method, address(path), handler, id=f"{method} {path}")
        for handler in handlers()
        for path in handler.paths
        for method in sorted(handler.http_methods)
    ]


def address(path: str) -> str:
    for name, value in FILLED.items():
        path = path.replace("{" + name + "}", value)
    return path


def check_problem(response: Any, status: int) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert set(problem) == {"type", "title", "status", "detail", "errors"}
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]


@pytest.mark.parametrize(("method", "path", "handler"), calls())
def test_a_bad_key_is_refused_everywhere(
    client: Client, method: str, path: str, handler: HTTPRouteHandler
) -> None:
    for headers in (
        {"Authorization": "Bearer tdo_000000000000_" + "x" * 43},
        {"Authorization": "Bearer "},
        {"Authorization": "Basic dXNlcjpwYXNz"},
        {"X-API-Key": "guess"},
    ):
        check_problem(client.request(method, path, headers=headers), 401)


@pytest.mark.parametrize(("method", "path", "handler"), calls())
def test_a_revoked_key_is_refused_everywhere(
    client: Client, services: Services, method: str, path: str, handler: HTTPRouteHandler
) -> None:
    made, whole = services.keys.create("admin", "revoked")
    services.keys.revoke(made.id)
    check_problem(client.request(method, path, headers={"X-API-Key": whole}), 401)


@pytest.mark.parametrize(("method", "path", "handler"), calls())
def test_roles(client: Client, key_of: Keys, method: str, path: str, handler: HTTPRouteHandler) -> None:
    roles = handler.opt.get(ROLES_OPTION)
    if roles is None:
        assert client.request(method, path).status_code not in (401, 403)
        return
    response = client.request(method, path)
    check_problem(response, 401)
    assert response.headers["www-authenticate"] == "Bearer"
    for role in ROLES:
        response = client.request(method, path, headers=key_of(role))
        if role in roles:
            assert response.status_code not in (401, 403)
        else:
            check_problem(response, 403)


@pytest.mark.parametrize(("method", "path", "handler"), calls())
def test_other_methods_are_405(client: Client, method: str, path: str, handler: HTTPRouteHandler) -> None:
    response = client.request("PATCH", path)
    check_problem(response, 405)
    assert method in response.headers["allow"]


@pytest.mark.parametrize("path", ["/v1/chat", "/v1/medicines", "/v1/availability/reports", "/"])
def test_options_are_told_to_anyone_without_a_bad_key(client: Client, path: str) -> None:
    assert client.options(path).status_code in (204, 401)
    check_problem(client.options(path, headers={"X-API-Key": "guess"}), 401)


def test_every_operation_is_named_once() -> None:
    names = [handler.operation_id for handler in handlers() if handler.resolve_include_in_schema()]
    assert None not in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "path", ["/nope", "/v1/nope", "/v1/documents/none/more", "/schema/nope", "/static/nope.js"]
)
def test_unknown_addresses_are_problems(client: Client, path: str) -> None:
    check_problem(client.get(path), 404)


def test_a_browser_gets_a_page_for_an_unknown_address(client: Client) -> None:
    response = client.get("/nope", headers={"Accept": "text/html,*/*", "Accept-Language": "es"})
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert 'lang="es"' in response.text


def test_the_security_headers_are_on_every_answer(client: Client) -> None:
    for path in ("/", "/healthz", "/nope", "/v1/medicines?q=lantus", "/static/style.css", "/schema"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in headers


def test_a_failure_nobody_foresaw_reveals_nothing(
    client: Client, services: Services, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the secret insulin of Jane Doe")

    monkeypatch.setattr(type(services.assistant), "answer", fail)
    response = client.post("/v1/chat", json={"message": "Jane Doe needs insulin"})
    check_problem(response, 500)
    logged = capfd.readouterr()
    for text in (response.text, logged.out, logged.err):
        assert "Jane" not in text
        assert "insulin" not in text
        assert "Traceback" not in text


def test_a_failure_within_a_stream_is_an_error_event(
    client: Client, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(type(services.assistant), "stream", fail)
    headers = {"Accept": "text/event-stream"}
    response = client.post("/v1/chat", json={"message": "insulin"}, headers=headers)
    assert response.text.startswith("event: error\n")
    assert '"status":500' in response.text
    assert "secret" not in response.text


def test_the_description_is_whole_and_its_page_loads_nothing_from_elsewhere(client: Client) -> None:
    schema = client.get("/schema/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    assert "text/event-stream" in schema["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]
    page = client.get("/schema", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "/v1/chat" in page.text
    for mark in ("<script", "https://cdn", "unpkg", "style=", "<style", "fonts.g"):
        assert mark not in page.text
    assert client.get("/schema/openapi.yaml").status_code == 200
