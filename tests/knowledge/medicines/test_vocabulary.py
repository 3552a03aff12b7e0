"""The vocabulary by name and number, and the built-in table it rests on."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from knowledge.errors import BadInput
from knowledge.medicines.built_in import BUILT_IN_FILE, MORE_NAMES_FILE, read_medicines
from knowledge.medicines.class_members import class_members
from knowledge.medicines.doubtful import doubtful_names, read_doubtful
from knowledge.medicines.names import NameIndex
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.ordinary_words import everyday_words, personal_names

SHARED = Path(__file__).parents[3] / ".." / "shared"
# Names that are everyday words and still mean nothing but the medicine in this field.
ALWAYS_A_MEDICINE = {
    *("antibiotic", "antibioticos", "antibiotics", "chemotherapy", "insulin", "lithium", "oxigeno", "oxygen"),
    *("steroids", "testosterone", "vitaminas", "vitamins"),
}


def test_the_whole_researched_table_is_there() -> None:
    facts = SHARED / "facts" / "drugs.csv"
    if not facts.exists():
        pytest.skip("../shared/facts/drugs.csv is not here")
    assert BUILT_IN_FILE.read_text(encoding="utf-8") == facts.read_text(encoding="utf-8")


def test_numbers_agree_with_rxnorm(vocabulary: Vocabulary) -> None:
    path = SHARED / "data" / "rxnorm_ingredients_epc_2022-03.csv"
    if not path.exists():
        pytest.skip("../shared/data/rxnorm_ingredients_epc_2022-03.csv is not here")
    with path.open(encoding="utf-8", newline="") as file:
        names = {row["rxcui"]: row["rxnorm_name"].lower() for row in csv.DictReader(file)}
    held = [m for m in vocabulary.medicines if m.rxcui in names]
    assert len(held) > 600
    assert [m.name for m in held if names[m.rxcui] != m.name.lower()] == []


def test_a_medicine_by_every_kind_of_name(vocabulary: Vocabulary) -> None:
    glargine = vocabulary.by_rxcui("274783")
    assert glargine is not None
    for name in ("insulin glargine", "Lantus", "LANTUS SOLOSTAR", "insulina glargina", "lantis"):
        assert vocabulary.by_name(name) == glargine
        assert vocabulary.resolve(name=name) == glargine
    assert vocabulary.resolve(rxcui="274783", name="Tylenol") == glargine
    assert vocabulary.resolve(rxcui="1", name="Lantus") == glargine
    assert (glargine.slug, glargine.class_mention, glargine.refrigerated) == (
        "insulin-glargine",
        False,
        "yes",
    )


@pytest.mark.parametrize("name", ["", "Humulin", "xyzzy", "Lantu"])
def test_what_is_not_exact_is_not_resolved(vocabulary: Vocabulary, name: str) -> None:
    assert vocabulary.resolve(name=name) is None


def test_codes_are_unknown_without_an_import(vocabulary: Vocabulary) -> None:
    assert vocabulary.by_ndc("0002-8215-01") is None
    assert vocabulary.resolve(ndc="0002-8215-01") is None
    assert vocabulary.version == "built-in 2026-11-22"


def test_evidence_can_be_cited(vocabulary: Vocabulary) -> None:
    for medicine in vocabulary.medicines:
        evidence = medicine.evidence()
        assert evidence.id == f"medicine.{medicine.slug}"
        assert evidence.id.replace("-", "").replace(".", "").isalnum()
        assert medicine.note in evidence.quote
    assert len({m.slug for m in vocabulary.medicines}) == len(vocabulary.medicines)


def test_insulin_means_the_insulins(vocabulary: Vocabulary) -> None:
    insulin = vocabulary.by_name("insulin")
    assert insulin is not None
    names = {m.name for m in vocabulary.members(insulin)}
    assert {"insulin glargine", "insulin lispro", "insulin, regular, human", "insulin isophane"} <= names
    assert all("insulin" in name for name in names)


def test_every_class_mention_has_members_and_no_other_medicine_has(vocabulary: Vocabulary) -> None:
    for medicine in vocabulary.medicines:
        members = vocabulary.members(medicine)
        assert bool(members) == medicine.class_mention, medicine.name
        assert not any(m.class_mention for m in members)


def test_class_members_name_classes_that_exist(vocabulary: Vocabulary) -> None:
    mentions = {m.name for m in vocabulary.medicines if m.class_mention}
    classes = {m.drug_class for m in vocabulary.medicines}
    assert set(class_members()) == mentions
    assert frozenset().union(*class_members().values()) <= classes


def test_names_that_are_ordinary_words_were_all_looked_at() -> None:
    """Who adds a medicine called like a word or a person decides when it counts, in doubtful_names.csv."""
    ordinary = everyday_words() | personal_names()
    unguarded = {n.key for n in NameIndex(read_medicines()) if n.key in ordinary and not n.needs}
    assert unguarded <= ALWAYS_A_MEDICINE


def test_more_names_and_doubtful_names_belong_to_something(vocabulary: Vocabulary) -> None:
    names = {m.name for m in vocabulary.medicines}
    with MORE_NAMES_FILE.open(encoding="utf-8", newline="") as file:
        assert {row["medicine"] for row in csv.DictReader(file)} <= names
    keys = {n.key for n in NameIndex(vocabulary.medicines)}
    assert [key for key in doubtful_names() if key not in keys] == []
    assert {b for d in doubtful_names().values() for b in d.ask_between} <= names


HEADER = BUILT_IN_FILE.read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (",,,,Class,,,no,no,high,Note.,Tablet.", "generic_name"),
        ("newdrug,,,12a,Class,,,no,no,high,Note.,Tablet.", "rxcui"),
        ("newdrug,,,,Class,,C2,no,no,high,Note.,Tablet.", "dea_schedule"),
        ("newdrug,,,,Class,,,cold,no,high,Note.,Tablet.", "refrigerated"),
        ("newdrug,,,,Class,,,no,maybe,high,Note.,Tablet.", "specialty"),
        ("newdrug,,,,Class,,,no,no,urgent,Note.,Tablet.", "interruption_risk"),
    ],
)
def test_a_broken_table_names_field_and_line(tmp_path: Path, line: str, field: str) -> None:
    path = tmp_path / "medicines.csv"
    path.write_text(f"{HEADER}\ngooddrug,,,,Class,,,no,no,high,Note.,Tablet.\n{line}\n", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        Vocabulary.load(path)
    assert [(e.field, e.row) for e in caught.value.errors] == [(field, 3)]


def test_a_medicine_twice_and_a_missing_column_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "medicines.csv"
    row = "gooddrug,,,,Class,,,no,no,high,Note.,Tablet."
    path.write_text(f"{HEADER}\n{row}\n{row}\n", encoding="utf-8")
    with pytest.raises(BadInput, match="breaks 1 rule"):
        read_medicines(path)
    path.write_text(HEADER.replace("rxcui", "number") + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match="lacks the columns rxcui"):
        read_medicines(path)


def test_a_broken_list_of_doubtful_names_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "doubtful.csv"
    path.write_text("name,needs,ask_between,because\niron,perhaps,,metal\n", encoding="utf-8")
    with pytest.raises(BadInput, match="must be weak, strong, proper or empty"):
        read_doubtful(path)
