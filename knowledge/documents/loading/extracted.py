"""What every reader makes of a file, before it becomes a Document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file as Markdown (a form feed ends a page) and what the file says about itself.

    `title` is "" where the file names none. `notes` are sentences for whoever adds the file.
    """

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()
