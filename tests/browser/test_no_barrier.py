"""No barrier on any face in any state: WCAG 2.2 A and AA as far as axe can see, on every screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from api.access.keys import Role
from api.services import Services
from tests.browser.conftest import check_on_every_screen
from tests.browser.screenshots import SHOTS, Shot
from tests.browser.signed_in import enter

# Light and dark are looked at for every state anyway.
STATES = [shot for shot in SHOTS if not shot.name.endswith("-dark")]


@pytest.fixture(scope="module")
def keys(services: Services) -> dict[str, str]:
    """A key for each face that asks for one."""
    roles: tuple[Role, ...] = ("agent", "pharmacist")
    return {role: services.keys.create(role, f"barriers {role}")[1] for role in roles}


@pytest.fixture
def begun(
    browser: Browser, server: str, keys: dict[str, str], request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page at the beginning of the state, signed in where that is needed."""
    shot: Shot = request.param
    context = browser.new_context(
        base_url=server, viewport={"width": 320, "height": 800}, service_workers="block"
    )
    page = context.new_page()
    if not shot.script:  # axe is a script itself, so only those of the page are kept out
        page.route("**/*.js*", lambda route: route.abort())
    page.goto(shot.path)
    if shot.role:
        enter(page, keys[shot.role])
        page.wait_for_url(f"**{shot.path}")
    shot.act(page)
    yield page
    context.close()


@pytest.mark.parametrize("begun", STATES, indirect=True, ids=lambda shot: shot.name)
def test_no_barrier_on_any_screen(begun: Page) -> None:
    check_on_every_screen(begun)
