"""Edges of PET08 kewenangan: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(program: str, kegiatan: str, sub: str, node: str = "") -> str:
    mapped = f"    program: {node}\n" if node else ""
    return (
        f"pohon:\n  - outcome: Meningkatnya mutu\n{mapped}program:\n  - kode: {program}\n    nama: P\n    kegiatan:\n"
        f"      - kode: {kegiatan}\n        nama: K\n        sub_kegiatan:\n          - kode: {sub}\n            nama: S\n"
    )


@pytest.mark.parametrize(
    ("government", "part", "fires"),
    [
        ("Kabupaten Suka Maju", "2", []),
        ("Kabupaten Suka Maju", "1", ["program.0.isi.0.kode"]),
        ("Pemerintah Kota Suka Maju", "1", ["program.0.isi.0.kode"]),
        ("Provinsi Suka Maju", "2", ["program.0.isi.0.kode"]),
        ("Provinsi Suka Maju", "1", []),
        ("Suka Maju", "1", []),
    ],
)
def test_the_fourth_part_belongs_to_the_government_and_is_told_once(
    government: str, part: str, fires: list[str]
) -> None:
    text = _tree("2.12.02", f"2.12.02.{part}.01", f"2.12.02.{part}.01.0003")
    assert fires == numbers("PET08", text, pemerintah=government)


def test_a_sub_kegiatan_of_another_tier_than_its_kegiatan_is_found_itself() -> None:
    text = _tree("2.12.02", "2.12.02.2.01", "2.12.02.1.01.0003")
    assert ["program.0.isi.0.isi.0.kode"] == numbers("PET08", text, pemerintah="Kota Suka Maju")
