"""The words of the pages, from the Fluent files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

MESSAGES = Path(__file__).parent / "messages"
# Beside English and Spanish: the tag and what its readers call it, as they look for it in a list.
MORE_LANGUAGES = (
    ("ht", "Kreyòl ayisyen"),
    ("vi", "Tiếng Việt"),
    ("zh", "简体中文"),
    ("fr", "Français"),
    ("pt", "Português"),
    ("tl", "Tagalog"),
    ("ko", "한국어"),
    ("ar", "العربية"),
    ("ru", "Русский"),
)
LANGUAGES = ("en", "es", *(tag for tag, _ in MORE_LANGUAGES))
RIGHT_TO_LEFT = ("ar",)
# The pages for call-center agents and pharmacists are in English; one file a page.
STAFF_MESSAGES: dict[str, list[Path]] = {"en": sorted((MESSAGES / "staff").glob("*.ftl"))}
# The pages about the service (status, privacy) speak these; readers of others get English.
ABOUT_LANGUAGES = ("en", "es")
ABOUT_MESSAGES = {tag: [MESSAGES / "about" / f"{tag}.ftl"] for tag in ABOUT_LANGUAGES}
# Fluent's number formats follow the region.
LOCALES = {tag: tag for tag in LANGUAGES} | {"en": "en-US", "es": "es-US", "pt": "pt-BR"}


class Texts:
    """All texts of one language. A missing text is an error, which a test finds before a reader does.

    `direction` is how the language is written: "ltr" or "rtl", as HTML's `dir` has it.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        # No isolation marks: the templates isolate foreign text with <bdi>.
        self._bundle = FluentBundle([LOCALES[language]], use_isolating=False)
        more = (*STAFF_MESSAGES.get(language, ()), *ABOUT_MESSAGES.get(language, ()))
        for file in (MESSAGES / f"{language}.ftl", *more):
            self._bundle.add_resource(FluentResource(file.read_text("utf-8")))

    def __call__(self, name: str, /, **values: str | int | float) -> str:
        message = self._bundle.get_message(name)
        if message.value is None:
            raise KeyError(name)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise ValueError(f"{self.language}.ftl: {name}: {errors[0]}")
        return str(text)


@cache
def texts(language: str) -> Texts:
    """The texts of a language of `LANGUAGES`."""
    return Texts(language)


def about_texts(chosen: str | None, accept_language: str = "") -> Texts:
    """The texts of a page about the service."""
    language = page_language(chosen, accept_language)
    return texts(language if language in ABOUT_LANGUAGES else "en")


def page_language(chosen: str | None, accept_language: str = "") -> str:
    """The language of a page: the one chosen, else the first of the browser's that the pages speak."""
    wanted = [chosen or "", *(part.partition(";")[0] for part in accept_language.split(","))]
    codes = (tag.strip().lower().partition("-")[0] for tag in wanted)
    return next((code for code in codes if code in LANGUAGES), "en")
