"""Requests that a test holds back, to see what a page does while it waits."""

from __future__ import annotations

from urllib.parse import parse_qs

from playwright.sync_api import Page, Route


class Held:
    """Questions that wait on their way to the server until the test lets them through, oldest first."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.page = page
        self.routes: list[Route] = []
        page.route(pattern, self._hold)

    def _hold(self, route: Route) -> None:
        self.routes.append(route)

    def wait_for(self, count: int) -> None:
        for _ in range(100):
            if len(self.routes) >= count:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{len(self.routes)} questions were sent, not {count}")

    def let_through(self) -> None:
        self.wait_for(1)
        self.routes.pop(0).continue_()

    def sent(self) -> dict[str, list[str]]:
        """The fields of the oldest one that waits."""
        self.wait_for(1)
        return parse_qs(self.routes[0].request.post_data or "")
