"""What makes the chat installable and useful without a network: manifest, service worker, offline page.

The worker keeps a small shell on the device: the offline page with phone lines and what to do, and its
assets. The last answer is kept by the page's own script, on the device only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromQuery

from api.access.limits import FREE_OPTION
from api.sample import sample_loaded
from api.services import InjectedServices, Services
from api.web.markup import dial, human_phone
from api.web.page import asset, page, template
from api.web.texts import Texts, page_language, texts
from knowledge.hotlines.hotline import Hotline

OFFLINE = "/offline"
MANIFEST_TYPE = "application/manifest+json"
# Lines for anyone displaced; the whole table is behind the chat.
LINES = (
    "911",
    "988",
    "poison",
    "disaster-distress",
    "211",
    "epap",
    "fema",
    "red-cross",
    "shelter-text",
    "kcer",
    "diabetes",
    "va-disaster",
    "medicare",
    "disability",
)
# Topics of the program documents whose 'In short' lines hold without knowing the person.
ADVICE = (
    ("offline-danger", "safety"),
    ("offline-medicine", "next.steps"),
    ("offline-bring", "bring"),
    ("offline-insulin", "handling.insulin"),
    ("offline-cold", "handling.cold"),
)
# All languages together would weigh more than the chat itself.
ALWAYS_KEPT = ("en", "es")
ASSETS = ("style.css", "offline.js", "icon.svg")
VERSION_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One phone line: `call` and `text` are numbers as people read them, `dials` the `tel:` address."""

    name: str
    purpose: str
    call: str
    dials: str
    text: str
    hours: str


@get(OFFLINE, operation_id="OfflinePage", include_in_schema=False, sync_to_thread=True)
def offline_page(
    request: Request[Any, Any, Any], services: InjectedServices, lang: FromQuery[str | None] = None
) -> Response[str]:
    """Phone lines, what to do, and (by the page's script) the last answer of this device."""
    words = texts(page_language(lang, request.headers.get("accept-language", "")))
    return _offline_page(words, services)


@get(
    "/sw.js",
    operation_id="ServiceWorker",
    include_in_schema=False,
    opt={FREE_OPTION: True},
    sync_to_thread=True,
)
def service_worker(services: InjectedServices, lang: FromQuery[str | None] = None) -> Response[str]:
    """The worker, with the list of what it keeps: the offline page in the page's language `lang`, in English
    and in Spanish. Its version changes with any of it."""
    kept = list(dict.fromkeys((page_language(lang), *ALWAYS_KEPT)))
    shell = [*(f"{OFFLINE}?lang={code}" for code in kept), *map(asset, ASSETS)]
    held = "".join((*shell, *(str(_offline_page(texts(code), services).content) for code in kept)))
    version = hashlib.sha256(held.encode()).hexdigest()[:VERSION_DIGITS]
    script = template("sw.js").render(shell=shell, languages=kept, version=version, offline=OFFLINE)
    return Response(script, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


@get("/manifest.webmanifest", operation_id="Manifest", include_in_schema=False, opt={FREE_OPTION: True})
async def manifest(lang: FromQuery[str | None] = None) -> Response[dict[str, Any]]:
    """What the device shows where the chat is installed."""
    words = texts(page_language(lang))
    icons = [
        {"src": asset("icon.svg"), "sizes": "any", "type": "image/svg+xml"},
        {"src": asset("icon-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": asset("icon-512.png"), "sizes": "512x512", "type": "image/png"},
        {"src": asset("icon-maskable.png"), "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
    ]
    content = {
        "name": words("page-title"),
        "short_name": words("app-name"),
        "description": words("page-description"),
        "lang": words.language,
        "id": "/",
        "start_url": f"/?lang={words.language}",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f6f7f9",
        "theme_color": "#0b5c8a",
        "icons": icons,
    }
    return Response(content, media_type=MANIFEST_TYPE, headers={"Cache-Control": "no-cache"})


def _offline_page(words: Texts, services: Services) -> Response[str]:
    return page(
        "offline.html",
        t=words,
        sample=sample_loaded(services.knowledge.engine),
        lines=list(_lines(words.language, services)),
        advice=list(_advice(words.language, services)),
    )


def _lines(language: str, services: Services) -> Iterator[Line]:
    for each in LINES:
        hotline = services.knowledge.hotlines.get(each)
        if hotline is not None:
            yield _line(hotline, language)


def _line(hotline: Hotline, language: str) -> Line:
    spanish = language == "es"
    return Line(
        name=hotline.title(language),
        purpose=hotline.purpose_es if spanish else hotline.purpose,
        call=hotline.number if hotline.phone else "",
        dials=dial(hotline.phone) if hotline.phone else "",
        text=human_phone(hotline.text),
        hours=hotline.hours_es if spanish else hotline.hours,
    )


def _advice(language: str, services: Services) -> Iterator[tuple[str, list[str]]]:
    """(name of the heading's text, lines): word for word from the program documents."""
    today = datetime.now(UTC).date()
    for heading, topic in ADVICE:
        points = services.knowledge.documents.key_points(
            topic, at=today, language=language, audience="evacuee", jurisdiction=None
        )
        yield heading, list(dict.fromkeys(point.text for point in points))
