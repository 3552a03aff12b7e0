"""The headers that every response carries: nothing inline, nothing from elsewhere, nothing kept."""

from __future__ import annotations

from litestar.types import Message, Scope

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Two years, as browsers' preload lists ask; only over HTTPS, where browsers heed it.
HSTS = "max-age=63072000; includeSubDomains"
_ALWAYS = (
    *((name.lower().encode(), value.encode()) for name, value in HEADERS.items()),
    (b"cache-control", b"no-store"),
)
_OVER_HTTPS = (*_ALWAYS, (b"strict-transport-security", HSTS.encode()))


async def add_security_headers(message: Message, scope: Scope) -> None:
    """Litestar's `before_send`: also on errors and on addresses that do not exist."""
    if message["type"] != "http.response.start":
        return
    # As bytes: looking each name up in Litestar's headers takes longer than all the rest of them.
    own = list(message.get("headers", ()))
    given = {name.lower() for name, _ in own}
    wanted = _OVER_HTTPS if scope.get("scheme") == "https" else _ALWAYS
    missing = (header for header in wanted if header[0] not in given)
    message["headers"] = [*own, *missing]
