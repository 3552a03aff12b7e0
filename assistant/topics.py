"""From a Request to the topics whose key points are quoted: data in, topic keys out.

A topic is a key in the front matter of the program documents (`pay.uninsured`, `handling.insulin`, …).
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.understanding.patterns import labels_in
from assistant.understanding.request import Request
from knowledge.medicines.medicine import Medicine

_PAYMENT = {
    "uninsured": ("pay.uninsured",),
    "medicare": ("pay.medicare",),
    "medicaid": ("pay.medicaid",),
    "commercial": ("pay.commercial",),
    "express_scripts": ("pay.express_scripts", "pay.commercial"),
    "cigna": ("pay.cigna", "pay.commercial"),
    "va": ("pay.va",),
    "tricare": ("pay.tricare",),
    "unknown": ("pay.unknown", "pay.uninsured"),
}
# A word in a medicine's class or conditions, and the topic that such a medicine raises.
_BY_CLASS = (
    (r"transplant", "transplant"),
    (r"\bhiv\b", "hiv"),
    (r"hemophilia|bleeding", "hemophilia"),
    (r"cancer|leukemia|lymphoma|myeloma", "cancer"),
    (r"seizure|epilep", "seizure"),
    (r"dialysis", "dialysis"),
    (r"oxygen", "oxygen"),
    (r"antipsychotic|schizophrenia|bipolar", "mental_health"),
)

_CANCER = re.compile({topic: words for words, topic in _BY_CLASS}["cancer"])
# Classes with their uses; the built-in vocabulary has fewer.
CLASSES_KEPT = 2_048
_LOST_COLD = re.compile(r"\bfridge|\brefrigerat|\bfreezer|\boutage|\bpower\b|\bcooler\b|\bnevera|\bsin luz\b")
_NAMES_CII = re.compile(r"\bc-?(?:ii|2)\b|\bschedule (?:ii|2|two)\b")
_NAMES_CIII_V = re.compile(r"\bc-?(?:iii|iv|v|[345])\b|\bschedules? (?:iii|iv|v|[345]|three|four|five)\b")


def payment_topics(request: Request) -> tuple[str, ...]:
    """Who pays, by coverage; for people without it also who helps with the price."""
    topics = list(_PAYMENT[request.coverage])
    asks_for_help = request.coverage == "uninsured" or (
        request.coverage == "unknown" and request.wants("pay")
    )
    if asks_for_help and request.audience != "pharmacist":
        insulin = any("insulin" in asked.medicine.name for asked in request.medicines)
        topics.append("diabetes" if insulin else "assistance")
    return tuple(topics)


def handling_topics(request: Request) -> tuple[str, ...]:
    """How to keep the medicine: from the medicines, and from the trouble that the words name."""
    topics = [topic for asked in request.medicines for topic in _cold_topics(asked.medicine)]
    if request.wants("handling"):
        named = _named("handling_topics", request)
        # Of warm insulin its own windows tell most; of wet insulin that it was wet.
        topics = named + topics if "handling.flood" in named else topics + named
        # 'Do they take refrigerated drugs?' asks what a program accepts, not how to keep a medicine.
        topics = topics or ([] if request.wants("donate") else _unnamed_trouble(request.folded))
    return _once(topics)


def _unnamed_trouble(folded: str) -> list[str]:
    """What a medicine that nobody names may have met: the lost cold where a fridge or the power failed."""
    return ["handling.cold"] if _LOST_COLD.search(folded) else ["handling.heat", "handling.flood"]


def _cold_topics(medicine: Medicine) -> list[str]:
    if medicine.refrigerated == "no":
        return []
    return ["handling.insulin"] if "insulin" in medicine.name else ["handling.cold"]


def medicine_topics(request: Request) -> tuple[str, ...]:
    """What a medicine's schedule, class and conditions raise."""
    topics = [topic for asked in request.medicines for topic in _of_medicine(asked.medicine, request.folded)]
    insulin = any("insulin" in asked.medicine.name for asked in request.medicines)
    if insulin and re.search(r"\b(?:switch|swap|substitut|interchang|unit for unit|cambiar)", request.folded):
        # Which insulin may stand in for which is the prescriber's to say.
        topics.insert(0, "diabetes")
    return _once(topics)


def _of_medicine(medicine: Medicine, folded: str) -> list[str]:
    topics = list(_controlled_topics(medicine))
    topics += _by_class(medicine.drug_class, medicine.conditions)
    if "cancer" in topics and any(
        use.split()[0] in folded for use in medicine.conditions if not _CANCER.search(use)
    ):
        # Hydroxyurea for sickle cell disease, mercaptopurine for Crohn's: no cancer team to call.
        topics.remove("cancer")
    return topics + (["specialty"] if medicine.specialty else [])


@lru_cache(maxsize=CLASSES_KEPT)
def _by_class(drug_class: str, conditions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(topic for words, topic in _BY_CLASS if _is_for(words, drug_class, conditions))


def _is_for(words: str, drug_class: str, conditions: tuple[str, ...]) -> bool:
    """By the class, or where every use is meant: thyroid hormone is no cancer medicine for most."""
    if re.search(words, drug_class.lower()):
        return True
    return bool(conditions) and all(re.search(words, use.lower()) for use in conditions)


def _controlled_topics(medicine: Medicine) -> tuple[str, ...]:
    if medicine.name == "methadone":
        return ("controlled.otp", "controlled.cii")
    if "buprenorphine" in medicine.name:
        return ("controlled.buprenorphine",)
    if medicine.schedule == "CII":
        return ("controlled.cii",)
    if "benzodiazepine" in medicine.drug_class.lower():
        return ("controlled.benzodiazepine", "controlled.ciii_v")
    return ("controlled.ciii_v",) if medicine.schedule else ()


def program_topics(request: Request) -> tuple[str, ...]:
    """What the words and intents raise beside the medicine."""
    topics = _named("program_topics", request)
    if request.wants("prescription_transfer"):
        topics.append("transfer")
    scheduled = any(asked.medicine.schedule for asked in request.medicines)
    if request.wants("controlled") and not scheduled and not request.wants("donate"):
        topics.append(_controlled_by_words(request.folded))
    return _once(topics)


def _controlled_by_words(folded: str) -> str:
    """The schedule that the words name where no medicine does; Schedule II where they name none."""
    if re.search(r"methadon|metadon|guest dos", folded):
        return "controlled.otp"
    if _NAMES_CIII_V.search(folded) and not _NAMES_CII.search(folded):
        return "controlled.ciii_v"
    return "controlled.cii"


def donation_topics(request: Request) -> tuple[str, ...]:
    """Giving or receiving donated medicine."""
    topics: list[str] = []
    if request.wants("donate"):
        topics.append(_giver(request))
    if request.wants("receive_donations"):
        topics.append("receive_donations")
    return tuple(topics)


def _giver(request: Request) -> str:
    """Companies, pharmacies and people give under different rules."""
    if re.search(
        r"\b(?:manufacturer|wholesaler|distributor|our company|fabricante|laboratorio)", request.folded
    ):
        return "donate.company"
    business = r"\b(?:our|pharmacy|hospital|overstock|lot|farmacia|clinic|nursing home|facility)\b"
    if request.audience == "pharmacist" or re.search(business, request.folded):
        return "donate.pharmacy"
    return "donate.individual"


def bring_topics(request: Request) -> tuple[str, ...]:
    """What to bring and say at the counter."""
    if request.audience == "pharmacist" or (
        request.audience == "agent"
        and not request.wants("find_medicine")
        and not re.search(r"\b(?:bring|show up with|take along)\b", request.folded)
    ):
        return ()
    return ("bring", "say")


def _named(name: str, request: Request) -> list[str]:
    """The topics of a pattern file whose words stand in the message."""
    return [*labels_in(name, request.folded)]


def _once(topics: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topics))
