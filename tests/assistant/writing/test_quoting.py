"""Which passages are quoted, and in which order."""

from __future__ import annotations

from assistant.writing.quoting import quotes
from knowledge.documents.document import Passage, ScoredPassage

COUNT = "The company gave 41,000 medications to a charity."
CONDITIONS = "The medicines treat conditions such as asthma and diabetes."
CHARITY = "The charity keeps medications that a company gave in 12 places."


def passage(text: str, score: float, program: str = "") -> ScoredPassage:
    name = text.rsplit(maxsplit=1)[-1]
    return ScoredPassage(
        Passage(id=text, document_id=name, title="", heading="", text=text, program=program), score
    )


def quoted(question: str, *passages: ScoredPassage) -> list[str]:
    return [quote.text for quote in quotes(question, passages)]


def test_best_passage_first() -> None:
    assert quoted("What did the company give?", passage(CHARITY, 0.4), passage(COUNT, 0.6)) == [
        COUNT,
        CHARITY,
    ]


def test_a_second_question_gets_its_passage() -> None:
    found = passage(COUNT, 0.6), passage(CHARITY, 0.55), passage(CONDITIONS, 0.35)
    assert quoted("How many medications were given, and for which conditions?", *found)[1] == CONDITIONS
    assert quoted("How many medications were given?", *found)[1] == CHARITY
    spanish = "Las medicinas tratan condiciones como el asma."
    found = (
        passage("Dieron 41,000 medicinas.", 0.6),
        passage("Dieron 12 medicinas.", 0.5),
        passage(spanish, 0.4),
    )
    assert quoted("Cuántas medicinas dieron y para qué condiciones?", *found)[1] == spanish


def test_of_a_table_the_rows_that_are_asked_for() -> None:
    rows = [
        "Product: Ozempic pen after first use; Window: 56 days.",
        "Product: Wegovy pen before use; Window: 28 days.",
        "Product: Trulicity; Window: 14 days.",
    ]
    table = "\n".join(rows)
    assert quoted("How long may Trulicity stay out?", passage(table, 0.6)) == [rows[2]]
    assert quoted("Ozempic or Trulicity?", passage(table, 0.6)) == [f"{rows[0]} {rows[2]}"]
    assert quoted("How long may it stay out?", passage(table, 0.6)) == [" ".join(rows)]
    prose = "Note: keep Trulicity cold.\nOzempic: see the label."
    assert quoted("Trulicity?", passage(prose, 0.6)) == [prose.replace("\n", " ")]


def test_a_passage_far_behind_the_best_is_left_out() -> None:
    assert quoted("What did the company give?", passage(COUNT, 0.8), passage(CONDITIONS, 0.3)) == [COUNT]


def test_what_is_unlikely_to_answer_is_not_quoted() -> None:
    assert quoted("What did the company give?", passage(COUNT, 0.1)) == []


def test_a_sentence_with_every_word_asked_is_about_it() -> None:
    text = "Policy forms OK, OR and TN. This newsletter is not intended for residents of New Mexico."
    other = "Newsletters reach residents. In New Mexico the law differs."
    question = "Is the newsletter for residents of New Mexico?"
    assert quoted(question, passage(text, 0.13)) == [text]
    assert quoted(question, passage(other, 0.13)) == []
    assert quoted("New Mexico?", passage(text, 0.13)) == []
