"""Edges of ANG02 anggaran-tidak-rollup: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers

_TREE = "pohon:\n  - outcome: Meningkatnya mutu jalan\n"


def _program(top: str, *below: str) -> str:
    rows = "".join(f'      - {{nama: K{n}, anggaran: "{amount}"}}\n' for n, amount in enumerate(below))
    return f'{_TREE}program:\n  - nama: P\n    anggaran: "{top}"\n    kegiatan:\n{rows}'


@pytest.mark.parametrize(
    ("top", "below", "fires"),
    [
        ("11.764.827.138", ("7.106.827.138", "3.447.000.000", "786.000.000", "425.000.000"), False),
        ("Rp 437,531,700,-", ("400.000.000", "37.531.700"), False),
        ("437.531.701", ("400.000.000", "37.531.700"), True),
        ("437.531.701", ("400.000.000", ""), False),
        ("", ("400.000.000",), False),
    ],
)
def test_whole_rupiah_are_compared_when_every_amount_is_known(top: str, below: tuple[str, ...], fires: bool) -> None:
    assert (["program.0.anggaran"] if fires else []) == numbers("ANG02", _program(top, *below))


def test_a_kegiatan_is_compared_with_its_sub_kegiatan() -> None:
    text = f'{_TREE}program:\n  - nama: P\n    kegiatan:\n      - nama: K\n        anggaran: "500.000"\n        sub_kegiatan: [{{nama: S, pagu: "400.000"}}]\n'
    assert ["program.0.isi.0.anggaran"] == numbers("ANG02", text)


def test_a_row_of_totals_is_compared_with_the_programs_above() -> None:
    rows = '  - {nama: A, anggaran: "100.000"}\n  - {nama: B, anggaran: "200.000"}\n'
    assert [] == numbers("ANG02", f'{_TREE}program:\n{rows}  - {{nama: "Jumlah :", anggaran: "300.000"}}\n')
    assert ["program.2.anggaran"] == numbers(
        "ANG02", f'{_TREE}program:\n{rows}  - {{nama: TOTAL, anggaran: "310.000"}}\n'
    )


def test_money_on_conditions_is_summed_too() -> None:
    text = _TREE + '    anggaran: "500.000"\n    sebab:\n      - {csf: Meningkatnya A, anggaran: "200.000"}\n'
    assert ["1:anggaran"] == numbers("ANG02", text)


def test_the_ceilings_of_each_year_are_compared() -> None:
    text = (
        f"{_TREE}program:\n  - nama: P\n    pagu_indikatif: {{2026: '300.000', 2027: '900.000'}}\n    kegiatan:\n"
        "      - {nama: A, pagu_indikatif: {2026: '100.000', 2027: '500.000'}}\n"
        "      - {nama: B, pagu_indikatif: {2026: '200.000', 2027: '500.000'}}\n"
    )
    assert ["program.0.pagu_indikatif.2027"] == numbers("ANG02", text)
