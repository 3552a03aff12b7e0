"""What is kept on the device: the shell's list, its version, the offline page, the manifest and its icons."""

from __future__ import annotations

import json
import re
import struct
from typing import Any

import pytest
from litestar.testing import TestClient

from api.services import Services

Client = TestClient[Any]


def shell(client: Client) -> list[str]:
    found = re.search(r"const SHELL = (\[.*?\]);", client.get("/sw.js").text)
    assert found
    return list(json.loads(found[1]))


def test_everything_that_the_worker_keeps_is_there(client: Client) -> None:
    worker = client.get("/sw.js")
    assert worker.headers["content-type"].startswith("text/javascript")
    assert worker.headers["cache-control"] == "no-cache"
    kept = shell(client)
    assert {"/offline?lang=en", "/offline?lang=es"} <= set(kept)
    for address in kept:
        assert client.get(address).status_code == 200, address


def test_the_page_s_language_is_kept_and_not_all_of_them(client: Client) -> None:
    found = re.search(r"const SHELL = (\[.*?\]);", client.get("/sw.js?lang=ko").text)
    assert found
    pages = [address for address in json.loads(found[1]) if address.startswith("/offline")]
    assert pages == ["/offline?lang=ko", "/offline?lang=en", "/offline?lang=es"]


def test_the_offline_page_needs_nothing_that_the_worker_does_not_keep(client: Client) -> None:
    page = client.get("/offline?lang=en").text
    needed = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', page)
    assert needed
    assert set(needed) <= set(shell(client))


@pytest.mark.parametrize(("language", "words"), [("en", "You are offline"), ("es", "No tiene conexión")])
def test_the_offline_page_has_lines_and_advice_word_for_word(
    client: Client, services: Services, language: str, words: str
) -> None:
    page = client.get(f"/offline?lang={language}").text
    assert words in page
    assert 'href="tel:911"' in page
    assert 'href="tel:+18002221222"' in page
    assert page.count("<details>") == 5
    insulin = services.knowledge.hotlines.get("epap")
    assert insulin
    assert insulin.title(language) in page


def test_the_manifest_names_icons_that_have_the_size_it_says(client: Client) -> None:
    response = client.get("/manifest.webmanifest?lang=es")
    assert response.headers["content-type"].startswith("application/manifest+json")
    manifest = response.json()
    assert (manifest["lang"], manifest["display"], manifest["scope"]) == ("es", "standalone", "/")
    assert client.get(manifest["start_url"]).status_code == 200
    for icon in manifest["icons"]:
        content = client.get(icon["src"]).content
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", content[16:24])
            assert icon["sizes"] == f"{width}x{height}"


@pytest.mark.parametrize(
    ("latitude", "longitude", "status"),
    [("27.95", "-82.46", 200), ("x", "-82.46", 400), ("nan", "1", 400), ("127", "1", 400), ("", "", 200)],
)
def test_the_device_s_place_is_read_or_refused(
    client: Client, latitude: str, longitude: str, status: int
) -> None:
    form = {"message": "Where is an open pharmacy?", "latitude": latitude, "longitude": longitude}
    response = client.post("/chat", data=form)
    assert response.status_code == status
    assert ('class="card"' in response.text) == (latitude == "27.95")


def test_the_device_s_place_is_rounded(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    from api.web import chat

    read = chat.read_question
    monkeypatch.setattr(chat, "read_question", lambda asked, *rest: seen.append(asked) or read(asked, *rest))
    client.post("/chat", data={"message": "open pharmacy", "latitude": "27.94871", "longitude": "-82.45832"})
    assert (seen[0].location.latitude, seen[0].location.longitude) == (27.95, -82.46)
