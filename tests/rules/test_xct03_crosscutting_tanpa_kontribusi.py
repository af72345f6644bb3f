"""XCT03: edges of the rule."""

import pytest

from tests.rules.hits import numbers


@pytest.mark.parametrize(
    ("given", "fires"),
    [
        ("kontribusi: LANCARNYA  arus-barang.", True),
        ("peran: Lancarnya arus barang", True),
        ("kontribusi: Terpeliharanya jalan", False),
        ('kontribusi: ""', False),
    ],
)
def test_only_the_same_words_count(given: str, fires: bool) -> None:
    text = f"pohon:\n  - csf: Lancarnya arus barang\n    crosscutting: [{{mitra: M, {given}}}]\n"
    assert (["1:crosscutting.0"] if fires else []) == numbers("XCT03", text, tahap=3)


def test_the_leaf_of_a_partner_must_differ_from_its_effect() -> None:
    text = "pohon:\n  - csf: Lancarnya arus barang\n    sebab:\n      - antara: lancarnya arus barang\n        crosscutting: [{mitra: M}]\n"
    assert ["1.1"] == numbers("XCT03", text, tahap=3)


def test_a_root_with_a_partner_has_nothing_to_repeat() -> None:
    assert [] == numbers("XCT03", "pohon:\n  - antara: A\n    crosscutting: [{mitra: M}]\n", tahap=3)
