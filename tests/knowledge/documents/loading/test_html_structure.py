"""Short pages, of which readers of articles give back bare text, keep their headings and tables."""

from __future__ import annotations

from lxml import html as lxml_html

from knowledge.documents.loading.html import read_html
from knowledge.documents.loading.html_structure import with_structure

FAQ = """<html><head><title>Beaufort County: medicine after Storm Lena</title></head><body>
<nav>Home | Departments | Contact</nav>
<h1>Frequently asked questions on medicine after Storm Lena</h1>
<p>Beaufort County, South Carolina, Department of Public Health. Updated: November 25, 2026</p>
<h2>Which pharmacies are open, and when?</h2>
<table><tr><th>Pharmacy</th><th>Town</th><th>Monday-Friday</th><th>Saturday</th><th>Phone</th></tr>
<tr><td>Lowcountry Drug</td><td>Beaufort</td>
<td>8 am - 6 pm</td><td>9 am - 1 pm</td><td>843-555-0111</td></tr>
<tr><td>Sea Pines Apothecary</td><td>Hilton Head Island</td>
<td>10 am - 4 pm</td><td>Closed</td><td>843-555-0126</td></tr>
<tr><td>Bluffton Family Pharmacy</td><td>Bluffton</td>
<td>24 hours</td><td>24 hours</td><td>843-555-0139</td></tr>
</table>
<h2>I lost my insulin. What now?</h2>
<p>Go to the Port Royal clinic, 1506 Paris Avenue. It has a stock of 240 vials of glargine
for people from the evacuation zones A and B.
Bring anything with your name and the word insulin on it.</p>
<h2>Do I need to pay?</h2>
<p>No for people without insurance. People with insurance pay their usual copay,
and the county repays up to $40
if they send the receipt by January 15, 2027 to P.O. Box 1228.</p>
<h2>Can I get pain medicine?</h2>
<p>The county clinic gives no opioid medicine. See your doctor or the emergency department.</p>
<h2>Who answers questions?</h2>
<p>Call the county medicine line, 843-555-0100, from 8 am to 8 pm, seven days a week. For Spanish press 2.</p>
</body></html>"""
STEPS = """<body><h2>What to do</h2><p>Go to the clinic.<br>It is open.</p>
<ol><li>Bring a bottle.</li><li>Say its name.</li></ol><p>Buy our beds.</p></body>"""


def test_a_short_page_keeps_its_questions_over_their_answers() -> None:
    assert "## I lost my insulin. What now?\n\nGo to the Port Royal clinic" in read_html(FAQ).text


def test_a_row_of_a_table_stays_together_under_its_column_names() -> None:
    text = read_html(FAQ).text
    assert "| Pharmacy | Town | Monday-Friday | Saturday | Phone |\n| --- | --- |" in text
    assert "| Bluffton Family Pharmacy | Bluffton | 24 hours | 24 hours | 843-555-0139 |" in text


def test_a_table_that_lays_the_page_out_is_no_table() -> None:
    laid_out = FAQ.replace("<h1>", "<table><tr><td><h1>").replace("</body>", "</td></tr></table></body>")
    text = read_html(laid_out).text
    assert "| Sea Pines Apothecary | Hilton Head Island | 10 am - 4 pm | Closed | 843-555-0126 |" in text
    assert text.count("seven days a week") == 1


def test_only_what_the_article_holds_is_kept() -> None:
    bare = "What to do\n\nGo to the clinic. It is open.\n\nBring a bottle.\n\nSay its name."
    assert with_structure(lxml_html.document_fromstring(STEPS), bare) == (
        "## What to do\n\nGo to the clinic. It is open.\n\n1. Bring a bottle.\n\n2. Say its name."
    )


def test_an_article_with_its_structure_stays_as_it_is() -> None:
    article = "## What to do\n\nGo to the clinic. It is open."
    assert with_structure(lxml_html.document_fromstring(STEPS), article) == article
