#!/bin/sh
# The browser tests need a Chromium. Uses the one that is there; else Debian's package (as root), else
# the one that Playwright downloads.
set -eu
for name in "${TIDEOVER_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if ls "${HOME}"/.cache/ms-playwright/chromium*/ >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
else
    .venv/bin/python -m playwright install chromium
fi
