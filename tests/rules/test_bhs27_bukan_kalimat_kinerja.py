"""Edges of BHS27 bukan-kalimat-kinerja: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(statement: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - csf: {statement!r}\n"


@pytest.mark.parametrize(
    "statement", ["N/A", "...", "xxx", "Belum diisi", "Belum ada indikator", "nihil", "TBD", "sda", "(kosong)"]
)
def test_fillings_are_known(statement: str) -> None:
    assert ["1.1"] == numbers("BHS27", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement", ["Tidak ada anak putus sekolah", "Belum optimalnya irigasi", "Sda Watch", "Meningkatnya X"]
)
def test_sentences_are_left_to_other_rules(statement: str) -> None:
    assert [] == numbers("BHS27", _csf(statement), tahap=1)


def test_rules_about_wording_pass_fillings_over() -> None:
    assert [] == numbers("BHS07", _csf("Tidak termasuk sasaran daerah"), tahap=2)
    assert [] == numbers("BHS12", _csf("Tidak termasuk sasaran RPJMD"), tahap=1)


@pytest.mark.parametrize("text", ["(tulis hasil strategis, misalnya Meningkatnya mutu jalan)", "(isi kondisinya)"])
def test_what_a_new_file_asks_to_be_written_is_not_written_yet(text: str) -> None:
    assert ["1"] == numbers("BHS27", f"pohon:\n  - outcome: {text}\n")


def test_a_remark_in_brackets_is_no_order() -> None:
    assert [] == numbers("BHS27", "pohon:\n  - outcome: Meningkatnya minat tulis (tulis tangan)\n")
