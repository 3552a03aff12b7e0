"""The settings: environment variables `TIDEOVER_*`, or the same lines in a `.env` file.

The environment wins over `.env`. Each setting is one field with its meaning beside it; the README's
table is made from these fields, and a test keeps the two equal.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, get_args, get_type_hints

import msgspec
from msgspec import Meta

from knowledge.errors import BadInput

PREFIX = "TIDEOVER_"
Switch = Literal["on", "off"]
Limit = Annotated[int, Meta(ge=1, le=1_000_000)]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be configured; the defaults need no network, no key and no other service."""

    home: Annotated[str, Meta(min_length=1, description="The data folder.")] = "~/.tideover"
    database_url: Annotated[
        str,
        Meta(
            description="SQLAlchemy URL of the tables; empty: SQLite in the data folder. "
            "PostgreSQL: `postgresql+psycopg://…` with the extra `postgres`."
        ),
    ] = ""
    chroma_url: Annotated[
        str, Meta(description="URL of a Chroma server; empty: embedded Chroma in the data folder.")
    ] = ""
    store_url: Annotated[
        str,
        Meta(
            description="Redis or Valkey (`redis://…`) for conversations and limits, with the extra `redis`; "
            "empty: in the process; with several workers conversations in files of the data folder, and each "
            "worker counts its own limits."
        ),
    ] = ""
    chat_model: Annotated[
        str,
        Meta(description="A LangChain `provider:model` that words answers; empty: the deterministic writer."),
    ] = ""
    embedding_model: Annotated[
        str,
        Meta(
            description="Name or path of a sentence-transformers model; empty: the bundled all-MiniLM-L6-v2."
        ),
    ] = ""
    sample_data: Annotated[
        Literal["auto", "off"],
        Meta(description="`auto` loads the sample scenario where nothing else was ever imported."),
    ] = "auto"
    drill: Annotated[Switch, Meta(description="`on` lets everyone set the clock with `as_of`.")] = "off"
    address_requests_per_minute: Annotated[
        Limit,
        Meta(description="Requests a minute from one address without a key; a whole shelter may share one."),
    ] = 600
    key_requests_per_minute: Annotated[Limit, Meta(description="Requests a minute with one access key.")] = (
        3000
    )
    trusted_proxies: Annotated[
        str,
        Meta(
            description="Comma-separated addresses of proxies whose `X-Forwarded-For` is believed. "
            "Set it behind a proxy, or all visitors share one limit."
        ),
    ] = "127.0.0.1"
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Meta(description="How much is logged. No level logs a message, a medicine or an address."),
    ] = "info"

    @property
    def home_path(self) -> Path:
        """The data folder as an absolute path; it need not exist yet."""
        return Path(self.home).expanduser().absolute()

    @property
    def drill_mode(self) -> bool:
        return self.drill == "on"


def load_settings(environment: Mapping[str, str] | None = None, env_file: Path | None = None) -> Settings:
    """The settings from `environment` (default: the process's) over `env_file` (default: `.env` here).

    Raises BadInput that names the variable when a value breaks its rule. An empty value is the default.
    """
    values = _read(environment, env_file)
    given = {field: values.get(variable(field), "").strip() for field in Settings.__struct_fields__}
    return _checked({field: value for field, value in given.items() if value})


def unknown_variables(
    environment: Mapping[str, str] | None = None, env_file: Path | None = None
) -> list[str]:
    """`TIDEOVER_` variables that are no setting: most likely misspelt."""
    known = {variable(field) for field in Settings.__struct_fields__}
    return sorted(
        name for name in _read(environment, env_file) if name.startswith(PREFIX) and name not in known
    )


def _read(environment: Mapping[str, str] | None, env_file: Path | None) -> dict[str, str]:
    from dotenv import dotenv_values  # noqa: PLC0415  only where settings are read

    lines = dotenv_values(env_file or Path(".env"))
    from_file = {name: value or "" for name, value in lines.items()}
    return {**from_file, **(os.environ if environment is None else environment)}


def _checked(given: dict[str, str]) -> Settings:
    try:
        return msgspec.convert(given, Settings, strict=False)
    except msgspec.ValidationError as error:
        field = str(error).rpartition("$.")[2].strip("`") or "settings"
        raise BadInput(
            f"The setting {variable(field)} has a value that is not allowed: {_rule(field)}"
        ) from error


def _rule(field: str) -> str:
    annotation = get_type_hints(Settings, include_extras=True).get(field)
    allowed = [value for part in get_args(annotation) for value in get_args(part) if isinstance(value, str)]
    return f"use {' or '.join(allowed)}." if allowed else "use a whole number from 1 to 1000000."


def variable(field: str) -> str:
    """The environment variable of a field: `TIDEOVER_HOME` of `home`."""
    return PREFIX + field.upper()


def describe() -> list[tuple[str, str, str]]:
    """(variable, default, meaning) of every setting, in the order of the fields."""
    hints = get_type_hints(Settings, include_extras=True)
    return [
        (variable(field.name), str(field.default), _description(hints[field.name]))
        for field in msgspec.structs.fields(Settings)
    ]


def _description(annotation: object) -> str:
    metas = [part for part in get_args(annotation) if isinstance(part, Meta) and part.description]
    return str(metas[-1].description) if metas else ""
