"""Signed-in pages: the cookie, the form token, the ends of a session, and what waits for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from api.access import sessions as module
from api.access.keys import Role
from api.access.sessions import COOKIE, SESSION_STORE
from api.application import create_app
from api.services import Services
from api.settings import Settings

Client = TestClient[Litestar]
HTML = {"Accept": "text/html"}
SignIn = Callable[..., str]


@pytest.fixture
def visitor(settings: Settings, services: Services) -> Iterator[Client]:
    """A client with cookies of its own that does not follow redirects."""
    with TestClient(create_app(settings, services)) as client:
        client.follow_redirects = False
        client.headers["Accept"] = "text/html"
        yield client


@pytest.fixture
def sign_in(visitor: Client, services: Services) -> SignIn:
    """Signs in with a fresh key of a role; returns the key's id."""

    def sign_in_(role: Role, **form: str) -> str:
        key, whole = services.keys.create(role, f"session of {role}")
        response = visitor.post("/sign-in", data={"key": f" {whole}\n", **form})
        assert response.status_code == 303, response.text
        return key.id

    return sign_in_


def form_token(page: str) -> str:
    match = re.search(r'name="csrf" value="([^"]+)"', page)
    assert match
    return match[1]


def report(client: Client, **headers: str) -> Any:
    body = {"site_id": "no such site", "medicine": "insulin glargine", "status": "out"}
    return client.post("/v1/availability/reports", json=body, headers=headers)


def held_sessions(client: Client) -> dict[str, Any]:
    return client.app.stores.get(SESSION_STORE)._store  # type: ignore[attr-defined,no-any-return]


def test_no_cookie_before_signing_in(visitor: Client) -> None:
    for path in ("/", "/sign-in", "/agent", "/sign-in?next=/agent&ended=1"):
        assert "set-cookie" not in visitor.get(path).headers


def test_a_page_asks_to_sign_in_and_is_come_back_to(visitor: Client, sign_in: SignIn) -> None:
    response = visitor.get("/agent")
    assert (response.status_code, response.headers["location"]) == (303, "/sign-in?next=%2Fagent")
    sign_in("admin", next="/agent")
    assert visitor.get("/agent").status_code == 200


def test_the_cookie_is_for_this_site_and_unreadable(visitor: Client, services: Services) -> None:
    _, whole = services.keys.create("agent", "cookie")
    response = visitor.post("/sign-in", data={"key": whole, "next": "https://elsewhere.example/"})
    assert response.headers["location"] == "/agent"
    words = response.headers["set-cookie"].lower()
    assert words.startswith(f"{COOKIE}=")
    assert "httponly" in words
    assert "samesite=strict" in words
    assert "secure" not in words
    assert whole not in words
    token = visitor.cookies[COOKIE]
    held = held_sessions(visitor).items()
    assert not any(token in name or token in str(value.data) for name, value in held)


def test_over_https_the_cookie_is_secure(visitor: Client, services: Services) -> None:
    _, whole = services.keys.create("agent", "https")
    response = visitor.post("https://testserver.local/sign-in", data={"key": whole})
    words = response.headers["set-cookie"].lower()
    assert words.startswith("__host-")
    assert "secure" in words


@pytest.mark.parametrize("key", ["guess", "tdo_000000000000_" + "x" * 43, ""])
def test_a_wrong_key_signs_nobody_in(visitor: Client, key: str) -> None:
    response = visitor.post("/sign-in", data={"key": key, "draft": "message=half"})
    assert response.status_code in (400, 401)
    assert 'role="alert"' in response.text
    assert "message=half" in response.text
    assert "set-cookie" not in response.headers
    assert "guess" not in response.text


def test_a_program_key_has_no_page(visitor: Client, services: Services) -> None:
    _, whole = services.keys.create("partner", "feed")
    assert visitor.post("/sign-in", data={"key": whole}).status_code == 403


def test_another_site_cannot_sign_anybody_in(visitor: Client, services: Services) -> None:
    _, whole = services.keys.create("agent", "foreign")
    response = visitor.post("/sign-in", data={"key": whole}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert "set-cookie" not in response.headers


def test_the_wrong_role_is_refused(visitor: Client, sign_in: SignIn) -> None:
    sign_in("pharmacist")
    response = visitor.get("/agent")
    assert response.status_code == 403
    assert "csrf" not in response.text


def test_a_forged_cookie_is_nobody(visitor: Client, sign_in: SignIn) -> None:
    visitor.cookies.set(COOKIE, "x" * 43)
    response = visitor.get("/agent")
    assert (response.status_code, response.headers["location"]) == (303, "/sign-in?next=%2Fagent&ended=1")
    assert visitor.get("/").status_code == 200
    assert report(visitor).status_code == 401


def test_a_revoked_key_ends_its_session(visitor: Client, services: Services, sign_in: SignIn) -> None:
    key_id = sign_in("agent")
    assert visitor.get("/agent").status_code == 200
    services.keys.revoke(key_id)
    assert visitor.get("/agent").status_code == 303
    assert held_sessions(visitor) == {}


def test_a_key_that_expires_ends_its_session(visitor: Client, services: Services) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=1.5)
    _, whole = services.keys.create("agent", "short", soon)
    assert visitor.post("/sign-in", data={"key": whole}).status_code == 303
    while datetime.now(UTC) < soon:
        visitor.get("/agent")
    assert visitor.get("/agent").status_code == 303


def test_a_session_ends_when_nobody_uses_it(
    visitor: Client, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in("agent")
    for held in held_sessions(visitor).values():
        left = (held.expires_at - datetime.now(UTC)).total_seconds()
        assert module.IDLE_SECONDS - 60 < left <= module.IDLE_SECONDS == 8 * 60 * 60
    expire(visitor)
    assert visitor.get("/agent").headers["location"].endswith("ended=1")
    assert "has ended" in visitor.get("/sign-in?next=/agent&ended=1").text


def expire(client: Client) -> None:
    """As if nobody had used any session for eight hours."""
    for held in held_sessions(client).values():
        held.expires_at = datetime.now(UTC) - timedelta(seconds=1)


def test_a_form_sent_too_late_is_shown_again(visitor: Client, sign_in: SignIn) -> None:
    sign_in("agent")
    token = form_token(visitor.get("/agent").text)
    expire(visitor)
    late = visitor.post("/agent", data={"csrf": token, "message": "Lantus & <b>33602</b>"})
    assert late.status_code == 401
    assert "has ended" in late.text
    draft = re.search(r'name="draft" value="([^"]*)"', late.text)
    assert draft
    assert "csrf" not in draft[1]
    sign_in("agent", next="/agent", draft=draft[1].replace("&amp;", "&"))
    page = visitor.get("/agent").text
    assert "Lantus &amp; &lt;b&gt;33602&lt;/b&gt;</textarea>" in page
    assert "33602" not in visitor.get("/agent").text


def test_signing_out_ends_the_session_and_needs_its_token(visitor: Client, sign_in: SignIn) -> None:
    sign_in("agent")
    token = form_token(visitor.get("/agent").text)
    kept = visitor.cookies[COOKIE]
    assert visitor.post("/sign-out").status_code == 303
    assert visitor.get("/agent").status_code == 200
    response = visitor.post("/sign-out", data={"csrf": token})
    assert response.status_code == 303
    assert response.headers["clear-site-data"] == '"storage"'
    assert COOKIE not in visitor.cookies
    visitor.cookies.set(COOKIE, kept)
    assert visitor.get("/agent").status_code == 303


@pytest.mark.parametrize("token", [None, "", "x" * 43, "ünicode"])
def test_without_its_token_a_session_changes_nothing(
    visitor: Client, sign_in: SignIn, token: str | None
) -> None:
    sign_in("agent")
    data = {"message": "Lantus in Tampa 33602"} | ({} if token is None else {"csrf": token})
    assert visitor.post("/agent", data=data).status_code == 403
    if token is None or token.isascii():
        headers = {} if token is None else {"X-CSRF-Token": token}
        assert report(visitor, **headers).status_code == 403


def test_the_token_of_another_session_is_forged(visitor: Client, services: Services, sign_in: SignIn) -> None:
    sign_in("agent")
    other = form_token(visitor.get("/agent").text)
    sign_in("agent")
    assert visitor.post("/agent", data={"csrf": other, "message": "x"}).status_code == 403


def test_the_api_takes_a_session_with_its_token(visitor: Client, sign_in: SignIn) -> None:
    sign_in("agent")
    token = form_token(visitor.get("/agent").text)
    assert report(visitor, **{"X-CSRF-Token": token}).status_code == 400  # the site, not the session
    assert visitor.get("/v1/availability/calls").status_code == 200


def test_open_pages_answer_a_session_as_anyone(visitor: Client, sign_in: SignIn) -> None:
    sign_in("agent")
    body = {"message": "insulin", "audience": "agent"}
    assert visitor.post("/v1/chat", json=body).status_code == 401
    assert visitor.post("/chat", data={"message": "Lantus in Tampa 33602"}).status_code == 200
    token = form_token(visitor.get("/agent").text)
    assert visitor.post("/v1/chat", json=body, headers={"X-CSRF-Token": token}).status_code == 200
