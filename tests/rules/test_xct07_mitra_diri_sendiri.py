"""Edges of XCT07 mitra-diri-sendiri: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(partner: str) -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu\n    crosscutting:\n      - {{{partner}}}\n"


@pytest.mark.parametrize(
    ("name", "fires"),
    [
        ("Dinas Sosial", True),
        ("DINAS SOSIAL KABUPATEN SUKA MAJU", True),
        ("Dinas Sosial Kabupaten Lain", False),
        ("Dinas Sosial Provinsi", False),
        ("Bidang Rehabilitasi Dinas Sosial", False),
        ("Dinas Kesehatan", False),
    ],
)
def test_only_the_unit_itself_counts(name: str, fires: bool) -> None:
    text = _tree(f"mitra: {name}")
    assert (["1:crosscutting.0"] if fires else []) == numbers(
        "XCT07", text, instansi="Dinas Sosial", pemerintah="Kabupaten Suka Maju"
    )
