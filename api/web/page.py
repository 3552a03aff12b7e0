"""Rendering: one Jinja environment, every value escaped, every asset addressed by its content."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from litestar import MediaType, Response

from api.web.markup import dial, human_phone, unbroken
from api.web.texts import MORE_LANGUAGES

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
# The hash stands in the address, so a browser may keep the file for good.
HASH_DIGITS = 12


def page(name: str, status: int = 200, **values: object) -> Response[str]:
    """The page `name` as a response."""
    return Response(template(name).render(**values), media_type=MediaType.HTML, status_code=status)


def fragment(name: str, macro: str, *arguments: object) -> str:
    """The HTML of one macro of a template: a part of a page, for streaming."""
    return str(getattr(template(name).module, macro)(*arguments)).strip()


@cache
def template(name: str) -> Template:
    """A compiled template."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["asset"] = asset
    environment.globals["more_languages"] = MORE_LANGUAGES
    environment.filters.update(dial=dial, human_phone=human_phone, unbroken=unbroken)
    return environment


@cache
def asset(name: str) -> str:
    """The address of a file in `static`; it changes with the file's content."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:HASH_DIGITS]
    return f"/static/{name}?v={digest}"
