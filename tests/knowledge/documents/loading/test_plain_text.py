"""Plain text: title, headings, lists, footnotes, small print."""

from __future__ import annotations

from knowledge.documents.cutting.chunking import passages_of
from knowledge.documents.document import Document
from knowledge.documents.loading.plain_text import read_plain_text

NEWSLETTER = """View all newsletters

A new kind of help line

What changes in spring

The help line now answers at night1. Callers wait less than before.

  • Nurses answer on weekdays
  • Pharmacists answer in 20192

1More than before.
2Counted by the help line itself.

Terms | Privacy | Contact

Nothing here is legal advice. This newsletter is not meant for residents of Guam.

© 2024 Help Line Inc. All rights reserved
"""


def test_title_publisher_and_headings() -> None:
    read = read_plain_text(NEWSLETTER)
    assert read.title == "A new kind of help line"
    assert (read.publisher, read.published) == ("Help Line Inc", "2024")
    assert "## What changes in spring" in read.text
    assert "- Nurses answer on weekdays" in read.text


def test_small_print_is_kept() -> None:
    document = Document(id="n", title="N", text=read_plain_text(NEWSLETTER).text)
    assert any("not meant for residents of Guam" in passage.text for passage in passages_of(document))


def test_footnote_numbers_are_raised() -> None:
    text = read_plain_text(NEWSLETTER).text
    assert "at night¹." in text
    assert "in 2019²" in text
    assert "² Counted by" in text


def test_a_line_of_labels_is_no_heading() -> None:
    assert "## Terms" not in read_plain_text(NEWSLETTER).text


def test_a_long_first_paragraph_gives_its_beginning_and_stays_in_the_text() -> None:
    first = "The relief group has opened a new store of medicine near the port. " * 4
    read = read_plain_text(first + "\nMore words follow here.\n")
    assert read.title.endswith("…")
    assert len(read.title) <= 122
    assert first.strip() in read.text


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    lines = (
        "This line was broken because it",
        "reached the width of the page and",
        "goes on until it ends here.",
    )
    wrapped = "\n".join(("Title", "", *lines))
    document = Document(id="n", title="Title", text=read_plain_text(wrapped).text)
    assert [passage.text for passage in passages_of(document)] == [
        "This line was broken because it reached the width of the page and goes on until it ends here."
    ]


def test_dates_and_addresses_that_the_text_states() -> None:
    read = read_plain_text(
        "Notice\nPublished: March 5, 2026\n\nSome words.\n\nSource: https://a.example/notice\n"
    )
    assert (read.published, read.url) == ("2026-03-05", "https://a.example/notice")


def test_a_date_of_an_event_is_no_date_of_publication() -> None:
    assert read_plain_text("Notice\n\nThe office closes on March 5, 2026 at noon.\n").published == ""


def test_words_that_look_like_markdown_stay_text() -> None:
    read = read_plain_text("Title\n\n# 5 is the number of the door to the office.\n")
    document = Document(id="n", title="Title", text=read.text)
    assert passages_of(document)[0].text == "# 5 is the number of the door to the office."


def test_a_text_of_one_line_is_title_and_text() -> None:
    read = read_plain_text("The pier clinic is closed.\n")
    assert (read.title, read.text) == ("The pier clinic is closed.", "The pier clinic is closed.\n")


def test_the_mark_of_a_press_release_is_not_its_title() -> None:
    for mark in ("FOR IMMEDIATE RELEASE", "Press release", "*** NEWS RELEASE ***", "COMUNICADO DE PRENSA"):
        read = read_plain_text(
            f"{mark}\nQuay Fund sends inhalers\n\nQUAYTON, Ohio, May 4, 2026 -- It said so.\n"
        )
        assert read.title == "Quay Fund sends inhalers"
        assert read.published == "2026-05-04"
    assert read_plain_text("Release of funds\n\nMore.\n").title == "Release of funds"
