"""Prometheus at `/metrics`: counts and times per path template, so that no id or name becomes a label."""

from __future__ import annotations

from litestar.middleware.base import DefineMiddleware
from litestar.plugins.prometheus import PrometheusConfig, PrometheusController

from api.access.limits import FREE_OPTION

# Seconds. Structured answers take milliseconds, a chat model's tens of seconds.
BUCKETS: list[str | float] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]


class Metrics(PrometheusController):
    """The counters of this process, or of all workers together."""

    path = "/metrics"
    opt = {FREE_OPTION: True}  # noqa: RUF012  Litestar's own way to set a controller's options
    tags = ["service"]  # noqa: RUF012
    include_in_schema = False


def metrics_middleware() -> DefineMiddleware:
    """Litestar's Prometheus middleware."""
    return PrometheusConfig(
        app_name="tideover", prefix="tideover", group_path=True, buckets=BUCKETS
    ).middleware
