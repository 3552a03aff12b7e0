"""Pictures of every face and state:  python -m tests.browser.screenshots FOLDER [ADDRESS]

Without ADDRESS a server is started on a new folder, with the sample scenario and in drill mode. The pages
for people with a role need a key, which is made in that folder, so they are left out with an ADDRESS.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.conftest import launch_options
from tests.conftest import START_FROM, serving

WIDTHS = (320, 768, 1280)
LANTUS = (
    "I left my Lantus at home when we evacuated St. Petersburg. "
    "I'm at a shelter in Tampa 33602, where can I get more?"
)
SPANISH = "Dejé mi insulina Lantus en casa. Estoy en un refugio en Tampa 33602. ¿Dónde consigo más?"
EMERGENCY = "My husband cannot breathe and his inhaler is empty, we are in Tampa 33602"
CARD = "/card?state=FL&county=12057&medicine=insulin+glargine&home_state=FL&home_county=12103"
ITEMS = "\n".join(
    (
        "Drug name\tLot\tExpires\tQuantity\tUnit\tSealed\tOriginal packaging\tCold chain",
        "lisinopril\tL1\t2031-03\t30\ttablets\tyes\tyes\t",
        "insulin glargine\tA77\t03/2031\t12\tpens\tyes\tyes\tno",
        "metformin\tX\t2019-01\t1\t\tyes\tyes\t",
    )
)


@dataclass(frozen=True)
class Shot:
    """One state: where it begins, what is done there, and how the browser is set up. `role` signs in."""

    name: str
    path: str
    act: Callable[[Page], object] = lambda page: None
    role: str = ""
    scheme: Any = "light"
    script: bool = True


def asks(message: str) -> Callable[[Page], object]:
    """Ask in the chat and wait for the answer."""

    def act(page: Page) -> None:
        page.get_by_role("textbox").fill(message)
        page.locator("button.primary").click()
        page.locator("article.answer h2").wait_for()

    return act


def with_sources(page: Page) -> None:
    """An answer with its sources unfolded."""
    asks(LANTUS)(page)
    page.locator(".sources summary").click()


def lost(page: Page) -> None:
    """The connection breaks while a question is on its way."""
    page.route("**/chat", lambda route: route.abort())
    page.get_by_role("textbox").fill(LANTUS)
    page.locator("button.primary").click()
    page.locator(".problem").wait_for()


def location_asked(page: Page) -> None:
    """The page asks before it uses the location."""
    page.get_by_role("button", name="Use my location").click()


def offline(page: Page) -> None:
    """What the device shows without a network, with its last answer."""
    asks(LANTUS)(page)
    page.goto("/offline?lang=en")
    page.locator("[data-answer-here] article").wait_for()


def citation(page: Page) -> None:
    """The page of one source."""
    with_sources(page)
    page.locator(".sources a", has_text="Link to this source").first.click()


def dispenses(medicine: str) -> Callable[[Page], object]:
    """'May I dispense?' for a medicine in Tampa."""

    def act(page: Page) -> None:
        page.get_by_label("Medicine, NDC or RxCUI").fill(medicine)
        page.get_by_label("State of the pharmacy").select_option("FL")
        page.get_by_label("ZIP code of the pharmacy").fill("33602")
        page.get_by_role("button", name="Look it up").click()
        page.locator(".verdict").wait_for()

    return act


def donates(page: Page) -> None:
    """'May I donate or accept?' for a list with one bad row."""
    page.get_by_label("State of the giver").select_option("WY")
    page.locator("#rows").fill(ITEMS)
    page.get_by_role("button", name="Check the list").click()
    page.locator(".summary").wait_for()


def agent_asks(page: Page) -> None:
    """The console with an answer."""
    page.locator("#message").fill("Caller left Lantus at home in St. Petersburg, is in Tampa 33602")
    page.locator("#ask button").click()
    page.locator("#aloud").wait_for()


SHOTS = (
    Shot("chat", "/"),
    Shot("chat-spanish", "/?lang=es"),
    Shot("chat-dark", "/", scheme="dark"),
    Shot("location", "/", location_asked),
    Shot("answer", "/", asks(LANTUS)),
    Shot("answer-dark", "/", asks(LANTUS), scheme="dark"),
    Shot("answer-spanish", "/?lang=es", asks(SPANISH)),
    Shot("answer-without-script", "/", asks(LANTUS), script=False),
    Shot("answer-emergency", "/", asks(EMERGENCY)),
    Shot("answer-asks-back", "/", asks("I ran out of my medicine")),
    Shot("answer-sources", "/", with_sources),
    Shot("connection-lost", "/", lost),
    Shot("offline", "/", offline),
    Shot("citation", "/", citation),
    Shot("card", CARD),
    Shot("not-found", "/nope"),
    Shot("status", "/status"),
    Shot("privacy", "/privacy"),
    Shot("reference", "/schema"),
    Shot("sign-in", "/sign-in"),
    Shot("agent", "/agent", role="agent"),
    Shot("agent-answer", "/agent", agent_asks, role="agent"),
    Shot("pharmacist", "/pharmacist", role="pharmacist"),
    Shot("pharmacist-yes", "/pharmacist", dispenses("Lantus"), role="pharmacist"),
    Shot("pharmacist-no", "/pharmacist", dispenses("oxycodone"), role="pharmacist", scheme="dark"),
    Shot("pharmacist-donation", "/pharmacist", donates, role="pharmacist"),
)


def take(browser: Browser, address: str, folder: Path, keys: dict[str, str]) -> Iterator[Path]:
    """Every state at every width, as PNG files; those of roles without a key are left out."""
    for shot in SHOTS:
        if shot.role and shot.role not in keys:
            continue
        for width in WIDTHS:
            with _context(browser, address, shot, width) as context:
                page = context.new_page()
                page.goto(shot.path)
                if shot.role:
                    page.get_by_label("Access key").fill(keys[shot.role])
                    page.get_by_role("button", name="Sign in").click()
                    page.wait_for_url(f"**{shot.path}")
                shot.act(page)
                file = folder / f"{shot.name}-{width}.png"
                page.screenshot(path=file, full_page=True)
                yield file


@contextmanager
def _context(browser: Browser, address: str, shot: Shot, width: int) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme=shot.scheme,
        java_script_enabled=shot.script,
        service_workers="block",
    )
    try:
        yield context
    finally:
        context.close()


def _keys(home: Path) -> dict[str, str]:
    """A fresh key of each role, in the data folder of the server that is running."""
    from api.services import opened
    from api.settings import Settings

    with opened(Settings(home=str(home))) as services:
        roles: tuple[Any, ...] = ("agent", "pharmacist")
        return {role: services.keys.create(role, "screenshots")[1] for role in roles}


def main() -> None:
    """Take all pictures and name them."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        if len(sys.argv) > 2:
            _print(take(browser, sys.argv[2], folder, {}))
            return
        with tempfile.TemporaryDirectory() as new:
            home = Path(START_FROM or new)
            limits = {"TIDEOVER_ADDRESS_REQUESTS_PER_MINUTE": "1000000", "TIDEOVER_DRILL": "on"}
            with serving(home, **limits) as address:
                _print(take(browser, address, folder, _keys(home)))


def _print(files: Iterator[Path]) -> None:
    for file in files:
        print(file)


if __name__ == "__main__":
    main()
