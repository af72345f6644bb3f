"""Edges of DOK11 tanda-tangan-pihak: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(document: str, jenis: str = "perjanjian_kinerja") -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\ndokumen:\n  {jenis}: {{{document}}}\n"


@pytest.mark.parametrize(
    ("first", "second", "fires"),
    [
        ("Kepala Dinas Kesehatan", "Bupati Suka Maju", False),
        ("Bupati Suka Maju", "Kepala Dinas Kesehatan", True),
        ("Kepala Bidang Gizi", "Kepala Dinas Kesehatan", False),
        ("Kepala Seksi Gizi", "Kepala Bidang Gizi", False),
        ("Kepala Bidang Gizi", "Kepala Bidang Promosi", True),
        ("Sekretaris Dinas", "Kepala Dinas Kesehatan", False),
        ("Camat Suka Maju", "Pj. Bupati Suka Maju", False),
        ("Kepala Sub Bagian Umum", "Sekretaris Dinas", False),
        ("Ketua Tim", "Kepala Dinas", False),
        ("Sekretaris Daerah", "Bupati", False),
    ],
)
def test_the_first_party_stands_below_the_second(first: str, second: str, fires: bool) -> None:
    text = _tree(f"pihak_pertama: {{jabatan: {first}}}, pihak_kedua: {{jabatan: {second}}}")
    assert (["dokumen.perjanjian_kinerja.pihak_pertama"] if fires else []) == numbers("DOK11", text)


def test_one_party_alone_is_left_to_another_rule() -> None:
    assert [] == numbers("DOK11", _tree("pihak_pertama: {jabatan: Bupati}"))
