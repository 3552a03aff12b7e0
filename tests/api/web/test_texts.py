"""The pages' texts are complete in both languages and take the same values."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from api.web.texts import LANGUAGES, MESSAGES, STAFF_MESSAGES, page_language, texts

TEMPLATES = Path(__file__).parents[3] / "api" / "web"


def variables(*files: Path) -> dict[str, set[str]]:
    source = {}
    for text in (file.read_text("utf-8") for file in files):
        entries = FluentParser().parse(text).body
        messages = [entry for entry in entries if isinstance(entry, ast.Message)]
        source |= {m.id.name: text[m.span.start : m.span.end] for m in messages}
    return {name: set(re.findall(r"\{ \$(\w+)", text)) for name, text in source.items()}


ALL = variables(MESSAGES / "en.ftl", *STAFF_MESSAGES["en"])


def test_both_languages_have_the_same_texts_with_the_same_values() -> None:
    assert variables(MESSAGES / "en.ftl") == variables(MESSAGES / "es.ftl")


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
    )
    left = [name for name in ALL if f'"{name}"' not in used and not name.startswith(composed)]
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals(language: str) -> None:
    t = texts(language)
    assert t("age-hours", hours=1) != t("age-hours", hours=2)
    assert "2" in t("age-days", days=2)


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
        ("", "fr-FR,es;q=0.5", "es"),
        ("", "ht", "en"),
        (None, "", "en"),
        ("xx", "es", "es"),
    ],
)
def test_the_page_speaks_what_was_chosen_else_what_the_browser_asks(
    chosen: str, accepted: str, language: str
) -> None:
    assert page_language(chosen, accepted) == language
