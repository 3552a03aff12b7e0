"""Imports of RxNorm and the FDA's NDC directory, from small files of our own making."""

from __future__ import annotations

import json
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import BadInput
from knowledge.medicines.importing import import_medicines
from knowledge.medicines.vocabulary import Vocabulary
from tests.knowledge.medicines.rxnorm_release import attribute_line, concept_line, write_release


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return write_release(tmp_path / "RxNorm_full_11032026" / "rrf").parent


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def product(ndc: str, brand: str, generic: str, *ingredients: str, **more: Any) -> dict[str, Any]:
    return {
        "product_ndc": ndc.rsplit("-", 1)[0],
        "brand_name": brand,
        "generic_name": generic,
        "active_ingredients": [{"name": name, "strength": "1 mg/1"} for name in ingredients],
        "packaging": [{"package_ndc": ndc, "description": "30 TABLET in 1 BOTTLE"}],
        "product_type": "HUMAN PRESCRIPTION DRUG",
        **more,
    }


PRODUCTS = [
    product("0093-1048-01", "Metformin Hydrochloride", "metformin hydrochloride", "METFORMIN HYDROCHLORIDE"),
    product(
        "0006-0575-61",
        "Janumet",
        "sitagliptin and metformin",
        "SITAGLIPTIN PHOSPHATE",
        "METFORMIN HYDROCHLORIDE",
    ),
    product("50458-309-11", "Risperdal Consta", "risperidone", "RISPERIDONE"),
    product("99999-002-01", "Qwyxor", "qwyxamol", "QWYXAMOL SODIUM", dea_schedule="CIV"),
    product("99999-003-01", "Sun Cream", "zinc", "ZINC OXIDE", product_type="HUMAN OTC DRUG"),
    {"product_ndc": "1-2", "brand_name": "Nothing in it", "packaging": []},
]


def write_openfda(path: Path, products: list[dict[str, Any]]) -> Path:
    meta = {"last_updated": "2026-11-14", "results": {"skip": 0, "limit": len(products)}}
    path.write_text(json.dumps({"meta": meta, "results": products}, indent=1), encoding="utf-8")
    return path


def test_rxnorm_reaches_the_built_in_medicine_by_every_number(release: Path, home: Path) -> None:
    report = import_medicines(release, home)
    assert (report.source, report.version) == ("rxnorm", "RxNorm 2026-11-03")
    assert (report.medicines, report.brands, report.packages, report.skipped) == (4, 5, 5, 1)
    vocabulary = Vocabulary.load(imported=home)
    metformin = vocabulary.by_name("metformin")
    # product, branded product, brand, precise ingredient; 10 and 11 digits; another package of the product
    for rxcui in ("861007", "861010", "151827", "235743", "861004"):
        assert vocabulary.by_rxcui(rxcui) == metformin
    for ndc in ("0093-1048-01", "00093104801", "0093104801", "0087-6060-05", "0093-1048-98"):
        assert vocabulary.by_ndc(ndc) == metformin
    assert vocabulary.lookup("0093-1048-01").matches[0].medicine == metformin
    assert vocabulary.resolve(ndc="0006-0575-61") == vocabulary.by_name("Janumet")
    assert vocabulary.by_rxcui("700516") == vocabulary.by_name("Janumet")
    assert vocabulary.version == "built-in 2026-11-22, RxNorm 2026-11-03"


def test_the_built_in_entry_wins_and_a_brand_is_its_own_product(release: Path, home: Path) -> None:
    before = Vocabulary.load()
    import_medicines(release, home)
    after = Vocabulary.load(imported=home)
    assert after.medicines[: len(before.medicines)] == before.medicines
    depot = after.by_ndc("50458-0309-11")
    assert depot is not None
    assert depot.name == "risperidone, long-acting injectable"


def test_what_is_not_built_in_is_new_and_says_what_is_not_known(release: Path, home: Path) -> None:
    import_medicines(release, home)
    vocabulary = Vocabulary.load(imported=home)
    (mention,) = vocabulary.find("I ran out of Zzyxoor 5 mg")
    new = mention.medicine
    assert (new.name, new.rxcui, new.brands, mention.certainty) == (
        "zzyxabine",
        "999001",
        ("Zzyxor", "Friday"),
        "likely",
    )
    # The strictest of the schedules that labels give.
    assert (new.schedule, new.source, new.checked, new.confidence) == ("CIII", "RxNorm", "2026-11-03", "low")
    assert "not known" in new.note
    assert new.evidence().confidence == "low"


def test_an_imported_name_that_is_a_word_needs_words_about_medicine(release: Path, home: Path) -> None:
    import_medicines(release, home)
    vocabulary = Vocabulary.load(imported=home)
    assert vocabulary.find("they come on Friday with water") == []
    assert [m.matched for m in vocabulary.find("a refill of Friday pills")] == ["Friday"]


def test_importing_twice_changes_nothing(release: Path, home: Path) -> None:
    first = import_medicines(release, home)
    assert import_medicines(release, home) == first
    assert [p.name for p in home.iterdir()] == ["medicines.sqlite"]


def test_a_zip_and_a_single_file_of_the_release_will_do(release: Path, home: Path, tmp_path: Path) -> None:
    archive = tmp_path / "RxNorm_full_11032026.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in (release / "rrf").iterdir():
            packed.write(file, f"rrf/{file.name}")
            packed.writestr(f"prescribe/rrf/{file.name}", "")
    assert import_medicines(archive, home).packages == 5
    assert import_medicines(release / "rrf" / "RXNCONSO.RRF", home).packages == 5


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [
        ("RXNCONSO.RRF", "6809|ENG|too|short", "line 27 has 4 fields instead of 18"),
        (
            "RXNSAT.RRF",
            attribute_line(1, "NDC", "RXNORM", "x").replace("1|", "one|", 1),
            "'one' where a concept",
        ),
        ("RXNREL.RRF", "\x00\x01", "has 1 fields instead of 16"),
    ],
)
def test_a_broken_import_leaves_the_old_one(
    release: Path, home: Path, file: str, line: str, says: str
) -> None:
    import_medicines(release, home)
    before = (home / "medicines.sqlite").read_bytes()
    with (release / "rrf" / file).open("a", encoding="utf-8") as broken:
        broken.write(line + "\n")
    with pytest.raises(BadInput, match=says) as caught:
        import_medicines(release, home)
    assert caught.value.errors[0].field == file
    assert (home / "medicines.sqlite").read_bytes() == before
    assert [p.name for p in home.iterdir()] == ["medicines.sqlite"]


def test_incomplete_or_foreign_input_is_refused(release: Path, home: Path, tmp_path: Path) -> None:
    (release / "rrf" / "RXNREL.RRF").unlink()
    with pytest.raises(BadInput, match="lacks RXNREL"):
        import_medicines(release, home)
    with pytest.raises(BadInput, match="nothing at nowhere"):
        import_medicines(tmp_path / "nowhere", home)
    other = tmp_path / "letter.txt"
    other.write_text("Dear Tideover", encoding="utf-8")
    with pytest.raises(BadInput, match="neither RxNorm"):
        import_medicines(other, home)
    binary = tmp_path / "photo.json"
    binary.write_bytes(b"\xff\xd8\xff\xe0" * 50)
    with pytest.raises(BadInput, match="neither RxNorm"):
        import_medicines(binary, home)
    no_zip = tmp_path / "release.zip"
    no_zip.write_text("no zip", encoding="utf-8")
    with pytest.raises(BadInput, match="no readable zip"):
        import_medicines(no_zip, home)
    assert not (home / "medicines.sqlite").exists()


def test_a_release_without_ingredients_is_refused(release: Path, home: Path) -> None:
    (release / "rrf" / "RXNCONSO.RRF").write_text(concept_line(5, "BN", "Lonely") + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match="no ingredients"):
        import_medicines(release, home)


def test_the_ndc_directory_finds_ingredients_behind_their_salts(home: Path, tmp_path: Path) -> None:
    report = import_medicines(write_openfda(tmp_path / "drug-ndc-0001-of-0001.json", PRODUCTS), home)
    assert (report.version, report.packages, report.skipped) == ("openFDA NDC 2026-11-14", 5, 1)
    vocabulary = Vocabulary.load(imported=home)
    for ndc, name in (
        ("0093-1048-01", "metformin"),
        ("0006057561", "metformin / sitagliptin"),
        ("50458-0309-11", "risperidone, long-acting injectable"),
    ):
        found = vocabulary.by_ndc(ndc)
        assert found is not None
        assert found.name == name
    new = vocabulary.by_name("Qwyxor")
    assert new is not None
    assert (new.name, new.schedule, new.source) == ("qwyxamol sodium", "CIV", "openFDA NDC")
    # A brand sold over the counter is no name to look for.
    assert vocabulary.by_name("Sun Cream") is None


def test_both_sources_stand_beside_each_other(release: Path, home: Path, tmp_path: Path) -> None:
    import_medicines(release, home)
    archive = tmp_path / "drug-ndc.json.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(write_openfda(tmp_path / "ndc.json", PRODUCTS), "drug-ndc-0001-of-0001.json")
    import_medicines(archive, home)
    vocabulary = Vocabulary.load(imported=home)
    assert vocabulary.version == "built-in 2026-11-22, openFDA NDC 2026-11-14, RxNorm 2026-11-03"
    assert vocabulary.by_name("Zzyxor") is not None
    assert vocabulary.by_name("Qwyxor") is not None
    metformin = vocabulary.by_ndc("0093-1048-01")
    assert metformin == vocabulary.by_name("metformin")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"meta": {}}', "no list `results`"),
        ('{"results": [{"product_ndc": "1"}, {"product_ndc": ', "Product 2 of the file is not valid JSON"),
        ('{"results": [{"product_ndc": "1"}', "ends in the middle"),
        ('{"results": [1, 2]}', "Product 1 of the file is no object"),
        ('{"results": []}', "no product with a package code"),
    ],
)
def test_a_broken_directory_leaves_the_old_import(
    release: Path, home: Path, tmp_path: Path, text: str, says: str
) -> None:
    import_medicines(release, home)
    before = (home / "medicines.sqlite").read_bytes()
    path = tmp_path / "ndc.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=says):
        import_medicines(path, home)
    assert (home / "medicines.sqlite").read_bytes() == before


def test_memory_stays_small_however_long_the_directory(home: Path, tmp_path: Path) -> None:
    many = [product(f"{i:05}-001-01", "", "metformin", "METFORMIN", filler="x" * 2000) for i in range(4000)]
    path = write_openfda(tmp_path / "ndc.json", many)
    assert path.stat().st_size > 8_000_000
    tracemalloc.start()
    report = import_medicines(path, home)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert report.packages == 4000
    assert peak < 8_000_000


def test_progress_is_told(home: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = write_openfda(tmp_path / "ndc.json", PRODUCTS)
    import_medicines(path, home, lambda done, total: told.append((done, total)))
    assert told
    assert all(done <= total == path.stat().st_size for done, total in told)


def test_nothing_imported_is_nothing(tmp_path: Path) -> None:
    assert Vocabulary.load(imported=tmp_path).version == Vocabulary.load(imported=tmp_path / "none").version
