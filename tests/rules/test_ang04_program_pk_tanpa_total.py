"""Edges of ANG04 program-pk-tanpa-total: what the page's examples do not show."""

from tests.rules.hits import hits

_PK = "dokumen:\n  perjanjian_kinerja: {judul: Perjanjian Kinerja}\n"


def _programs(*amounts: str) -> str:
    rows = "".join(f'  - {{nama: P{n}, anggaran: "{amount}"}}\n' for n, amount in enumerate(amounts))
    return f"pohon:\n  - outcome: Meningkatnya mutu jalan\nprogram:\n{rows}"


def test_the_missing_total_is_computed() -> None:
    (found,) = hits("ANG04", _programs("Rp 5.581.884.078,-", "Rp 437,531,700,-") + _PK)
    assert "Rp6.019.415.778,-" in found.message


def test_without_an_agreement_or_with_one_program_nothing_is_said() -> None:
    assert [] == hits("ANG04", _programs("100.000", "200.000"))
    assert [] == hits("ANG04", _programs("100.000") + _PK)


def test_a_total_as_a_row_or_in_the_text_of_the_document_is_enough() -> None:
    row = '  - {nama: Jumlah, anggaran: "3.000.000"}\n'
    assert [] == hits("ANG04", _programs("1.000.000", "2.000.000") + row + _PK)
    told = "dokumen:\n  perjanjian_kinerja:\n    catatan: Total Rp 3.000.000,-\n"
    assert [] == hits("ANG04", _programs("1.000.000", "2.000.000") + told)
