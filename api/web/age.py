"""How old a report is, in words: people weigh 'two days ago' better than a date."""

from __future__ import annotations

from datetime import datetime

from api.web.texts import Texts

HOURS_PER_DAY = 24
# Up to two days hours are said: the difference between 20 and 40 hours decides whether to call first.
HOURS_SAID_UP_TO = 48


def age_of(moment: datetime | None, at: datetime, texts: Texts) -> str:
    """The age of `moment` at `at`; "" where it is not known."""
    return "" if moment is None else age_in_words((at - moment).total_seconds() / 3600, texts)


def age_in_words(hours: float, texts: Texts) -> str:
    """'just now', '3 hours ago', '4 days ago'; what lies in the future (a drill's clock) is just now."""
    if hours < 1:
        return texts("age-now")
    if hours < HOURS_SAID_UP_TO:
        return texts("age-hours", hours=int(hours))
    return texts("age-days", days=int(hours // HOURS_PER_DAY))
