"""What comes in: one message with what the caller already knows about the person."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

Audience = Literal["evacuee", "agent", "pharmacist"]


class Location(msgspec.Struct, frozen=True):
    """Where the person is, as a device or a form gave it: a ZIP code, or a point in degrees."""

    zip: str = ""
    latitude: float | None = None
    longitude: float | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One message. `at` is the moment to answer for (now, or the drill's clock), timezone-aware UTC.

    `language` is a BCP-47 tag that the person chose, or None to go by the message.
    """

    message: str
    at: datetime
    audience: Audience = "evacuee"
    language: str | None = None
    location: Location | None = None
