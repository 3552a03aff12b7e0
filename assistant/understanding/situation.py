"""What the person still has and whose medicine it is: days left, proof of the prescription, for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Proof = Literal["bottle", "photo", "record", "nothing", "unknown"]
Whose = Literal["self", "other"]

_NUMBERS = {
    **{word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())},
    **{word: n for n, word in enumerate("cero uno dos tres cuatro cinco seis siete ocho nueve diez".split())},
    "a": 1, "an": 1, "un": 1, "una": 1, "couple": 2, "a couple": 2, "a couple of": 2, "a few": 3, "pocos": 3, "a week": 7,
}  # fmt: skip
_N = r"(\d{1,3}|" + "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True)) + r")"
_SUPPLY = r"(?:pills?|doses?|tablets?|meds?|medicine|medication|supply|insulin|puffs?|pastillas?|dosis|medicina|insulina)"
_DAYS_LEFT = (
    re.compile(rf"\b(?:only |just |about |solo |like )?{_N} (days?|weeks?|dias?|semanas?)(?: worth)?(?: of)?(?: my| mi)?"
               rf"(?: de)? ?{_SUPPLY}?(?: are| is)? (?:left|remaining|more)\b"),
    re.compile(rf"\b(?:enough|supply|{_SUPPLY}) (?:left )?(?:for|to last(?: me)?|will last(?: me)?|para) (?:only |about |solo )?{_N} "
               r"(?:more )?(days?|weeks?|dias?|semanas?)\b"),
    re.compile(rf"\b(?:run(?:ning)? out|be out|out of \w+) in (?:about )?{_N} (days?|weeks?)\b"),
    re.compile(rf"\b(?:me quedan?|quedan?|nos quedan?) (?:solo |como )?(?:{_SUPPLY} )?(?:para |de )?{_N} (dias?|semanas?)\b"),
    re.compile(rf"\b{_N}[- ](day|week)s?'? supply left\b"),
)  # fmt: skip
_TOMORROW = re.compile(
    r"\b(?:run(?:s|ning)? out|last (?:dose|pill|one)|be out|will be gone) (?:is )?(?:by )?(tonight|today|tomorrow)\b"
    r"|\bse (?:me|nos) (?:acaba|termina) (hoy|manana)\b|\b(?:ultima (?:dosis|pastilla)) (?:es )?(hoy|manana)\b"
)
_OUT_NOW = re.compile(
    r"\b(?:i'?m|we'?re|is|are|am|he'?s|she'?s|ran|been|all|totally|completely|just) (?:all |completely |totally )?out of\b"
    r"|\b(?:ran|run|running) out\b|\bout of (?:my|his|her|our|their|the) \b"
    r"|\b(?:left|forgot|lost|dropped|ruined|destroyed|flooded|washed away|burn(?:ed|t)|stolen|threw out)\b"
    r"|\b(?:don'?t|do not|doesn'?t) have (?:any|my|his|her|our)\b|\bno more\b|\bnone left\b|\bnothing left\b|\b(?:is|are) gone\b"
    r"|\bwithout (?:my|his|her|our|any|the)\b|\bhave no\b|\bgot no\b|\b(?:last|only) (?:one|pill|dose)\b|\bempty\b"
    r"|\bse (?:me|le|nos) (?:acabo|acabaron|termino|perdio|perdieron|quemo|mojo|dano|quedo|quedaron|olvido)\b"
    r"|\b(?:perdi|perdimos|deje|dejamos|olvide|olvidamos)\b|\bme quede sin\b|\bsin (?:mi|mis|su|sus)\b|\bya no tengo\b|\bno tengo\b"
)
_PROOF: tuple[tuple[Proof, str], ...] = (
    (
        "nothing",
        r"\b(?:no|lost (?:my|the|all my)|without(?: the| my| a)?|don'?t have(?: the| my| a| any)?|left(?: the| my)?) (?:pill |empty |prescription )?"
        r"(?:bottles?|labels?|paperwork|papers|box|paper prescription|prescription label)\b|\bno proof\b|\bnothing with me\b"
        r"|\b(?:no tengo|sin|perdi) (?:el |la |mi |ningun )?(?:frasco|botella|receta|etiqueta|papeles)",
    ),
    ("photo", r"\b(?:photos?|pictures?|pics?|foto) (?:of |de )|\bhave a (?:photo|picture|pic)\b|\btengo (?:una )?foto"),
    (
        "bottle",
        r"\b(?:have|got|kept|with|bring|brought|holding) (?:the |my |his |her |an? |old |empty )*(?:pill |prescription )?(?:bottles?|label|box|vial)\b"
        r"|\btengo (?:el |la |mi )?(?:frasco|botella|etiqueta|caja)",
    ),
    ("record", r"\b(?:my ?chart|patient portal|pharmacy app|medication list|med list|discharge papers?|lista de medic)"),
)
_COMPILED_PROOF = tuple((proof, re.compile(pattern)) for proof, pattern in _PROOF)
_OTHER = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:mom|mother|mum|dad|father|son|daughter|kid|child|baby|wife|husband|partner|brother|sister|"
    r"grandm\w+|grandp\w+|grandfather|aunt|uncle|neighbor|neighbour|friend|roommate|parents|toddler|infant|boyfriend|girlfriend|caller|patient)\b"
    r"|\bmi (?:mama|madre|papa|padre|hijo|hija|bebe|esposa|esposo|marido|hermano|hermana|abuela|abuelo|vecino|vecina|amigo|amiga|nino|nina)\b"
    r"|\b(?:a|the|this) (?:caller|patient|client|guest|resident|evacuee|woman|man|customer)\b"
)


@dataclass(frozen=True, slots=True)
class Situation:
    """`days_left`: days of medicine left, 0.0 when it is out now, None when the message does not say."""

    days_left: float | None
    proof: Proof
    whose: Whose


def read_situation(folded: str) -> Situation:
    """The situation that a folded message describes."""
    return Situation(_days_left(folded), _proof(folded), "other" if _OTHER.search(folded) else "self")


def _days_left(folded: str) -> float | None:
    for pattern in _DAYS_LEFT:
        if match := pattern.search(folded):
            number = int(match[1]) if match[1].isdigit() else _NUMBERS[match[1]]
            return float(number * (7 if match[2].startswith(("week", "semana")) else 1))
    if match := _TOMORROW.search(folded):
        return 1.0 if any(word in ("tomorrow", "manana") for word in match.groups()) else 0.0
    return 0.0 if _OUT_NOW.search(folded) else None


def _proof(folded: str) -> Proof:
    return next((proof for proof, pattern in _COMPILED_PROOF if pattern.search(folded)), "unknown")
