"""The API's description as one page: every operation with its parameters, body and answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from api.web.page import template
from api.web.texts import texts


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as the page shows it; schemas are shown by name."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: list[tuple[str, str, str, str]]
    body: str
    responses: list[tuple[str, str, str]]


def reference_page(schema: dict[str, Any]) -> str:
    """The page for an OpenAPI description, given as plain JSON."""
    return template("reference.html").render(
        t=texts("en"),
        sample=False,
        title=schema["info"]["title"],
        version=schema["info"]["version"],
        description=schema["info"]["description"],
        groups=[(tag["description"], list(_tagged(schema, tag["name"]))) for tag in schema.get("tags", [])],
        shapes=sorted(_shapes(schema)),
    )


def _tagged(schema: dict[str, Any], tag: str) -> Iterator[Operation]:
    for path, item in schema["paths"].items():
        for method, operation in item.items():
            if isinstance(operation, dict) and tag in operation.get("tags", ()):
                yield _operation(method, path, operation)


def _operation(method: str, path: str, operation: dict[str, Any]) -> Operation:
    content = operation.get("requestBody", {}).get("content", {})
    return Operation(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation.get("summary", ""),
        description=operation.get("description", ""),
        parameters=[
            (each["name"], each["in"], _type(each["schema"]), each.get("description", ""))
            for each in operation.get("parameters", [])
        ],
        body=", ".join(f"{kind}: {_type(media['schema'])}" for kind, media in content.items()),
        responses=[
            (status, response.get("description", ""), _answer(response))
            for status, response in sorted(operation["responses"].items())
        ],
    )


def _answer(response: dict[str, Any]) -> str:
    return ", ".join(
        f"{kind}: {_type(media.get('schema', {}))}" for kind, media in response.get("content", {}).items()
    )


def _shapes(schema: dict[str, Any]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """(name, description, [(field, type)]) of every named shape."""
    for name, shape in schema.get("components", {}).get("schemas", {}).items():
        fields = [(field, _type(each)) for field, each in shape.get("properties", {}).items()]
        yield name, shape.get("description", ""), fields


def _type(schema: dict[str, Any]) -> str:
    """A schema in a few words: its name, its type, or the types it may be."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    for choice in ("oneOf", "anyOf"):
        if choice in schema:
            return " | ".join(_type(each) for each in schema[choice])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    kind = schema.get("type", "any")
    return " | ".join(kind) if isinstance(kind, list) else str(kind)
