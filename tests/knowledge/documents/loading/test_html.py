"""HTML pages: the article with headings, and the small print that readers of articles leave out."""

from __future__ import annotations

from knowledge.documents.loading.html import read_html

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Lantern | Help site</title>
<meta property="og:title" content="How Lantern works"><meta property="og:site_name" content="Help site">
<link rel="canonical" href="https://help.example/lantern">
<meta property="article:published_time" content="2026-04-02">
<script>var tracking = "do not read this";</script></head><body>
<nav><ul><li><a href="/">Home of all the many pages that we have</a></li></ul></nav>
<article><h1>How Lantern works</h1>
<p>Lantern pays for the medicine of people who had to leave their homes after a storm or a fire,
wherever they are.</p>
<h2>What it pays</h2>
<p>It pays for thirty days at a time, and again after that for as long as the program is on
for the home area.</p>
<table><tr><th>Age</th><th>Days</th></tr><tr><td>adult</td><td>30</td></tr>
<tr><td>child</td><td>45</td></tr></table>
</article>
<footer><p class="legal">This offer is not intended for residents of Guam or the outer islands.</p></footer>
</body></html>"""


def test_the_article_with_its_headings_and_what_the_page_says_of_itself() -> None:
    read = read_html(PAGE)
    assert read.title == "How Lantern works"
    assert (read.published, read.publisher, read.url) == (
        "2026-04-02",
        "Help site",
        "https://help.example/lantern",
    )
    assert read.language == "en"
    assert "## What it pays" in read.text
    assert "45" in read.text


def test_the_small_print_is_kept_and_menus_and_scripts_are_not() -> None:
    text = read_html(PAGE).text
    assert "not intended for residents of Guam" in text
    assert "many pages" not in text
    assert "tracking" not in text
