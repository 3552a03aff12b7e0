"""National Drug Codes in every notation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import BadInput
from knowledge.medicines.ndc import normalize_ndc, possible_ndcs


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0002-8215-01", "00002821501"),
        ("50242-040-62", "50242004062"),
        ("60575-4112-1", "60575411201"),
        ("00002-8215-01", "00002821501"),
        ("00002821501", "00002821501"),
        (" NDC 0002-8215-01 ", "00002821501"),
        ("NDC: 0002–8215–01", "00002821501"),
        ("0002 8215 01", "00002821501"),
    ],
)
def test_notations(text: str, digits: str) -> None:
    assert normalize_ndc(text) == digits


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0002821501", "three codes"),
        ("", "other than digits"),
        ("123", "has 3 digits"),
        ("0002-8215", "three parts"),
        ("002-8215-01", "3-4-2"),
        ("0002-8215-0A", "other than digits"),
        ("٠٠٠٠٢٨٢١٥٠١", "other than digits"),
        ("000028215011", "has 12 digits"),
    ],
)
def test_what_is_wrong_is_said_for_the_field(text: str, says: str) -> None:
    with pytest.raises(BadInput) as caught:
        normalize_ndc(text)
    (error,) = caught.value.errors
    assert error.field == "ndc"
    assert says in error.message


@given(
    st.sampled_from([(4, 4, 2), (5, 3, 2), (5, 4, 1), (5, 4, 2)]),
    st.integers(0, 99999),
    st.integers(0, 9999),
    st.integers(0, 99),
)
def test_hyphens_tell_where_the_zeros_go(shape: tuple[int, int, int], a: int, b: int, c: int) -> None:
    widths = zip((a, b, c), shape, strict=True)
    parts = [str(number % 10**width).zfill(width) for number, width in widths]
    digits = normalize_ndc("-".join(parts))
    assert len(digits) == 11
    assert (digits[:5].lstrip("0"), digits[5:9].lstrip("0"), digits[9:].lstrip("0")) == tuple(
        part.lstrip("0") for part in parts
    )
    bare = "".join(parts)
    assert digits in possible_ndcs(bare)


@given(st.text())
def test_any_text_is_a_code_or_an_error(text: str) -> None:
    try:
        assert len(normalize_ndc(text)) == 11
    except BadInput as error:
        assert error.errors[0].field == "ndc"
    assert all(len(code) == 11 for code in possible_ndcs(text))
