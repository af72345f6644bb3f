"""IND16: edges of the rule."""

from tests.rules.hits import hits, numbers

_BARE = "pohon:\n  - outcome: A\n    indikator: [Jumlah a, Jumlah b]\n"


def test_while_nobody_names_a_source_nothing_is_missed() -> None:
    assert [] == numbers("IND16", _BARE, tahap=5)


def test_a_form_with_a_column_for_the_source_asks_for_it_once_a_condition() -> None:
    (found,) = hits("IND16", _BARE + "dokumen:\n  iki: {tahun: 2025}\n", tahap=5)
    assert ("1", "indikator.0") == (found.node, found.field)
    assert "2 indikator" in found.message


def test_one_source_makes_the_others_wanting() -> None:
    text = "pohon:\n  - outcome: A\n    indikator: [Jumlah a, {nama: Jumlah b, sumber: Dinas}]\n"
    assert ["1:indikator.0"] == numbers("IND16", text, tahap=5)
