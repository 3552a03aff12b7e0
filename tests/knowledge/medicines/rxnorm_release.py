"""A tiny RxNorm release of our own making: the shapes of the real one, a dozen concepts."""

from __future__ import annotations

from pathlib import Path

# rxcui, term type, name
CONCEPTS = [
    (6809, "IN", "metformin"),
    (235743, "PIN", "metformin hydrochloride"),
    (593411, "IN", "sitagliptin"),
    (729717, "MIN", "metformin / sitagliptin"),
    (861004, "SCDC", "metformin hydrochloride 500 MG"),
    (621571, "SCDC", "sitagliptin 50 MG"),
    (861007, "SCD", "metformin hydrochloride 500 MG Oral Tablet"),
    (151827, "BN", "Glucophage"),
    (861010, "SBD", "metformin hydrochloride 500 MG Oral Tablet [Glucophage]"),
    (861819, "SCD", "metformin hydrochloride 500 MG / sitagliptin 50 MG Oral Tablet"),
    (700516, "BN", "Janumet"),
    (861821, "SBD", "metformin hydrochloride 500 MG / sitagliptin 50 MG Oral Tablet [Janumet]"),
    (999001, "IN", "zzyxabine"),
    (999002, "SCDC", "zzyxabine 5 MG"),
    (999003, "SCD", "zzyxabine 5 MG Oral Tablet"),
    (999004, "BN", "Zzyxor"),
    (999005, "SBD", "zzyxabine 5 MG Oral Tablet [Zzyxor]"),
    (999006, "BN", "Friday"),
    (35636, "IN", "risperidone"),
    (314211, "SCDC", "risperidone 25 MG"),
    (314212, "SCD", "risperidone 25 MG Injection"),
    (414212, "BN", "Risperdal Consta"),
    (414213, "SBD", "risperidone 25 MG Injection [Risperdal Consta]"),
]
# The second is RELA to the first, as in the file: RXCUI1, RELA, RXCUI2.
RELATIONS = [
    (6809, "form_of", 235743),
    (6809, "has_part", 729717),
    (593411, "has_part", 729717),
    (6809, "has_ingredient", 861004),
    (593411, "has_ingredient", 621571),
    (861004, "consists_of", 861007),
    (861004, "consists_of", 861819),
    (621571, "consists_of", 861819),
    (6809, "tradename_of", 151827),
    (861007, "tradename_of", 861010),
    (151827, "has_ingredient", 861010),
    (6809, "tradename_of", 700516),
    (593411, "tradename_of", 700516),
    (861819, "tradename_of", 861821),
    (700516, "has_ingredient", 861821),
    (999001, "has_ingredient", 999002),
    (999002, "consists_of", 999003),
    (999001, "tradename_of", 999004),
    (999001, "tradename_of", 999006),
    (999003, "tradename_of", 999005),
    (999004, "has_ingredient", 999005),
    (35636, "has_ingredient", 314211),
    (314211, "consists_of", 314212),
    (35636, "tradename_of", 414212),
    (314212, "tradename_of", 414213),
    (414212, "has_ingredient", 414213),
]
# rxcui, attribute, source, value
ATTRIBUTES = [
    (861007, "NDC", "RXNORM", "00093104801"),
    (861010, "NDC", "RXNORM", "00087606005"),
    (861821, "NDC", "MTHSPL", "0006-0575-61"),
    (861007, "NDC", "MTHSPL", "not a code"),
    (999005, "NDC", "RXNORM", "99999000101"),
    (414213, "NDC", "RXNORM", "50458030911"),
    (999003, "DCSA", "MTHSPL", "CIV"),
    (999005, "DCSA", "MTHSPL", "CIII"),
    (999003, "RXN_HUMAN_DRUG", "RXNORM", "US"),
]


def write_release(folder: Path) -> Path:
    """Writes the three files into `folder` and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    concepts = [concept_line(*c) for c in CONCEPTS]
    concepts.append(concept_line(6809, "SY", "metformina", language="SPA"))
    concepts.append(concept_line(888, "IN", "withdrawn drug", suppress="O"))
    concepts.append(concept_line(889, "IN", "of another source", source="VANDF"))
    _write(folder / "RXNCONSO.RRF", concepts)
    _write(folder / "RXNREL.RRF", [relation_line(*r) for r in RELATIONS])
    _write(folder / "RXNSAT.RRF", [attribute_line(*a) for a in ATTRIBUTES])
    return folder


def concept_line(
    rxcui: int, tty: str, name: str, language: str = "ENG", source: str = "RXNORM", suppress: str = "N"
) -> str:
    return f"{rxcui}|{language}||||||1|||{rxcui}|{source}|{tty}|{rxcui}|{name}||{suppress}|4096|"


def relation_line(first: int, rela: str, second: int) -> str:
    return f"{first}||CUI|RN|{second}||CUI|{rela}|1||RXNORM||||||"


def attribute_line(rxcui: int, attribute: str, source: str, value: str) -> str:
    return f"{rxcui}|||1|AUI|{rxcui}|||{attribute}|{source}|{value}|N|4096|"


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
