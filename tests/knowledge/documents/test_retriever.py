"""The LangChain retriever: the same passages as the index, behind the same gates."""

from __future__ import annotations

from langchain_core.runnables import RunnableLambda

from knowledge.documents.index import DocumentIndex
from knowledge.documents.retriever import TideoverRetriever
from tests.knowledge.documents.conftest import TODAY


def test_it_gives_what_the_index_gives(shared_index: DocumentIndex) -> None:
    retriever = TideoverRetriever(index=shared_index, at=TODAY, jurisdiction="FL", limit=3)
    question = "how long is an early refill after a storm"
    documents = retriever.invoke(question)
    found = shared_index.search(question, at=TODAY, jurisdiction="FL", limit=3)
    assert [document.id for document in documents] == [scored.passage.id for scored in found]
    assert documents[0].metadata["url"] == "https://fl.example/refills"
    assert documents[0].metadata["checked"] == "2026-08-01"
    assert documents[0].page_content == found[0].passage.text


def test_it_is_part_of_a_chain(shared_index: DocumentIndex) -> None:
    chain = TideoverRetriever(index=shared_index, at=TODAY) | RunnableLambda(len)
    assert chain.invoke("insulin") > 0


def test_unlikely_passages_can_be_left_out(shared_index: DocumentIndex) -> None:
    strict = TideoverRetriever(index=shared_index, at=TODAY, minimum_score=0.99)
    assert strict.invoke("who won the world series") == []
