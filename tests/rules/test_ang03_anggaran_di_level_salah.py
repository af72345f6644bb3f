"""Edges of ANG03 anggaran-di-level-salah: what the page's examples do not show."""

from pohon.model.finding import Severity
from tests.rules.hits import hits


def _program(top: str, *leaves: str) -> str:
    rows = "".join(f'          - {{nama: S{n}, pagu: "{amount}"}}\n' for n, amount in enumerate(leaves))
    below = f"        sub_kegiatan:\n{rows}" if leaves else ""
    return f'pohon:\n  - outcome: Meningkatnya mutu jalan\nprogram:\n  - nama: P\n    anggaran: "{top}"\n    kegiatan:\n      - nama: K\n{below}'


def test_a_program_without_sub_kegiatan_may_carry_its_amount() -> None:
    assert [] == hits("ANG03", _program("500.000"))


def test_an_amount_above_empty_sub_kegiatan_is_a_warning() -> None:
    (found,) = hits("ANG03", _program("500.000", "", "100.000"))
    assert (found.field, found.severity) == ("program.0.anggaran", None)
    assert "1 dari 2" in found.message


def test_a_repeated_sum_is_a_hint_and_a_wrong_sum_is_left_to_another_rule() -> None:
    (found,) = hits("ANG03", _program("300.000", "200.000", "100.000"))
    assert found.severity is Severity.HINT
    assert [] == hits("ANG03", _program("310.000", "200.000", "100.000"))
