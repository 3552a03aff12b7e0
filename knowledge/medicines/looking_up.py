"""Looking a name up: from a search box, a form or a feed, where the whole text is meant as a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.medicines.finding import Finder
from knowledge.medicines.folding import name_key
from knowledge.medicines.medicine import Certainty, Medicine, MedicineLookup, MedicineMention
from knowledge.medicines.names import NameIndex

# The beginning of a name finds it from so many letters on.
SHORTEST_BEGINNING = 3


def looked_up(q: str, names: NameIndex, finder: Finder, limit: int) -> MedicineLookup:
    """The readings of `q`: the name itself, else names in it, else the nearest spelling, else beginnings."""
    matches = (
        _named(q, names)
        or _inside(finder.find(q, doubtful=True))
        or _nearest(q, finder)
        or _beginning(q, names, limit)
    )
    return MedicineLookup(tuple(matches[:limit]), _ask(matches))


def question(candidates: Sequence[Medicine]) -> str:
    """What to ask when several medicines, or one misspelled beyond doubt, may be meant."""
    names = [_with_brand(m) for m in candidates]
    if len(names) == 1:
        return f"Do you mean {names[0]}?"
    return f"Do you mean {', '.join(names[:-1])} or {names[-1]}?"


def _named(q: str, names: NameIndex) -> list[MedicineMention]:
    name = names.get(name_key(q))
    if name is None:
        return []
    return _mentions(q, name.medicines, "exact" if len(name.medicines) == 1 else "ask")


def _inside(mentions: Iterable[MedicineMention]) -> list[MedicineMention]:
    """Each medicine once, and those to ask about with one entry for each candidate."""
    found: dict[str, MedicineMention] = {}
    for m in mentions:
        for medicine in m.candidates or (m.medicine,):
            found.setdefault(medicine.name, replace(m, medicine=medicine))
    return list(found.values())


def _nearest(q: str, finder: Finder) -> list[MedicineMention]:
    medicines = finder.misspellings.nearest(name_key(q).replace(" ", ""))
    return _mentions(q, medicines, "likely" if len(medicines) == 1 else "ask")


def _beginning(q: str, names: NameIndex, limit: int) -> list[MedicineMention]:
    key = name_key(q)
    if len(key) < SHORTEST_BEGINNING:
        return []
    begun = sorted((n for n in names if n.key.startswith(key)), key=lambda n: (n.rank, len(n.key), n.key))
    medicines = dict.fromkeys(m for n in begun for m in n.medicines)
    return _mentions(q, tuple(medicines)[:limit], "ask")


def _mentions(q: str, medicines: Sequence[Medicine], certainty: Certainty) -> list[MedicineMention]:
    candidates = tuple(medicines) if certainty == "ask" else ()
    return [MedicineMention(m, q, 0, len(q), certainty, candidates) for m in medicines]


def _ask(matches: Sequence[MedicineMention]) -> str | None:
    for match in matches:
        if match.certainty == "ask":
            return question(match.candidates)
        if match.medicine.class_mention:
            spoken = match.medicine.name.removesuffix(" (type not stated)")
            return f"Which {spoken} is it? The name is on the bottle, box or pen."
    return None


def _with_brand(medicine: Medicine) -> str:
    return f"{medicine.name} ({medicine.brands[0]})" if medicine.brands else medicine.name
