"""Reading and checking the YAML front matter of a document, with the line of every mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

import yaml

from knowledge.documents.document import Document, Origin, Source
from knowledge.documents.topics import AUDIENCES, JURISDICTION_CODES, TOPICS
from knowledge.errors import BadInput, FieldError
from knowledge.evidence import Confidence

FENCE = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
ID_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE_FORM = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# A year, a year and month, or a whole date: facts are sometimes known to be checked "in 2024".
CHECKED_FORM = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
# libyaml's loader is ten times faster and reads the same plain values.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Ids travel in URLs and in evidence ids.
MAX_ID = 80
KNOWN_FIELDS = (
    *("id", "title", "program", "audience", "jurisdiction", "language", "topics", "sources"),
    *("effective", "expires", "supersedes", "confidence", "translation_of", "review", "published"),
)


@dataclass
class _Checked:
    """The fields with their lines, and the mistakes found so far."""

    values: dict[str, Any]
    lines: dict[str, int]
    errors: list[FieldError] = field(default_factory=list)

    def wrong(self, name: str, message: str) -> None:
        self.errors.append(FieldError(name, message, self.lines.get(name, 1)))

    def words(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A field that is one word or a list of words."""
        value = self.values.get(name)
        if value is None:
            return default
        items = value if isinstance(value, list) else [value]
        if any(isinstance(item, (dict, list)) for item in items):
            self.wrong(name, "must be a list of words")
            return default
        return tuple(str(item).strip() for item in items)

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, (dict, list)):
            self.wrong(name, "must be one line of text")
            return default
        return str(value).strip()


def split_front_matter(text: str) -> tuple[str, str]:
    """The YAML (or "") and the text after it."""
    found = FENCE.match(text)
    return (found["yaml"], text[found.end() :]) if found else ("", text.removeprefix("\ufeff"))


def parse_document(
    text: str, file: str, *, origin: Origin, defaults: Mapping[str, Any] | None = None
) -> Document:
    """The document in `text`; `defaults` fill fields that the front matter leaves out.

    Raises BadInput with one FieldError (field, reason, line of the file) for each mistake.
    """
    front, body = split_front_matter(text)
    checked = _read_yaml(front, file)
    for name, value in (defaults or {}).items():
        checked.values.setdefault(name, value)
    document = _build(checked, body, file, origin)
    if checked.errors:
        first = checked.errors[0]
        raise BadInput(f"{file}, line {first.row}: {first.field} {first.message}.", checked.errors)
    return document


def _read_yaml(front: str, file: str) -> _Checked:
    try:
        node = yaml.compose(front, Loader=LOADER) if front.strip() else None
    except yaml.MarkedYAMLError as broken:
        line = (broken.problem_mark.line if broken.problem_mark else 0) + 2
        raise BadInput(
            f"{file}, line {line}: the front matter is not valid YAML ({broken.problem}).",
            [FieldError("front matter", f"is not valid YAML: {broken.problem}", line)],
        ) from broken
    if node is None:
        return _Checked({}, {})
    if not isinstance(node, yaml.MappingNode):
        raise BadInput(f"{file}, line 2: the front matter must be lines of 'name: value'.")
    # The fence is line 1 of the file, so line 0 of the YAML is line 2.
    lines = {str(key.value): key.start_mark.line + 2 for key, _ in node.value}
    values = yaml.load(front, Loader=LOADER)  # noqa: S506 (a safe loader: plain values only)
    return _Checked({str(key): value for key, value in values.items()}, lines)


def _build(checked: _Checked, body: str, file: str, origin: Origin) -> Document:
    for name in sorted(checked.values.keys() - set(KNOWN_FIELDS)):
        checked.wrong(name, f"is not a field of a document; the fields are {', '.join(KNOWN_FIELDS)}")
    document = Document(
        id=_matching(checked, "id", ID_FORM, "lower-case words joined by '-'"),
        title=checked.text("title"),
        text=body.strip("\n") + "\n",
        program=checked.text("program"),
        audience=_known(checked, "audience", AUDIENCES, AUDIENCES),
        jurisdiction=_known(checked, "jurisdiction", JURISDICTION_CODES, ("US",)),
        language=_matching(checked, "language", LANGUAGE_FORM, "a language code such as en or es", "en"),
        topics=_known(checked, "topics", TOPICS, ()),
        sources=_sources(checked),
        numbered_sources=isinstance(checked.values.get("sources"), list),
        effective=_day(checked, "effective"),
        expires=_day(checked, "expires"),
        supersedes=checked.words("supersedes"),
        confidence=_confidence(checked),
        translation_of=checked.text("translation_of"),
        review=checked.text("review"),
        published=checked.text("published"),
        origin=origin,
        file=file,
    )
    _check_whole(checked, document)
    return document


def _check_whole(checked: _Checked, document: Document) -> None:
    """What no single field can tell."""
    if not document.title:
        checked.wrong("title", "is missing")
    if len(document.id) > MAX_ID:
        checked.wrong("id", f"is longer than {MAX_ID} characters")
    if not document.text.strip():
        checked.wrong("text", "is empty: there is nothing after the front matter")
    if document.effective and document.expires and document.expires < document.effective:
        checked.wrong("expires", "is before 'effective'")
    if document.id and document.id in (document.translation_of, *document.supersedes):
        checked.wrong("id", "names the document itself in supersedes or translation_of")


def _matching(checked: _Checked, name: str, form: re.Pattern[str], meaning: str, default: str = "") -> str:
    value = checked.text(name, default)
    if not value:
        checked.wrong(name, "is missing")
    elif not form.fullmatch(value):
        checked.wrong(name, f"is {value!r}; it must be {meaning}")
    return value


def _known(
    checked: _Checked, name: str, allowed: frozenset[str] | tuple[str, ...], default: tuple[str, ...]
) -> tuple[str, ...]:
    values = checked.words(name, default)
    for value in values:
        if value not in allowed:
            checked.wrong(name, f"has {value!r}, which is not one of {', '.join(sorted(allowed))}")
    return values or default


def _confidence(checked: _Checked) -> Confidence:
    value = checked.text("confidence", "medium")
    levels: tuple[Confidence, ...] = get_args(Confidence)
    for level in levels:
        if value == level:
            return level
    checked.wrong("confidence", f"is {value!r}; it must be high, medium or low")
    return "low"


def _day(checked: _Checked, name: str) -> date | None:
    value = checked.values.get(name)
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        checked.wrong(name, f"is {value!r}; it must be a date like 2026-11-22 or null")
        return None


def _sources(checked: _Checked) -> tuple[Source, ...]:
    value = checked.values.get("sources")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        checked.wrong("sources", "must be a list of {url, title, checked}")
        return ()
    return tuple(_source(checked, number, item) for number, item in enumerate(value, start=1))


def _source(checked: _Checked, number: int, item: Mapping[str, Any]) -> Source:
    """One source; it needs a title or an address, and an address must be one of the web."""
    read: Callable[[str], str] = lambda name: str(item.get(name) or "").strip()  # noqa: E731
    source = Source(read("url"), read("title"), read("checked"))
    if not source.url and not source.title:
        checked.wrong("sources", f"{number} has neither url nor title")
    if source.url and not re.match(r"https?://\S+$", source.url):
        checked.wrong("sources", f"{number} has the url {source.url!r}, which is not http(s)")
    if source.checked and not CHECKED_FORM.fullmatch(source.checked):
        checked.wrong("sources", f"{number} was checked {source.checked!r}, which is not a date")
    return source
