"""The pages' texts are complete in every language and take the same values."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from api.web.texts import (
    ABOUT_MESSAGES,
    LANGUAGES,
    MESSAGES,
    MORE_LANGUAGES,
    STAFF_MESSAGES,
    page_language,
    texts,
)

TEMPLATES = Path(__file__).parents[3] / "api" / "web"


def variables(*files: Path) -> dict[str, set[str]]:
    source = {}
    for text in (file.read_text("utf-8") for file in files):
        entries = FluentParser().parse(text).body
        messages = [entry for entry in entries if isinstance(entry, ast.Message)]
        source |= {m.id.name: text[m.span.start : m.span.end] for m in messages}
    return {name: set(re.findall(r"\{ \$(\w+)", text)) for name, text in source.items()}


ALL = variables(MESSAGES / "en.ftl", *STAFF_MESSAGES["en"], *ABOUT_MESSAGES["en"])


def test_the_pages_about_the_service_are_the_same_in_their_languages() -> None:
    assert variables(*ABOUT_MESSAGES["en"]) == variables(*ABOUT_MESSAGES["es"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts_with_the_same_values(language: str) -> None:
    assert variables(MESSAGES / f"{language}.ftl") == variables(MESSAGES / "en.ftl")


@pytest.mark.parametrize("language", [tag for tag, _ in MORE_LANGUAGES])
def test_translations_ask_for_a_native_reader_at_their_head(language: str) -> None:
    head = (MESSAGES / f"{language}.ftl").read_text("utf-8").splitlines()[0]
    assert head.startswith("#")
    assert "(needs native review)" in head


def test_arabic_is_written_from_right_to_left() -> None:
    assert texts("ar").direction == "rtl"
    assert {texts(tag).direction for tag in LANGUAGES if tag != "ar"} == {"ltr"}


def test_numbers_take_the_plural_of_their_language() -> None:
    arabic, russian = texts("ar"), texts("ru")
    assert [arabic("age-hours", hours=hours) for hours in (1, 2, 3, 11)] == [
        "منذ ساعة واحدة",
        "منذ ساعتين",
        "منذ 3 ساعات",
        "منذ 11 ساعة",
    ]
    assert [russian("age-days", days=days) for days in (1, 2, 5, 21)] == [
        "1 день назад",
        "2 дня назад",
        "5 дней назад",
        "21 день назад",
    ]
    assert russian("place-miles", miles=1.5) == "1,5 мили"


def test_every_text_that_a_page_names_is_there() -> None:
    named = set()
    for file in [*TEMPLATES.rglob("*.html"), *TEMPLATES.glob("*.py")]:
        named |= set(
            re.findall(r"""\b(?:t|texts|words)\(["']([a-z0-9_-]*[a-z0-9])["']""", file.read_text("utf-8"))
        )
    assert named
    assert named - set(LANGUAGES) - set(ALL) == set()


def test_no_text_is_left_over() -> None:
    used = "".join(file.read_text("utf-8") for file in [*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.py")])
    composed = (
        "kind-",
        "stock-",
        "place-status-",
        "answer-",
        "confidence-",
        "language-",
        "staff-",
        "agent-slot-",
        "agent-coverage-",
        "agent-key-",
        "status-part-",
        "freshness-",
        "activation-",
        "privacy-",
    )
    left = [name for name in ALL if f'"{name}"' not in used and not name.startswith(composed)]
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals(language: str) -> None:
    t = texts(language)
    assert t("age-hours", hours=1) != t("age-hours", hours=2)
    assert "3" in t("age-days", days=3)


def test_a_missing_value_or_text_fails() -> None:
    with pytest.raises(ValueError, match="age-days"):
        texts("en")("age-days")
    with pytest.raises(LookupError):
        texts("en")("no-such-text")


@pytest.mark.parametrize(
    ("chosen", "accepted", "language"),
    [
        ("es", "en", "es"),
        ("", "es-MX,es;q=0.9,en;q=0.8", "es"),
        ("", "de-DE,es;q=0.5", "es"),
        ("", "fr-FR,es;q=0.5", "fr"),
        ("", "ht", "ht"),
        ("", "zh-CN", "zh"),
        ("ar", "en", "ar"),
        ("", "de", "en"),
        (None, "", "en"),
        ("xx", "es", "es"),
    ],
)
def test_the_page_speaks_what_was_chosen_else_what_the_browser_asks(
    chosen: str, accepted: str, language: str
) -> None:
    assert page_language(chosen, accepted) == language
