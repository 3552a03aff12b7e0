"""How much the first visit to the chat costs, and how soon it can be used on a bad line.

    python -m tests.benchmarks.first_load [ADDRESS]

Chromium is slowed to 400 kbit/s and 400 ms per request by its own throttling; every run starts with an
empty cache. 'shown' is the first paint of words, 'usable' the end of all scripts of the page: from then on
a question can be typed and sent. Without ADDRESS a server is started on a new folder.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import launch_options
from tests.conftest import START_FROM, serving

KILOBITS, LATENCY_MS = 400, 400
RUNS = 5
TIMES = """() => new Promise((done) => new PerformanceObserver((list) => {
  const paint = list.getEntriesByName("first-contentful-paint")[0];
  const load = performance.getEntriesByType("navigation")[0];
  if (paint) done([paint.startTime, load.domContentLoadedEventEnd]);
}).observe({ type: "paint", buffered: true }))"""


@dataclass(frozen=True)
class FirstLoad:
    """`page_bytes` with headers, as they came over the wire; `shell_bytes` what the service worker fetches
    once afterwards; times are medians in milliseconds."""

    page_bytes: int
    shell_bytes: int
    shown_ms: float
    usable_ms: float


def page_bytes(browser: Browser, address: str) -> int:
    """All bytes of a first visit to the chat, headers included."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    received: list[float] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    return round(sum(received))


def shell_bytes(address: str) -> int:
    """The worker and all that it keeps on the device, compressed as it is sent."""
    with httpx.Client(base_url=address) as client:
        worker = client.get("/sw.js")
        found = re.search(r"const SHELL = (\[.*?\]);", worker.text)
        assert found
        responses = [worker, *(client.get(part) for part in json.loads(found[1]))]
        return sum(_weight(response) for response in responses)


def throttled_times(browser: Browser, address: str) -> tuple[float, float]:
    """(shown, usable) in milliseconds after the address was entered, on the slow line."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    rate = KILOBITS * 1000 / 8
    line = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": rate, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", line)
    page.goto(address, wait_until="load")
    shown, usable = page.evaluate(TIMES)
    context.close()
    return float(shown), float(usable)


def measure(address: str) -> FirstLoad:
    """The figures of one server."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        times = [throttled_times(browser, address) for _ in range(RUNS)]
        weight = page_bytes(browser, address)
        browser.close()
    shown, usable = (round(statistics.median(each)) for each in zip(*times, strict=True))
    return FirstLoad(weight, shell_bytes(address), shown, usable)


def _weight(response: httpx.Response) -> int:
    head = sum(len(name) + len(value) + 4 for name, value in response.headers.raw)
    return head + response.num_bytes_downloaded


def main() -> None:
    """Print the figures as JSON."""
    if len(sys.argv) > 1:
        print(json.dumps(asdict(measure(sys.argv[1]))))
        return
    with tempfile.TemporaryDirectory() as folder, serving(Path(START_FROM or folder)) as address:
        print(json.dumps(asdict(measure(address))))


if __name__ == "__main__":
    main()
