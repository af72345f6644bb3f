"""Edges of XCT06 mitra-tidak-dikenal: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(partner: str) -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\n    crosscutting:\n      - {{{partner}}}\n"


@pytest.mark.parametrize(
    ("name", "fires"),
    [
        ("OPD terkait", True),
        ("Lintas-Sektor", True),
        ("Pihak Ketiga.", True),
        ("Dinas Sosial", False),
        ("DISKOMINFOSAN", False),
        ("Pengadilan Agama", False),
        ("Dinas terkait bencana", False),
    ],
)
def test_a_name_that_names_no_unit_is_found(name: str, fires: bool) -> None:
    assert (["1:crosscutting.0"] if fires else []) == numbers("XCT06", _tree(f"mitra: {name}"))


def test_a_register_of_the_office_decides_when_it_is_filled() -> None:
    words = {"kata": {"mitra": "Dinas Sosial, RSUD Suka Maju"}}
    assert [] == numbers("XCT06", _tree("mitra: DINAS  SOSIAL"), words)
    assert ["1:crosscutting.0"] == numbers("XCT06", _tree("mitra: Dinas Sosial dan PPPA"), words)
    assert [] == numbers("XCT06", _tree("mitra: Dinas Sosial Kab. Suka Maju"), words, pemerintah="Kabupaten Suka Maju")
