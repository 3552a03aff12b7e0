"""The words of danger and action lines, from Fluent files that translators edit."""

from __future__ import annotations

import functools
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent
ENGLISH = "en"
# Some hundred lines in the languages that are asked for.
PHRASES_KEPT = 2_048
# Languages that share a file: what people and browsers send → the file's name.
SAME_FILE = {
    "zh": "zh-Hans",
    "zh-CN": "zh-Hans",
    "zh-SG": "zh-Hans",
    "zh-TW": "zh-Hant",
    "zh-HK": "zh-Hant",
    "pt": "pt-BR",
    "fil": "tl",
}


@functools.lru_cache(maxsize=PHRASES_KEPT)
def phrase(message_id: str, language: str = ENGLISH) -> str:
    """The words of a message id such as 'danger-911' in a BCP-47 language; English where it is missing.

    Raises `KeyError` for an id that English does not have.
    """
    for name in (_file_of(language), ENGLISH):
        bundle = _bundle(name)
        if bundle is None or not bundle.has_message(message_id):
            continue
        pattern = bundle.get_message(message_id).value
        if pattern is not None:
            return str(bundle.format_pattern(pattern, {})[0])
    raise KeyError(message_id)


def languages() -> tuple[str, ...]:
    """Languages that have a file of safety lines."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.ftl")))


def _file_of(language: str) -> str:
    if language in languages():
        return language
    primary = language.split("-", maxsplit=1)[0]
    return SAME_FILE.get(language, SAME_FILE.get(primary, primary))


@functools.cache
def _bundle(name: str) -> FluentBundle | None:
    path = FOLDER / f"{name}.ftl"
    if not path.is_file():
        return None
    bundle = FluentBundle([name], use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
