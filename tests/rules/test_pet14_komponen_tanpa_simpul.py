"""Edges of PET14 komponen-tanpa-simpul: what the page's examples do not show."""

import pytest

from pohon.model.finding import Severity
from tests.rules.hits import hits, numbers


def _tree(program: str, kegiatan: str, sub: str, node: str = "") -> str:
    mapped = f"    program: {node}\n" if node else ""
    return (
        f"pohon:\n  - outcome: Meningkatnya mutu\n{mapped}program:\n  - kode: {program}\n    nama: P\n    kegiatan:\n"
        f"      - kode: {kegiatan}\n        nama: K\n        sub_kegiatan:\n          - kode: {sub}\n            nama: S\n"
    )


_CODES = ("2.12.02", "2.12.02.2.01", "2.12.02.2.01.0003")


@pytest.mark.parametrize("mapped", _CODES)
def test_a_row_is_explained_by_any_code_in_it(mapped: str) -> None:
    assert [] == numbers("PET14", _tree(*_CODES, node=mapped))


def test_a_second_program_without_a_condition_is_found() -> None:
    assert ["program.1"] == numbers("PET14", _tree(*_CODES, node="2.12.02") + "  - {kode: 2.12.03, nama: Q}\n")


def test_a_level_that_is_not_used_for_mapping_is_not_asked_for() -> None:
    more = "          - {kode: 2.12.02.2.01.0004, nama: T}\n"
    assert [] == numbers("PET14", _tree(*_CODES, node="2.12.02.2.01") + more)
    assert ["program.0.isi.0.isi.1"] == numbers("PET14", _tree(*_CODES, node="2.12.02.2.01.0003") + more)


def test_without_any_mapping_budgeted_programs_are_asked_about_once() -> None:
    text = 'pohon:\n  - outcome: Meningkatnya mutu\nprogram:\n  - {nama: P, anggaran: "1.000.000"}\n  - {nama: Q, anggaran: "2.000.000"}\n'
    (found,) = hits("PET14", text)
    assert (found.field, found.severity) == ("program.0", Severity.HINT)
    assert "2 program" in hits("PET14", text + '  - {nama: Jumlah, anggaran: "3.000.000"}\n')[0].message
    assert [] == hits("PET14", text.replace(', anggaran: "1.000.000"', "").replace(', anggaran: "2.000.000"', ""))
