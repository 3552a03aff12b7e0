"""Every route of the application, each with everyone who has no business there.

The two lists say who may go where. They are compared with what the application serves, so a new route fails
here until somebody has decided for whom it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, get_args

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from sqlalchemy import update

from api.access.authentication import BAD_KEY
from api.access.keys import ROLES, Role
from api.access.page_roles import PAGE_OF
from api.access.sessions import COOKIE, FORGED, SAFE_METHODS, SESSION_STORE
from api.application import create_app
from api.errors import DETAIL_OF
from api.services import Services
from api.settings import Settings
from api.tables import access_key

Client = TestClient[Litestar]
REPORTERS: tuple[Role, ...] = ("agent", "pharmacist", "partner")
CONSOLE: tuple[Role, ...] = ("agent", "admin")
DESK: tuple[Role, ...] = ("pharmacist", "admin")
FOR_ROLES: dict[str, tuple[Role, ...]] = {
    "POST /v1/availability/reports": REPORTERS,
    "DELETE /v1/availability/reports/{report_id:int}": REPORTERS,
    "GET /v1/availability/calls": ("agent",),
    "POST /v1/availability/calls/{call_id:int}/claim": ("agent",),
    "POST /v1/availability/imports/{kind:str}": ("partner", "admin"),
    "GET /agent": CONSOLE,
    "POST /agent": CONSOLE,
    "POST /agent/reports": CONSOLE,
    "POST /agent/calls": CONSOLE,
    "GET /agent/documents": CONSOLE,
    "GET /pharmacist": DESK,
    "GET /pharmacist/dispense": DESK,
    "POST /pharmacist/donate": DESK,
}
OPEN = (
    "POST /v1/chat",
    "GET /v1/places",
    "GET /v1/refill-rules",
    "GET /v1/declarations",
    "GET /v1/medicines",
    "GET /v1/documents",
    "GET /v1/documents/{document_id:str}",
    "POST /v1/donations/check",
    "POST /v1/feedback",
    "GET /c/{citation_id:str}",
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
    "GET /schema",
    "GET /schema/reference",
    "GET /schema/openapi.json",
    "GET /schema/openapi.yml",
    "GET /schema/openapi.yaml",
    "GET /schema/{path:str}",
    "GET /",
    "POST /chat",
    "GET /card",
    "GET /status",
    "GET /privacy",
    "GET /offline",
    "GET /sw.js",
    "GET /manifest.webmanifest",
    "GET /static/{file_path:path}",
    "HEAD /static/{file_path:path}",
    "GET /sign-in",
    "POST /sign-in",
    "POST /sign-out",
)
# Ids that exist and ids that do not are refused alike.
IDS = {"report_id:int": ("1", "999999"), "call_id:int": ("1", "999999"), "kind:str": ("sites", "nothing")}
OTHERS = {"document_id:str": "x", "citation_id:str": "x.y", "path:str": "x", "file_path:path": "/style.css"}
# All that a refusal may say.
SENTENCES = {DETAIL_OF[401], BAD_KEY, FORGED}
WRONG_ROLE = re.compile(r"This needs an access key of the role (admin|agent|partner|pharmacist| or )+\.")
UNKNOWN_KEY = "tdo_000000000000_" + "x" * 43
BadKey = Literal["unknown", "other scheme", "empty", "revoked", "expired"]
BadSession = Literal["forged", "expired", "signed out", "of a revoked key", "of an expired key"]
BadToken = Literal["none", "forged", "of another session"]


@dataclass(frozen=True)
class Cast:
    """Keys of every role, and sessions (cookie, form token) of those who have a page."""

    keys: dict[Role, str]
    bad_keys: dict[BadKey, str]
    sessions: dict[Role, tuple[str, str]]
    bad_sessions: dict[BadSession, str]
    other_token: str


@pytest.fixture(scope="module")
def visitor(settings: Settings, services: Services) -> Iterator[Client]:
    with TestClient(create_app(settings, services)) as client:
        client.follow_redirects = False
        yield client


@pytest.fixture(scope="module")
def cast(visitor: Client, services: Services) -> Cast:
    keys = {role: services.keys.create(role, f"cast {role}") for role in ROLES}
    revoked, revoked_text = services.keys.create("admin", "cast revoked")
    services.keys.revoke(revoked.id)
    _, expired = services.keys.create("admin", "cast expired", datetime.now(UTC) - timedelta(seconds=1))
    _, other_token = _signed_in(visitor, keys["agent"][1])
    return Cast(
        keys={role: text for role, (_, text) in keys.items()},
        bad_keys={
            "unknown": f"Bearer {UNKNOWN_KEY}",
            "other scheme": "Basic dXNlcjpwYXNz",
            "empty": "Bearer ",
            "revoked": f"Bearer {revoked_text}",
            "expired": f"Bearer {expired}",
        },
        sessions={role: _signed_in(visitor, keys[role][1]) for role in ("agent", "pharmacist", "admin")},
        bad_sessions=_bad_sessions(visitor, services),
        other_token=other_token,
    )


def _bad_sessions(visitor: Client, services: Services) -> dict[BadSession, str]:
    found: dict[BadSession, str] = {"forged": "x" * 43}
    for kind in get_args(BadSession)[1:]:
        soon = datetime.now(UTC) + timedelta(hours=1)
        key, text = services.keys.create("admin", f"cast {kind}", soon)
        cookie, token = _signed_in(visitor, text)
        if kind == "expired":
            _newest(visitor).expires_at = datetime.now(UTC) - timedelta(seconds=1)
        elif kind == "signed out":
            assert visitor.post("/sign-out", data={"csrf": token}, headers=_cookie(cookie)).status_code == 303
        elif kind == "of a revoked key":
            services.keys.revoke(key.id)
        else:
            _expire(services, key.id)
        found[kind] = cookie
    return found


def _expire(services: Services, key_id: str) -> None:
    with services.knowledge.engine.begin() as connection:
        past = datetime.now(UTC) - timedelta(seconds=1)
        connection.execute(update(access_key).where(access_key.c.id == key_id).values(expires_at=past))


def _newest(visitor: Client) -> Any:
    held = visitor.app.stores.get(SESSION_STORE)._store  # type: ignore[attr-defined]
    return list(held.values())[-1]


def _signed_in(visitor: Client, key: str) -> tuple[str, str]:
    response = visitor.post("/sign-in", data={"key": key})
    assert response.status_code == 303, response.text
    cookie = response.cookies[COOKIE]
    visitor.cookies.clear()
    return cookie, _token(visitor, cookie, response.headers["location"])


def _token(visitor: Client, cookie: str, page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', visitor.get(page, headers=_cookie(cookie)).text)
    assert found
    return found[1]


def _cookie(value: str) -> dict[str, str]:
    return {"Cookie": f"{COOKIE}={value}"}


def addresses(route: str) -> list[tuple[str, str]]:
    """(method, address) of a route, once for every id."""
    method, path = route.split(" ")
    for name, value in OTHERS.items():
        path = path.replace("/{" + name + "}" if value[0] == "/" else "{" + name + "}", value)
    for name, values in IDS.items():
        if "{" + name + "}" in path:
            return [(method, path.replace("{" + name + "}", value)) for value in values]
    return [(method, path)]


def check_refused(response: Any, status: int) -> None:
    """The one shape of a refusal, with nothing in it but why."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert "set-cookie" not in response.headers
    problem = response.json()
    assert set(problem) == {"type", "title", "status", "detail", "errors"}
    assert problem["errors"] == []
    assert problem["detail"] in SENTENCES or (status == 403 and WRONG_ROLE.fullmatch(problem["detail"]))


def refusals(visitor: Client, route: str, headers: dict[str, str], status: int) -> None:
    bodies = set()
    for method, address in addresses(route):
        response = visitor.request(method, address, headers=headers)
        check_refused(response, status)
        bodies.add(response.content)
    assert len(bodies) == 1


def let_in(visitor: Client, route: str, headers: dict[str, str]) -> None:
    """Past the guards; the id that is asked for does not exist, so that nothing happens."""
    method, address = addresses(route)[-1]
    assert visitor.request(method, address, headers=headers).status_code not in (401, 403)


def test_every_route_is_listed_here_and_nowhere_twice(visitor: Client) -> None:
    served = {
        f"{method} {route.path}"
        for route in visitor.app.routes
        for method in getattr(route, "methods", ("other than HTTP",))
        if method != "OPTIONS"
    }
    assert served == set(FOR_ROLES) | set(OPEN)
    assert not set(FOR_ROLES) & set(OPEN)


@pytest.mark.parametrize("route", FOR_ROLES)
def test_without_a_key(visitor: Client, route: str) -> None:
    refusals(visitor, route, {}, 401)


@pytest.mark.parametrize("route", FOR_ROLES)
def test_with_a_key_of_the_wrong_role(visitor: Client, cast: Cast, route: str) -> None:
    for role in ROLES:
        headers = {"Authorization": f"Bearer {cast.keys[role]}"}
        if role in FOR_ROLES[route]:
            let_in(visitor, route, headers)
        else:
            refusals(visitor, route, headers, 403)


@pytest.mark.parametrize("kind", get_args(BadKey))
@pytest.mark.parametrize("route", [*FOR_ROLES, *OPEN])
def test_a_bad_key_is_refused_on_open_routes_too(
    visitor: Client, cast: Cast, route: str, kind: BadKey
) -> None:
    if route.startswith("HEAD "):
        response = visitor.head(addresses(route)[0][1], headers={"Authorization": cast.bad_keys[kind]})
        assert (response.status_code, response.content) == (401, b"")
        return
    refusals(visitor, route, {"Authorization": cast.bad_keys[kind]}, 401)


@pytest.mark.parametrize("kind", get_args(BadSession))
@pytest.mark.parametrize("route", FOR_ROLES)
def test_with_a_session_that_is_none(visitor: Client, cast: Cast, route: str, kind: BadSession) -> None:
    token = cast.sessions["admin"][1]
    refusals(visitor, route, {**_cookie(cast.bad_sessions[kind]), "X-CSRF-Token": token}, 401)


@pytest.mark.parametrize("route", FOR_ROLES)
def test_with_a_session_of_the_wrong_role(visitor: Client, cast: Cast, route: str) -> None:
    for role, (cookie, token) in cast.sessions.items():
        headers = {**_cookie(cookie), "X-CSRF-Token": token}
        if role in FOR_ROLES[route]:
            let_in(visitor, route, headers)
        else:
            refusals(visitor, route, headers, 403)


@pytest.mark.parametrize("kind", get_args(BadToken))
@pytest.mark.parametrize("route", [route for route in FOR_ROLES if route.split(" ")[0] not in SAFE_METHODS])
def test_with_a_form_token_that_is_forged(visitor: Client, cast: Cast, route: str, kind: BadToken) -> None:
    tokens: dict[BadToken, dict[str, str]] = {
        "none": {},
        "forged": {"X-CSRF-Token": "x" * 43},
        "of another session": {"X-CSRF-Token": cast.other_token},
    }
    for role, (cookie, _) in cast.sessions.items():
        if role in FOR_ROLES[route]:
            refusals(visitor, route, {**_cookie(cookie), **tokens[kind]}, 403)


@pytest.mark.parametrize("route", [route for route in FOR_ROLES if "/v1/" not in route])
def test_a_browser_is_sent_to_sign_in_and_sees_nothing_of_the_page(
    visitor: Client, cast: Cast, route: str
) -> None:
    cookies = [{}, *(_cookie(value) for value in cast.bad_sessions.values())]
    method, address = addresses(route)[0]
    page = next(page for page in PAGE_OF.values() if address.startswith(page))
    for cookie in cookies:
        response = visitor.request(method, address, headers={"Accept": "text/html", **cookie})
        assert "set-cookie" not in response.headers
        if method in SAFE_METHODS:
            ended = "&ended=1" if cookie else ""
            assert response.status_code == 303
            assert response.headers["location"] == f"/sign-in?next=%2F{page[1:]}{ended}"
            assert response.text == ""
        else:
            assert response.status_code == 401
            assert "Access key" in response.text
            for word in ("csrf", "console", "Sign out", "cast "):
                assert word not in response.text


@pytest.mark.parametrize("route", OPEN)
def test_open_routes_take_a_session_that_is_none_for_nobody(visitor: Client, cast: Cast, route: str) -> None:
    method, address = addresses(route)[0]
    anyone = visitor.request(method, address)
    assert anyone.status_code not in (401, 403)
    for cookie in cast.bad_sessions.values():
        response = visitor.request(method, address, headers={**_cookie(cookie), "X-CSRF-Token": "x" * 43})
        assert response.status_code == anyone.status_code


def test_a_forged_sign_out_ends_nothing(visitor: Client, cast: Cast) -> None:
    cookie, token = cast.sessions["agent"]
    assert visitor.post("/sign-out", headers=_cookie(cookie)).status_code == 303
    for forged in ("x" * 43, cast.other_token):
        response = visitor.post("/sign-out", data={"csrf": forged}, headers=_cookie(cookie))
        check_refused(response, 403)
    assert _token(visitor, cookie, "/agent") == token
