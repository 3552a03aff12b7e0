"""The many ways to say a class of medicines: 'blood pressure pills', 'medicine for my heart'.

A class mention lists a few ('heart meds', 'medicina para el corazon'); people swap the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.medicines.doubtful import doubtful_names
from knowledge.medicines.folding import name_key
from knowledge.medicines.medicine import Medicine

_HEADS = ("medicine", "medicines", "medication", "medications", "meds", "med", "pill", "pills", "tablets")
_OWNERS = ("", "my ", "his ", "her ", "our ", "the ")
_SPANISH_HEADS = (
    "medicina",
    "medicinas",
    "medicamento",
    "medicamentos",
    "pastilla",
    "pastillas",
    "remedio",
    "remedios",
)
_LINKS = ("para", "pa", "de", "por")
_ARTICLES = ("el", "la", "los", "las", "mi", "su")


def class_name_variants(medicine: Medicine) -> Iterator[str]:
    """Further keys for a class mention, made from its aliases."""
    for key in (name_key(a) for a in medicine.aliases):
        if key in doubtful_names():
            continue
        words = key.split(" ")
        if words[-1] in _HEADS and len(words) > 1:
            yield from _english(" ".join(words[:-1]))
        elif words[0] in _SPANISH_HEADS and len(words) > 2 and words[1] in (*_LINKS, "del"):
            yield from _spanish(["el", *words[2:]] if words[1] == "del" else words[2:])


def _english(topic: str) -> Iterator[str]:
    for head in _HEADS:
        yield f"{topic} {head}"
        yield from (f"{head} for {owner}{topic}" for owner in _OWNERS)


def _spanish(topic: list[str]) -> Iterator[str]:
    named = " ".join(topic[1:]) if topic[0] in _ARTICLES else " ".join(topic)
    articles = {topic[0], "mi", "su"} if topic[0] in _ARTICLES else {""}
    for head in _SPANISH_HEADS:
        for link in _LINKS:
            yield from (f"{head} {link} {article} {named}".replace("  ", " ") for article in sorted(articles))
        if topic[0] == "el":
            yield f"{head} del {named}"
