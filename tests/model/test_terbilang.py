"""Amounts in words follow Indonesian grammar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pohon.model.number import terbilang

TERBILANG = [
    (0, "nol"),
    (10, "sepuluh"),
    (11, "sebelas"),
    (12, "dua belas"),
    (21, "dua puluh satu"),
    (100, "seratus"),
    (111, "seratus sebelas"),
    (1000, "seribu"),
    (1100, "seribu seratus"),
    (2001, "dua ribu satu"),
    (11_000, "sebelas ribu"),
    (101_000, "seratus satu ribu"),
    (1_000_000, "satu juta"),
    (1_001_000, "satu juta seribu"),
    (437_531_700, "empat ratus tiga puluh tujuh juta lima ratus tiga puluh satu ribu tujuh ratus"),
    (-3, "minus tiga"),
]


@pytest.mark.parametrize(("amount", "words"), TERBILANG)
def test_amounts_in_words_follow_indonesian_grammar(amount, words):
    assert words == terbilang(amount)


def test_more_than_thirty_digits_have_no_words():
    with pytest.raises(ValueError, match="30 digit"):
        terbilang(10**30)


WORDS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12, "kuadriliun": 15, "kuintiliun": 18}


def in_figures(words):
    """Read words back: an independent grammar to check the writer against."""
    total = group = digit = 0
    for word in words.split():
        if word in SCALES:
            total, group, digit = total + (group + digit) * 10 ** SCALES[word], 0, 0
        elif word in ("puluh", "ratus"):
            group, digit = group + digit * (10 if word == "puluh" else 100), 0
        elif word == "belas":
            group, digit = group + digit + 10, 0
        elif word in ("seratus", "seribu"):
            group += WORDS[word]
        else:
            digit = WORDS[word]
    return total + group + digit


@given(st.integers(0, 10**18 - 1))
def test_words_say_the_same_number(amount):
    assert amount == in_figures(terbilang(amount))
