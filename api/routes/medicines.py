"""`GET /v1/medicines`: which medicines a typed name may mean."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import get
from litestar.params import QueryParameter

from api.lookups import NAME_LIMIT
from api.openapi import problems
from api.services import InjectedServices
from knowledge.medicines.medicine import Certainty, InterruptionRisk, Medicine, MedicineMention, Refrigerated


class FoundMedicine(msgspec.Struct, kw_only=True):
    """One reading; `certainty` 'ask' means that several readings are about equally near."""

    name: str
    rxcui: str
    brands: tuple[str, ...]
    matched: str
    drug_class: str
    schedule: str
    refrigerated: Refrigerated
    specialty: bool
    interruption_risk: InterruptionRisk
    note: str
    certainty: Certainty


class FoundMedicines(msgspec.Struct):
    """The readings, best first, and the question to ask back where it is not clear."""

    medicines: list[FoundMedicine]
    ask: str | None


@get(
    "/v1/medicines",
    operation_id="FindMedicines",
    summary="Medicines by typed name",
    tags=["look-ups"],
    responses=problems(),
    sync_to_thread=True,
)
def find_medicines(
    services: InjectedServices,
    q: Annotated[str, QueryParameter(description="A name as typed", min_length=1, max_length=NAME_LIMIT)],
) -> FoundMedicines:
    """Finds generic names, brands, aliases and misspellings."""
    found = services.knowledge.medicines.lookup(q)
    return FoundMedicines([reading for mention in found.matches for reading in _readings(mention)], found.ask)


def _readings(mention: MedicineMention) -> list[FoundMedicine]:
    """One reading of a certain mention; all candidates of one that has to be asked about."""
    medicines = (
        mention.candidates if mention.certainty == "ask" and mention.candidates else (mention.medicine,)
    )
    return [_found(medicine, mention) for medicine in medicines]


def _found(medicine: Medicine, mention: MedicineMention) -> FoundMedicine:
    return FoundMedicine(
        name=medicine.name,
        rxcui=medicine.rxcui,
        brands=medicine.brands,
        matched=mention.matched,
        drug_class=medicine.drug_class,
        schedule=medicine.schedule,
        refrigerated=medicine.refrigerated,
        specialty=medicine.specialty,
        interruption_risk=medicine.interruption_risk,
        note=medicine.note,
        certainty=mention.certainty,
    )
