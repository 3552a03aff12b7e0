"""The table of hotlines: numbers as the sources give them, and never a row that cannot be called."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import BadInput
from knowledge.hotlines import Hotlines, for_people
from knowledge.hotlines.hotlines import TABLE


@pytest.fixture(scope="module")
def hotlines() -> Hotlines:
    return Hotlines.load()


@pytest.mark.parametrize(
    ("hotline_id", "number"),
    [
        ("911", "911"),
        ("988", "988"),
        ("veterans-crisis", "988, then press 1"),
        ("poison", "1-800-222-1222"),
        ("disaster-distress", "1-800-985-5990"),
        ("samhsa", "1-800-662-4357"),
        ("211", "211"),
        ("epap", "1-855-793-7470"),
        ("kcer", "1-866-901-3773"),
        ("va-disaster", "1-800-507-4571"),
        ("va-emergency-refill", "1-866-265-0124, then press 1"),
        ("fema", "1-800-621-3362"),
        ("red-cross", "1-800-733-2767"),
        ("medicare", "1-800-633-4227"),
        ("maternal", "1-833-852-6262"),
        ("domestic-violence", "1-800-799-7233"),
        ("tricare", "1-877-363-1303"),
    ],
)
def test_numbers_are_those_of_the_sources(hotlines: Hotlines, hotline_id: str, number: str) -> None:
    hotline = hotlines.get(hotline_id)
    assert hotline is not None
    assert hotline.number == number


@pytest.mark.parametrize(
    ("topic", "first"),
    [
        ("emergency", "911"),
        ("crisis", "988"),
        ("poison", "poison"),
        ("uninsured", "epap"),
        ("dialysis", "kcer"),
        ("medicare", "medicare"),
        ("shelter", "211"),
        ("general", "211"),
        ("violence", "911"),
    ],
)
def test_the_first_line_of_a_topic_is_the_one_to_say(hotlines: Hotlines, topic: str, first: str) -> None:
    assert hotlines.for_topic(topic)[0].id == first


def test_a_veteran_gets_the_veterans_lines(hotlines: Hotlines) -> None:
    assert {"va-disaster", "va-emergency-refill", "veterans-crisis"} <= {
        h.id for h in hotlines.for_topic("veteran")
    }


def test_every_row_has_a_source_a_date_and_words_in_spanish(hotlines: Hotlines) -> None:
    for hotline in hotlines:
        assert hotline.source_url.startswith("http"), hotline.id
        assert hotline.checked, hotline.id
        assert hotline.title("es"), hotline.id


def test_the_quote_holds_the_number_and_the_warning(hotlines: Hotlines) -> None:
    evidence = hotlines.evidence("hotline.express-scripts")
    assert evidence is not None
    assert "1-800-282-2881" in evidence.quote
    assert "member card" in evidence.quote
    assert evidence.confidence == "low"


def test_a_number_where_sources_disagree_about_the_line_itself_is_not_shown(hotlines: Hotlines) -> None:
    shown = {hotline.phone for hotline in hotlines}
    assert not shown & {"+18559846302", "+18888474877", "+18665534125", "+18669121687", "+18669354135"}


def test_unknown_ids_and_topics_give_nothing(hotlines: Hotlines) -> None:
    assert hotlines.get("nobody") is None
    assert hotlines.for_topic("nothing") == ()
    assert hotlines.evidence("hotline.nobody") is None


def test_languages_offered(hotlines: Hotlines) -> None:
    lifeline = hotlines.get("988")
    assert lifeline is not None
    assert lifeline.serves("es")
    assert lifeline.serves("ht")
    samhsa = hotlines.get("samhsa")
    assert samhsa is not None
    assert not samhsa.serves("vi")


def test_numbers_for_people() -> None:
    assert for_people("+18557937470") == "1-855-793-7470"
    assert for_people("988") == "988"


@pytest.mark.parametrize(("old", "new"), [("+18002221222", "800-CALL-NOW"), ("https://988lifeline", "")])
def test_a_broken_row_is_refused_with_its_line(tmp_path: Path, old: str, new: str) -> None:
    broken = tmp_path / "hotlines.csv"
    text = TABLE.read_text(encoding="utf-8")
    broken.write_text(text.replace(old, new) if new else _without_source(text), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        Hotlines.load(broken)
    assert refused.value.errors[0].row is not None


def _without_source(text: str) -> str:
    return text.replace("https://988lifeline.org/get-help/what-to-expect", "", 1)
