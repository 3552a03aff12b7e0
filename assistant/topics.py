"""From a Request to the topics whose key points are quoted: data in, topic keys out.

A topic is a key in the front matter of the program documents (`pay.uninsured`, `handling.insulin`, …).
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.understanding.intents import cue_intents
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

# The vocabulary's class of machines to breathe with.
_EQUIPMENT = "Breathing equipment"
_FOR_PREVENTION = re.compile(r"\bprep\b|\bpre-?exposure")
_CANCER = re.compile({topic: words for words, topic in _BY_CLASS}["cancer"])
# Classes with their uses; the built-in vocabulary has fewer.
CLASSES_KEPT = 2_048
_LOST_COLD = re.compile(r"\bfridge|\brefrigerat|\bfreezer|\boutage|\bpower\b|\bcooler\b|\bnevera|\bsin luz\b")
_NAMES_CII = re.compile(r"\bc-?(?:ii|2)\b|\bschedule (?:ii|2|two)\b")
_NAMES_CIII_V = re.compile(r"\bc-?(?:iii|iv|v|[345])\b|\bschedules? (?:iii|iv|v|[345]|three|four|five)\b")


def payment_topics(request: Request) -> tuple[str, ...]:
    """Who pays, by coverage; for people without it also who helps with the price."""
    if request.coverage == "unknown" and "pay.ihs" in labels_in("program_topics", request.folded):
        # The Indian Health Service gives care; it is no insurance that would have to be asked for.
        return ("pay.ihs",)
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
    if asks_for_equipment(request):
        return ()
    keeping = request.wants("handling")
    topics = [t for asked in request.medicines for t in _cold_topics(asked.medicine, asked=keeping)]
    if keeping:
        troubles = _troubles(request)
        # Of warm insulin its own windows tell most; of wet insulin that it was wet.
        topics = troubles + topics if "handling.flood" in troubles else topics + troubles
        # 'Do they take refrigerated drugs?' asks what a program accepts, not how to keep a medicine.
        topics = topics or ([] if request.wants("donate") else _unnamed_trouble(request))
    return _once(topics)


def asks_for_equipment(request: Request) -> bool:
    """Whether all that is named are machines to breathe with, which their suppliers replace."""
    return bool(request.medicines) and all(
        asked.medicine.drug_class == _EQUIPMENT for asked in request.medicines
    )


def _troubles(request: Request) -> list[str]:
    """What the words say happened to it. For what was in the fridge the lines on cold medicine tell what
    warmth does: those on heat are about medicine of the shelf."""
    named = _named("handling_topics", request)
    cold = bool(request.medicines) and all(_cold_topics(asked.medicine) for asked in request.medicines)
    return [topic for topic in named if not (cold and topic == "handling.heat")]


def _unnamed_trouble(request: Request) -> list[str]:
    """What a medicine that nobody names may have met: the lost cold where a fridge or the power failed.

    A pharmacy without power harms no pills, and a mere resemblance to such a question tells no trouble.
    """
    if _LOST_COLD.search(request.folded):
        return [] if request.medicines else ["handling.cold"]
    return ["handling.heat", "handling.flood"] if "handling" in cue_intents(request.folded) else []


def _cold_topics(medicine: Medicine, *, asked: bool = True) -> list[str]:
    """`asked`: the words are about keeping it. Else a medicine of which only some forms are kept cold
    (lorazepam, Sinemet) is taken to be the tablet."""
    if medicine.refrigerated == "no" or (medicine.refrigerated == "some" and not asked):
        return []
    return ["handling.insulin"] if "insulin" in medicine.name else ["handling.cold"]


def medicine_topics(request: Request) -> tuple[str, ...]:
    """What a medicine's schedule, class and conditions raise."""
    topics = [topic for asked in request.medicines for topic in _of_medicine(asked.medicine, request.folded)]
    if request.opioid_program and "controlled.otp" in topics:
        # A clinic's methadone comes from a clinic: no doctor may send a prescription for it.
        topics.remove("controlled.cii")
    insulin = any("insulin" in asked.medicine.name for asked in request.medicines)
    if insulin and re.search(r"\b(?:switch|swap|substitut|interchang|unit for unit|cambiar)", request.folded):
        # Which insulin may stand in for which is the prescriber's to say.
        topics.insert(0, "diabetes")
    return _once(topics)


def _of_medicine(medicine: Medicine, folded: str) -> list[str]:
    if medicine.drug_class == _EQUIPMENT:
        return ["oxygen" if medicine.name == "oxygen" else "equipment"]
    topics = list(_controlled_topics(medicine))
    topics += _by_class(medicine.drug_class, medicine.conditions)
    if "hiv" in topics and _FOR_PREVENTION.search(folded):
        # Who takes it so as not to get HIV is helped by no program for people who have it.
        topics.remove("hiv")
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


def program_topics(request: Request, payment: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What the words and intents raise beside the medicine; what stands under `payment` is not said twice."""
    topics = _named("program_topics", request)
    if "pay.ihs" in topics and "pay.ihs" in payment:
        topics.remove("pay.ihs")
    if request.wants("prescription_transfer"):
        topics.append("transfer")
    if request.proof == "nothing" and request.wants("find_medicine"):
        topics.append("history")
    scheduled = any(asked.medicine.schedule for asked in request.medicines)
    # A medicine that is not controlled is not made so by words that resemble such a question.
    said = not request.medicines or "controlled" in cue_intents(request.folded)
    if request.wants("controlled") and said and not scheduled and not request.wants("donate"):
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
