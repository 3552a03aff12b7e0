"""The language of a message, from its script, its common words and, in doubt, the detector."""

import pytest

from assistant.understanding.language import detect_language


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("where can I get more insulin", "en"),
        ("donde consigo insulina", "es"),
        ("necesito mi medicina por favor", "es"),
        ("¿la clínica móvil Esperanza da metadona?", "es"),
        ("mwen bezwen medikaman mwen, ki kote mwen ka jwenn li", "ht"),
        ("tôi cần thuốc của tôi ở đâu", "vi"),
        ("我需要胰岛素", "zh"),
        ("je n'ai plus mon médicament, où est la pharmacie", "fr"),
        ("eu preciso do meu remédio, onde está a farmácia", "pt"),
        ("meu pai está com dor no peito e falta de ar", "pt"),
        ("saan po ako makakuha ng gamot ko", "tl"),
        ("인슐린이 필요해요", "ko"),
        ("أين أجد الأنسولين", "ar"),
        ("мне нужен инсулин", "ru"),
        ("Lantus 33602", "en"),
        ("clr Fairbanks AK, flooding, lamotrigine, BCBS", "en"),
        ("pt DE, M from LA, amlodipine", "en"),
    ],
)
def test_language_is_recognised(message: str, expected: str) -> None:
    assert detect_language(message) == expected


def test_a_bare_reply_keeps_the_language_of_the_conversation() -> None:
    assert detect_language("33602", "es") == "es"
    assert detect_language("Medicaid", "es") == "es"


@pytest.mark.parametrize(
    "note",
    [
        "caller w/ asthma Tampa albuterol",
        "clr Guam typhoon, phenobarbital",
        "transplant, tacrolimus, Cedar Rapids",
    ],
)
def test_a_note_of_names_is_no_foreign_language(note: str) -> None:
    assert detect_language(note, notes=True) == "en"


def test_words_that_are_known_count_in_notes_as_well() -> None:
    assert detect_language("necesito mi insulina por favor", notes=True) == "es"
