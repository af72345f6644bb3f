"""Edges of PET07 kode-versi: what the page's examples do not show."""

from tests.rules.hits import hits


def _tree(program: str, kegiatan: str, sub: str, node: str = "") -> str:
    mapped = f"    program: {node}\n" if node else ""
    return (
        f"pohon:\n  - outcome: Meningkatnya mutu\n{mapped}program:\n  - kode: {program}\n    nama: P\n    kegiatan:\n"
        f"      - kode: {kegiatan}\n        nama: K\n        sub_kegiatan:\n          - kode: {sub}\n            nama: S\n"
    )


def test_two_lengths_of_sub_kegiatan_are_two_versions() -> None:
    one = _tree("2.12.02", "2.12.02.2.01", "2.12.02.2.01.0003")
    assert [] == hits("PET07", one)
    (found,) = hits("PET07", one + "          - {kode: 2.12.02.2.01.04, nama: T}\n")
    assert found.field == "program.0.isi.0.isi.1.kode"


def test_old_codes_alone_are_one_version() -> None:
    assert [] == hits("PET07", _tree("2.12.02", "2.12.02.2.01", "2.12.02.2.01.03"))


def test_two_named_versions_are_found() -> None:
    rows = "  - {nama: A, nomenklatur: 900.1-861/2026}\n  - {nama: B, nomenklatur: 050-5889/2021}\n"
    (found,) = hits("PET07", f"pohon:\n  - outcome: Meningkatnya mutu\nprogram:\n{rows}")
    assert found.field == "program.1.nomenklatur"
