"""Messages, times and languages from outside are read or refused with a sentence that says what to do."""

from datetime import UTC, datetime

import pytest

from api.wire import MESSAGE_LIMIT, read_language, read_message, read_time
from knowledge.errors import BadInput


@pytest.mark.parametrize(
    "text",
    [
        "I need insulin",
        "línea uno\nlínea dos\tfin",
        "👩‍⚕️ 💊",
        "אני צריך אינסולין \u200f",
        "x" * MESSAGE_LIMIT,
        "<script>alert(1)</script>",
    ],
)
def test_text_of_any_script_is_a_message(text: str) -> None:
    assert read_message(f"  {text}\n") == text.strip()


@pytest.mark.parametrize(
    "text", ["", "  \n", "\u200b\u200d", "x" * (MESSAGE_LIMIT + 1), "a\x00b", "\x1b[31m", "\ud800", "\ufffe"]
)
def test_what_is_no_message_is_refused_by_field(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_message(text)
    assert [error.field for error in caught.value.errors] == ["message"]
    assert caught.value.errors[0].message


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24T15:00:00Z", datetime(2026, 11, 24, 15, tzinfo=UTC)),
        ("2026-11-24T10:00:00-05:00", datetime(2026, 11, 24, 15, tzinfo=UTC)),
        ("2026-11-24T15:00+00:00", datetime(2026, 11, 24, 15, tzinfo=UTC)),
        # A '+' that nobody escaped in a URL.
        ("2026-11-24T16:00:00 01:00", datetime(2026, 11, 24, 15, tzinfo=UTC)),
    ],
)
def test_times_become_utc(text: str, moment: datetime) -> None:
    assert read_time(text) == moment


@pytest.mark.parametrize(
    "text", ["now", "2026-11-24", "2026-11-24T15:00:00", "0001-01-01T00:00:00Z", "9" * 400]
)
def test_other_times_are_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_time(text)
    assert caught.value.errors[0].field == "as_of"


def test_languages_are_tags() -> None:
    assert read_language(None) is None
    assert read_language("") is None
    assert read_time("") is None
    assert read_language("es-US") == "es-US"
    for text in ("español", "e", "en_US", "en-" + "x" * 40):
        with pytest.raises(BadInput):
            read_language(text)
