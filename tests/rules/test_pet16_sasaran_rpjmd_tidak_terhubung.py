"""Edges of PET16 sasaran-rpjmd-tidak-terhubung: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers

_RENSTRA = "dokumen: {renstra: {judul: Rencana Strategis}}\n"


def _tree(extra: str = "", tail: str = _RENSTRA) -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\n{extra}{tail}"


def test_a_tujuan_without_a_link_is_found_in_a_renstra_only() -> None:
    assert ["1"] == numbers("PET16", _tree())
    assert [] == numbers("PET16", _tree(tail=""))
    assert [] == numbers("PET16", _tree(), jenis="kl")


@pytest.mark.parametrize(
    "extra",
    [
        "    dasar: {mandat: Misi kedua kepala daerah}\n",
        "    dasar_hukum: [Perda tentang RPJMD 2025-2029]\n",
        "    uraian: Mendukung sasaran daerah pertama\n",
        "    indikator: [{nama: IPM, hubungan: indikator sasaran RPJMD}]\n",
    ],
)
def test_a_link_may_stand_in_any_of_the_explaining_fields(extra: str) -> None:
    assert [] == numbers("PET16", _tree(extra))
