"""Whether the words around a doubtful name speak of medicine, of a person or of a street."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.folding import word_set
from knowledge.medicines.folding import Word
from knowledge.medicines.strength import strength_beside
from knowledge.ordinary_words import everyday_words, personal_names

# Words that name a form, an amount or a prescription; behind a name they make it a medicine.
FORMS = word_set(
    """
    pill pills tablet tablets tab tabs capsule capsules caps patch patches shot shots injection injections
    inhaler inhalers pen pens vial vials drops cream gel ointment syrup shampoo strips films syringe
    syringes refill refills refilled prescription prescriptions script rx generic dose doses medicine
    medication meds contraceptive supplement supplements mg mcg units pastilla pastillas tableta tabletas
    capsula capsulas receta inyeccion parche gotas jarabe dosis medicina medicamento unidades crema
    """
)
# Words that lead up to a medicine: 'a refill of Soma', 'ran out of Yaz', 'tomo Actos'.
_LEADS = FORMS | word_set(
    """
    supply bottle pack box withdrawal prescribed taking takes take took taken tomo toma tomaba tomando tomar
    recetaron out need needs using uses on
    """
)
# Of those, words that as often lead up to a person or thing; a proper name needs more.
_LOOSE_LEADS = word_set(
    """
    take takes taking took taken need needs on out using uses toma tomar
    """
)
# Words that lead up to something sold; before a single word they may as well lead to a place or a person.
_SOLD = word_set("get buy find sell sells carry carries stock stocks comprar conseguir venden")
_ARTICLES = frozenset(["a", "an", "un", "una"])
_FILLERS = word_set(
    """
    my of for the her his our some any more a an daily called on mi de la el su un una para mas this that
    that's
    """
)
# Behind a taken or needed person or thing: 'take Heather to the clinic', 'need Camila home'.
_GOING = word_set(
    """
    to home there here with at is was a al from
    """
)
_NEAR_WORDS = _LEADS - {"on", "out", "using", "uses", "box", "pack"} | word_set(
    """
    necesito necesita ran deficiency anemia anemic level levels iv pharmacy farmacia
    """
)
_PERSON_BEFORE = word_set(
    """
    dr doctor doctora mr mrs ms miss nurse enfermera senor senora sr sra named name llamo llama agent
    officer pastor captain family familia dear daughter sister aunt cousin neighbor hija hermana tia vecina
    friend amiga
    """
)
_STREET_AFTER = word_set(
    """
    street st ave avenue avenida drive dr lane ln road rd blvd boulevard court ct circle cir way place pl
    terrace pkwy parkway hwy highway creek beach county parish bridge park school church apartments family
    """
)
_PLACE_BEFORE = frozenset(["in", "at", "near", "en", "downtown", "calle", "cerca", "outside"])
# How many words ahead a form may stand, and how many words around count as near.
FORM_REACH = 4
LEAD_REACH = 4
NEAR_REACH = 7


def has_form_or_strength(
    words: Sequence[Word], first: int, last: int, folded: str, reach: int = FORM_REACH
) -> bool:
    """Whether a strength stands beside the words or a form behind them: 'soma 350', 'Yasmin pills'."""
    if strength_beside(folded, words[first].start, words[last - 1].end):
        return True
    return any(w.text in FORMS for w in words[last : last + reach])


def is_led_up_to(words: Sequence[Word], first: int, last: int, *, proper: bool) -> bool:
    """Whether words lead up to `words[first:last]` as to a medicine: 'refill of my', 'ran out of'.

    'need' and 'take' do not count for a `proper` name, nor where somebody is taken somewhere.
    """
    if words[first].breaks or _is_one_of_many(words, first, last):
        return False
    for word in reversed(words[max(0, first - LEAD_REACH) : first]):
        if word.text in _LOOSE_LEADS:
            following = words[last].text if last < len(words) and not words[last].breaks else ""
            return not proper and following not in _GOING
        if word.text in _LEADS:
            return True
        if word.text not in _FILLERS or word.breaks:
            return False
    return False


def is_for_something(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether 'for' follows a single word: 'Azo for uti'."""
    return last - first == 1 and last < len(words) and words[last].text == "for" and not words[last].breaks


def is_sold(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name of several words is bought or sold: 'get Plan B'."""
    return last - first > 1 and first > 0 and not words[first].breaks and words[first - 1].text in _SOLD


def _is_one_of_many(words: Sequence[Word], first: int, last: int) -> bool:
    """'I need a plan B': with an article, several words are no name."""
    return last - first > 1 and first > 0 and words[first - 1].text in _ARTICLES


def medicine_nearby(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether any word about medicine, need or supply stands within a few words."""
    around = (*words[max(0, first - NEAR_REACH) : first], *words[last : last + NEAR_REACH])
    return any(w.text in _NEAR_WORDS for w in around)


def names_person_or_place(words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Whether `words[first:last]` stands where a person, street or town is named."""
    before = words[first - 1].text if first and not words[first].breaks else ""
    after = words[last].text if last < len(words) and not words[last].breaks else ""
    if (
        before in _PERSON_BEFORE
        or before in personal_names()
        or after in _STREET_AFTER
        or after in personal_names()
    ):
        return True
    if before in _PLACE_BEFORE:
        return True
    if not text[words[first].start].isupper():
        return False
    return _state_code_follows(words, last, text) or _is_second_name(words, first, text)


def _is_second_name(words: Sequence[Word], first: int, text: str) -> bool:
    """Whether an unknown capitalised word stands right before: 'Rosalind Lopressi'."""
    if not first or words[first].breaks:
        return False
    before = words[first - 1]
    return (
        text[before.start].isupper()
        and not text[before.start : before.end].isupper()
        and (before.text not in everyday_words())
    )


def _state_code_follows(words: Sequence[Word], last: int, text: str) -> bool:
    if last >= len(words) or len(words[last].text) != 2:
        return False
    written = text[words[last].start : words[last].end]
    return (
        written.isalpha() and written.isupper() and written not in ("XR", "ER", "SR", "XL", "CR", "DR", "LA")
    )
