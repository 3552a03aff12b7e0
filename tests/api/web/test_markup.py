"""An answer's Markdown becomes HTML in which nothing but our own links and tags is markup."""

import pytest

from api.web.markup import dial, human_phone, to_html


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
