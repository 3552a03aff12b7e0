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

from api.web.page import page as render
from api.web.texts import texts
from tests.browser.conftest import launch_options
from tests.conftest import START_FROM, serving

WIDTHS = (320, 768, 1280)
LANTUS = (
    "I left my Lantus at home when we evacuated St. Petersburg. "
    "I'm at a shelter in Tampa 33602, where can I get more?"
)
SPANISH = "Dejé mi insulina Lantus en casa. Estoy en un refugio en Tampa 33602. ¿Dónde consigo más?"
EMERGENCY = "My husband cannot breathe and his inhaler is empty, we are in Tampa 33602"
ARABIC = "تركت دواء Lantus في البيت. أنا في ملجأ في Tampa 33602. أين أحصل على المزيد؟"
CHINESE = "我把 Lantus 落在家里了。我在 Tampa 33602 的避难所。哪里可以拿到药？"
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


def too_long(page: Page) -> None:
    """The server refuses a message, and says why."""
    page.get_by_role("textbox").evaluate("box => box.removeAttribute('maxlength')")
    page.get_by_role("textbox").fill("I need my medicine. " * 201)
    page.locator("button.primary").click()
    page.locator(".problem").wait_for()


def language_menu(page: Page) -> None:
    """The list of further languages, unfolded."""
    page.locator(".more summary").click()


def limited(page: Page) -> None:
    """What a browser shows that opens pages too often."""
    words = texts("en")
    body = render("problem.html", 429, t=words, detail=words("problem-limited"), sample=False).content
    page.route("**/too-often", lambda route: route.fulfill(status=429, content_type="text/html", body=body))
    page.goto("/too-often")


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


def passage(page: Page) -> None:
    """The page of one passage of a program document."""
    asks("Who can use EPAP?")(page)
    page.locator(".sources summary").click()
    page.locator(".sources a[href*='/c/document.']").first.click()


def signs_in_with_a_wrong_key(page: Page) -> None:
    """The sign-in page, with why it was refused."""
    page.get_by_label("Access key").fill("a guess")
    page.get_by_role("button", name="Sign in").click()
    page.locator(".problem").wait_for()


def dispenses(medicine: str, state: str = "FL", zip_code: str = "33602") -> Callable[[Page], object]:
    """'May I dispense?' for a medicine at a place: in Tampa, in the drill, unless another is given."""

    def act(page: Page) -> None:
        page.get_by_label("Medicine, NDC or RxCUI").fill(medicine)
        page.get_by_label("State of the pharmacy").select_option(state)
        page.get_by_label("ZIP code of the pharmacy").fill(zip_code)
        page.get_by_role("button", name="Look it up").click()
        page.locator(".verdict").wait_for()

    return act


def donates_nothing(page: Page) -> None:
    """The desk, with what is missing in the list."""
    page.get_by_role("button", name="Check the list").click()
    page.locator(".problem").wait_for()


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


def agent_reports(page: Page) -> None:
    """The console with a report begun on the first place."""
    agent_asks(page)
    page.keyboard.press("r")
    page.keyboard.press("1")


def agent_keys(page: Page) -> None:
    """The console with its keys on show."""
    agent_asks(page)
    page.keyboard.press("?")
    page.locator("#keys").wait_for()


def agent_searches(page: Page) -> None:
    """The console with passages found in the documents."""
    page.locator("#q").fill("who can use EPAP")
    page.locator("#q").press("Enter")
    page.locator("#found li").first.wait_for(timeout=60_000)  # loads the embedding model


def agent_calls(page: Page) -> None:
    """The console with a call taken from the queue, once an answer has made one worth making."""
    page.locator("#message").fill("Caller needs metformin, is in Orlando 32801")
    page.locator("#message").press("Enter")
    page.locator("#aloud").wait_for()
    for _ in range(50):
        page.locator("[data-next-call] button").click()
        page.locator(".console:not([aria-busy])").wait_for()
        if page.locator(".call").count():
            return
        page.wait_for_timeout(200)  # the queue is written beside the answers


def agent_loses(page: Page) -> None:
    """The console with a broken connection, and another caller beside."""
    agent_asks(page)
    page.locator("[data-do='new-caller']").click()
    page.route("**/agent", lambda route: route.abort())
    page.locator("#message").fill("Needs albuterol in Orlando 32801")
    page.locator("#message").press("Enter")
    page.locator("#live", has_text="lost").wait_for()


# Every face and state: pictures are taken of them, and the tests look for barriers on them.
SHOTS = (
    Shot("chat", "/"),
    Shot("chat-spanish", "/?lang=es"),
    Shot("chat-arabic", "/?lang=ar"),
    Shot("chat-dark", "/", scheme="dark"),
    Shot("languages", "/", language_menu),
    Shot("location", "/", location_asked),
    Shot("answer", "/", asks(LANTUS)),
    Shot("answer-dark", "/", asks(LANTUS), scheme="dark"),
    Shot("answer-spanish", "/?lang=es", asks(SPANISH)),
    Shot("answer-arabic", "/?lang=ar", asks(ARABIC)),
    Shot("answer-chinese", "/?lang=zh", asks(CHINESE)),
    Shot("answer-without-script", "/", asks(LANTUS), script=False),
    Shot("answer-emergency", "/", asks(EMERGENCY)),
    Shot("answer-asks-back", "/", asks("I ran out of my medicine")),
    Shot("answer-declines", "/", asks("Should I double my metformin?")),
    Shot("answer-out-of-scope", "/", asks("What will the weather be?")),
    Shot("answer-sources", "/", with_sources),
    Shot("connection-lost", "/", lost),
    Shot("message-refused", "/", too_long),
    Shot("offline", "/", offline),
    Shot("offline-spanish", "/offline?lang=es"),
    Shot("citation", "/", citation),
    Shot("citation-passage", "/", passage),
    Shot("citation-rule", "/c/rule.FL.declared_emergency.1"),
    Shot("citation-declaration", "/c/declaration.EM-0000-FL-SAMPLE"),
    Shot("citation-activation", "/c/declaration.activation.drill-epap-sample"),
    Shot("citation-stock", "/c/availability.sample-056.insulin-glargine"),
    Shot("citation-medicine", "/c/medicine.insulin-glargine"),
    Shot("citation-hotline", "/c/hotline.911"),
    Shot("citation-missing", "/c/document.none.0"),
    Shot("card", CARD),
    Shot("card-by-hand", "/card"),
    Shot("not-found", "/nope"),
    Shot("limited", "/", limited),
    Shot("status", "/status"),
    Shot("status-spanish", "/status?lang=es"),
    Shot("privacy", "/privacy"),
    Shot("privacy-spanish", "/privacy?lang=es"),
    Shot("reference", "/schema"),
    Shot("sign-in", "/sign-in"),
    Shot("sign-in-refused", "/sign-in?next=/agent&ended=1", signs_in_with_a_wrong_key),
    Shot("agent", "/agent", role="agent"),
    Shot("agent-answer", "/agent", agent_asks, role="agent"),
    Shot("agent-report", "/agent", agent_reports, role="agent"),
    Shot("agent-keys", "/agent", agent_keys, role="agent", scheme="dark"),
    Shot("agent-search", "/agent", agent_searches, role="agent"),
    Shot("agent-call", "/agent", agent_calls, role="agent"),
    Shot("agent-lost", "/agent", agent_loses, role="agent"),
    Shot("pharmacist", "/pharmacist", role="pharmacist"),
    Shot("pharmacist-yes", "/pharmacist", dispenses("Lantus"), role="pharmacist"),
    Shot("pharmacist-no", "/pharmacist", dispenses("oxycodone"), role="pharmacist", scheme="dark"),
    Shot("pharmacist-confirm", "/pharmacist", dispenses("metformin", "GA", "30303"), role="pharmacist"),
    Shot("pharmacist-donation", "/pharmacist", donates, role="pharmacist"),
    Shot("pharmacist-incomplete", "/pharmacist", donates_nothing, role="pharmacist"),
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
