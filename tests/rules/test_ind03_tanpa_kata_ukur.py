"""IND03: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND03", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize(
    "name",
    [
        "Jumlah warga", "PERSENTASE warga", "1. Persentase warga", "Prosentase warga", "IKM layanan", "Rata-rata lama sekolah",
        "Indeks gini", "Opini BPK", "Index Pembangunan Manusia", "**Nilai** SAKIP",
    ],
)  # fmt: skip
def test_a_measure_at_the_head_is_enough(name: str) -> None:
    assert [] == _found(f'"{name}"')


@pytest.mark.parametrize("name", ["Kerja sama desa", "Terlaksananya rapat", "Warga yang jumlahnya banyak"])
def test_a_measure_elsewhere_is_not(name: str) -> None:
    assert ["1:indikator.0"] == _found(name)


def test_a_unit_or_a_target_in_percent_says_what_is_measured() -> None:
    assert [] == _found("Kerja sama desa", satuan="Dokumen")
    assert [] == _found("Kepatuhan warga", target='{2025: "80 %"}')
    assert ["1:indikator.0"] == _found("Kepatuhan warga", target="{2025: 15 OPD}")


def test_a_name_without_words_belongs_to_no_measure_rule() -> None:
    assert [] == _found('"-"')
