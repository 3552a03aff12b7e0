"""An answer's Markdown becomes HTML in which nothing but our own links and tags is markup."""

import pytest

from api.web.cards import Card, StockView
from api.web.markup import dial, human_phone, to_html, unbroken
from api.web.page import fragment
from api.web.texts import texts


def test_markers_point_to_their_sources() -> None:
    html = to_html("Go there. [1][12]", "source-a")
    assert '<a href="#source-a-1" class="marker">1</a><a href="#source-a-12" class="marker">12</a>' in html


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Call 1-800-985-5990 today", "tel:+18009855990"),
        ("(813) 555-0100", "tel:+18135550100"),
        ("813-555-0100.", "tel:+18135550100"),
        ("Call 911 now", "tel:911"),
        ("Call or text 988", "tel:988"),
        ("Llame al 911", "tel:911"),
    ],
)
def test_phone_numbers_dial(text: str, address: str) -> None:
    assert f'href="{address}"' in to_html(text)


@pytest.mark.parametrize(
    "text", ["911 Main Street", "NDC 00088-2220-33", "ZIP 33602-1234", "2026-11-24", "$1,200-500-1234567"]
)
def test_other_numbers_do_not(text: str) -> None:
    assert "tel:" not in to_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "<iframe src=https://example.org>",
        "[x](data:text/html,<script>alert(1)</script>)",
    ],
)
def test_markup_from_outside_stays_text(text: str) -> None:
    html = to_html(text)
    for tag in ("<script", "<img", "<iframe", 'href="javascript', 'href="data'):
        assert tag not in html


def test_links_to_other_sites_tell_them_nothing() -> None:
    assert 'rel="noopener noreferrer"' in to_html("[FDA](https://www.fda.gov)")


def test_phones_are_shown_as_people_write_them() -> None:
    assert human_phone("+18135550100") == "813-555-0100"
    assert human_phone("988") == "988"
    assert dial("+18135550100") == "tel:+18135550100"


def test_a_number_stays_whole_and_everything_around_it_is_text() -> None:
    html = unbroken("Call <b>813-555-0100", "813-555-0100")
    assert html == '<span>Call &lt;b&gt;<bdi class="phone">813-555-0100</bdi></span>'


def test_markup_in_what_a_feed_says_of_a_place_stays_text() -> None:
    bad = "<img src=x onerror=alert(1)>\"'"
    stock = StockView(medicine=bad, status=bad, tone="good", age=bad, free=False)
    card = Card(
        number=1,
        source=1,
        name=bad,
        kind=bad,
        sample=False,
        distance=bad,
        opening=bad,
        opening_tone="good",
        reported=bad,
        address=bad,
        phone=bad,
        phone_address=dial(bad),
        directions="https://example.org",
        stock=(stock,),
    )
    html = fragment("answer.html", "card", card, texts("en"), "source-a")
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") >= 8
    assert 'alert(1)>"' not in html
