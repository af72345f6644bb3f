"""What every office does for itself, and what only sounds like it."""

import pytest

from pohon.model.every_office import EveryOffice
from pohon.model.lexicon import default
from tests.build import tree

_OFFICE = EveryOffice(default())


def _kept(text: str) -> list[str]:
    return [node.key for _, node in _OFFICE.others(tree(f"pohon:\n{text}"), frozenset({"raya"}))]


@pytest.mark.parametrize(
    ("statement", "own"),
    [
        ("Meningkatnya akuntabilitas kinerja dan keuangan", False),
        ("Meningkatnya kualitas pelayanan publik", False),
        ("Tersusunnya dokumen perencanaan", False),
        ("Tersedianya bahan logistik kantor", False),
        ("Meningkatnya kualitas SDM Raya", False),
        ("Meningkatnya kinerja jaringan irigasi tersier", True),
        ("Meningkatnya tata kelola kelautan dan perikanan", True),
        ("Menguatnya kelembagaan distribusi pangan", True),
        ("Meningkatnya mutu gizi", True),
    ],
)
def test_a_matter_of_every_office_has_hardly_a_word_besides(statement: str, own: bool) -> None:
    assert bool(_kept(f"  - outcome: {statement}\n")) is own


def test_what_stands_below_such_a_matter_goes_with_it_and_below_the_work_of_a_field_stays() -> None:
    below = "    sebab:\n      - csf: Meningkatnya mutu gizi\n"
    assert _kept(f"  - outcome: Meningkatnya akuntabilitas kinerja\n{below}") == []
    assert _kept(f"  - outcome: Tersedianya bahan logistik kantor bagi posyandu desa\n{below}") == ["1.1"]
    assert _kept(f"  - outcome: Meningkatnya tata kelola perikanan laut\n{below}") == ["1", "1.1"]


@pytest.mark.parametrize(("code", "own"), [("2.12.01", False), ("X.XX.01.2.05", False), ("2.12.02", True)])
def test_the_supporting_program_is_told_by_its_code(code: str, own: bool) -> None:
    assert bool(_kept(f"  - outcome: Meningkatnya mutu gizi\n    program: [{code}]\n")) is own


def test_the_supporting_program_is_told_by_its_name() -> None:
    named = "program: [{kode: 2.12.09, nama: Penunjang Urusan Pemerintahan Daerah}]\n"
    assert _kept(f"  - outcome: Meningkatnya mutu gizi\n    program: [2.12.09]\n{named}") == []
