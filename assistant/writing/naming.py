"""What a medicine is called in an answer: the person's own word first."""

from __future__ import annotations

from assistant.understanding.request import AskedMedicine

# A longer generic name beside a brand says nothing to a person ('Adderall' has four salts).
LONGEST_BESIDE_A_BRAND = 45


def called(asked: AskedMedicine) -> str:
    """'Lantus (insulin glargine)', 'Adderall', 'metformin'."""
    name = asked.medicine.name
    brand = next((brand for brand in asked.medicine.brands if brand.lower() == asked.matched.lower()), "")
    if not brand:
        return name
    return f"{brand} ({name})" if len(name) <= LONGEST_BESIDE_A_BRAND else brand
