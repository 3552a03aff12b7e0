"""Opens all rooms of `knowledge` at once, and finds the record behind a citation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from knowledge.availability.table import AvailabilityTable
from knowledge.database import database_url, migrate, open_database
from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.index import DocumentIndex
from knowledge.emergencies.register import EmergencyRegister
from knowledge.evidence import Evidence
from knowledge.hotlines.hotlines import Hotlines
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer
from knowledge.rules.decision import RefillRules
from knowledge.rules.donation import DonationPrograms


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that is known, ready to be asked. Safe to use from several threads."""

    home: Path
    engine: Engine
    medicines: Vocabulary
    places: Gazetteer
    emergencies: EmergencyRegister
    refill_rules: RefillRules
    donation_programs: DonationPrograms
    availability: AvailabilityTable
    documents: DocumentIndex
    hotlines: Hotlines
    embedder: SentenceEmbedder

    def evidence(self, evidence_id: str) -> Evidence | None:
        """The record behind a citation's id, wherever it is kept; None when nobody knows the id."""
        finders: dict[str, Callable[[str], Evidence | None]] = {
            "document": self.documents.evidence,
            "rule": self._rule_evidence,
            "declaration": self.emergencies.evidence,
            "availability": self.availability.evidence,
            "medicine": self._medicine_evidence,
            "hotline": self.hotlines.evidence,
        }
        finder = finders.get(evidence_id.split(".", 1)[0])
        return finder(evidence_id) if finder else None

    def _rule_evidence(self, evidence_id: str) -> Evidence | None:
        return self.donation_programs.evidence(evidence_id) or self.refill_rules.evidence(evidence_id)

    def _medicine_evidence(self, evidence_id: str) -> Evidence | None:
        slug = evidence_id.removeprefix("medicine.")
        return next((m.evidence() for m in self.medicines.medicines if m.slug == slug), None)


def open_knowledge(
    home: Path, database: str = "", chroma_url: str = "", embedding_model: str = ""
) -> Knowledge:
    """Open (and where needed migrate) what lies in the data folder `home` or on the configured servers."""
    home.mkdir(parents=True, exist_ok=True)
    engine = open_database(database_url(home, database))
    migrate(engine)
    medicines, places = Vocabulary.load(imported=home), Gazetteer.load()
    embedder = SentenceEmbedder(embedding_model)
    return Knowledge(
        home=home,
        engine=engine,
        medicines=medicines,
        places=places,
        emergencies=EmergencyRegister(engine, places),
        refill_rules=RefillRules.load(),
        donation_programs=DonationPrograms.load(),
        availability=AvailabilityTable(engine, medicines, places),
        documents=DocumentIndex.open(home, engine, embedder, chroma_url=chroma_url),
        hotlines=Hotlines.load(),
        embedder=embedder,
    )
