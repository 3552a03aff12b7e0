"""Gates: columns that let through exactly what each passage's own fields allow."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.document import Passage
from knowledge.documents.searching.gates import Gates, gate

DAY = date(2026, 6, 1)
days = st.none() | st.integers(-3, 3).map(lambda offset: DAY + timedelta(days=offset))
passages = st.lists(
    st.builds(
        Passage,
        id=st.uuids().map(str),
        document_id=st.sampled_from(["a", "b", "a-es", "b-es"]),
        title=st.just("T"),
        heading=st.just(""),
        text=st.just("x"),
        program=st.sampled_from(["", "direct-relief", "epap"]),
        audience=st.sampled_from([("evacuee",), ("agent", "pharmacist"), ("evacuee", "agent")]),
        jurisdiction=st.sampled_from([("US",), ("FL",), ("TX", "FL")]),
        language=st.sampled_from(["en", "es"]),
        translation_of=st.sampled_from(["", "a", "b"]),
        effective=days,
        expires=days,
    ),
    max_size=12,
)


@given(
    passages,
    st.sampled_from([None, "evacuee", "agent"]),
    st.sampled_from([None, "US", "fl", ("TX", "GA")]),
    st.sampled_from([None, "direct_relief"]),
    st.sampled_from([None, "en", "es-MX"]),
)
def test_the_columns_agree_with_each_passage(
    held: list[Passage],
    audience: str | None,
    jurisdiction: str | tuple[str, ...] | None,
    program: str | None,
    language: str | None,
) -> None:
    mask = Gates(held).open_for(gate(DAY, audience, jurisdiction, program, language))
    states = {jurisdiction.upper()} if isinstance(jurisdiction, str) else set(jurisdiction or ())

    def passes(passage: Passage) -> bool:
        return (
            passage.holds_on(DAY)
            and (audience is None or audience in passage.audience)
            and (not states or bool({"US", *states} & set(passage.jurisdiction)))
            and (program is None or passage.program == "direct-relief")
        )

    open_before_language = [passage for passage in held if passes(passage)]
    twins = {passage.translation_of for passage in open_before_language if passage.language == "es"}

    def spoken(passage: Passage) -> bool:
        if language is None:
            return True
        if language == "en":
            return passage.language == "en"
        return passage.language == "es" or passage.document_id not in twins

    wanted = [passage.id for passage in open_before_language if spoken(passage)]
    assert [passage.id for passage, through in zip(held, mask, strict=True) if through] == wanted
