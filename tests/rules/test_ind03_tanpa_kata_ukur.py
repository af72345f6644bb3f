"""IND03: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


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


def test_a_unit_turns_the_fault_into_a_hint_unless_the_name_is_a_quantity() -> None:
    text = "pohon:\n  - outcome: A\n    indikator:\n      - nama: {}\n        satuan: Dokumen\n"
    assert {"1": Severity.HINT} == graded("IND03", text.format("Kerja sama desa"), tahap=4)
    assert {} == graded("IND03", text.format("APK sekolah"), tahap=4)
    assert [] == _found("Kepatuhan warga", target='{2025: "80 %"}')
    assert ["1:indikator.0"] == _found("Kepatuhan warga", target="{2025: 15 OPD}")


def test_a_name_without_words_belongs_to_no_measure_rule() -> None:
    assert [] == _found('"-"')


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Load factor kapal", "%"), ("Response time pemadam", "Menit"), ("Retribusi dermaga", "Rp"), ("Rumah tangga dengan air layak", "%"),
        ("Tutupan karang hidup", "%"), ("Status akreditasi pustaka", "Status"), ("Roughness jalan", "m/km"),
    ],
)  # fmt: skip
def test_the_unit_of_a_measure_is_measure_enough(name: str, unit: str) -> None:
    assert [] == _found(name, satuan=f'"{unit}"')


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Lembaga yang terakreditasi", "%"), ("Meningkatnya swadaya warga", "%"), ("Pembinaan petambak", "Bulan"), ("Jasa kantor", "Bulan"),
        ("Peta dermaga", "Dokumen"), ("Peta dermaga", "-"),
    ],
)  # fmt: skip
def test_countable_things_sentences_and_work_still_need_a_measure(name: str, unit: str) -> None:
    assert ["1:indikator.0"] == _found(name, satuan=f'"{unit}"')


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("Usia harapan hidup", "72,5 tahun", False), ("Status pustaka", "Paripurna", False), ("Rasa puas tamu", "3,6 (skala 4)", False), ("Kerja sama desa", "12 desa", True),
        ("Kerja sama desa", "Ada", True), ("Terlaksananya rapat", "Baik", True),
    ],
)  # fmt: skip
def test_a_unit_or_a_grade_printed_with_the_target_counts(name: str, target: str, fires: bool) -> None:
    assert (["1:indikator.0"] if fires else []) == _found(name, target=f'{{2025: "{target}"}}')


def test_a_grade_does_not_make_a_good_quality_a_measure() -> None:
    assert ["1:indikator.0"] == _found("Kualitas layanan yang baik", target="{2025: Baik}")
    assert [] == _found("Kualitas air sungai", satuan="Indeks")
