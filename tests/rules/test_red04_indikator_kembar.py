"""Edges of RED04 indikator-kembar: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(upper: str, lower: str, kind: str = "csf") -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu hidup\n    indikator:\n      - {upper}\n    sebab:\n      - {kind}: Meningkatnya mutu air\n        indikator:\n          - {lower}\n"


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Persentase Cakupan rumah layak", "persentase tingkat rumah layak"),
        ("IKM layanan perizinan", "Nilai Indeks Kepuasan Masyarakat layanan perizinan"),
        ("Jumlah desa", "Jumlah desa"),
        ("Persentase jalan mantap Kabupaten Mekar", "Persentase jalan mantap"),
    ],
)
def test_one_measure_of_one_object_at_two_levels_is_found_on_the_later_indicator(upper: str, lower: str) -> None:
    assert ["1.1:indikator.0"] == numbers("RED04", _tree(upper, lower), pemerintah="Kabupaten Mekar")


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Persentase rumah layak", "Jumlah rumah layak"),
        ("Persentase rumah layak huni", "Persentase rumah tahan gempa"),
        (
            "Persentase kepemilikan dokumen pendaftaran penduduk dan pencatatan sipil",
            "Persentase kepemilikan dokumen pencatatan sipil",
        ),
    ],
)
def test_another_measure_another_object_and_a_part_of_the_object_are_left_alone(upper: str, lower: str) -> None:
    assert [] == numbers("RED04", _tree(upper, lower))


def test_a_declared_relation_exempts() -> None:
    text = _tree("IKM layanan", "nama: IKM layanan\n            hubungan: unsur dari IKM tingkat dinas")
    assert [] == numbers("RED04", text)


def test_at_one_level_only_equal_names_count() -> None:
    same = "pohon:\n  - outcome: A b c\n    indikator: [x]\n    sebab:\n      - csf: B c d\n        indikator: [{}]\n      - csf: C d e\n        indikator: [{}]\n"
    assert [] == numbers("RED04", same.format("Persentase cakupan rumah layak", "Persentase rumah layak"))
    assert ["1.2:indikator.0"] == numbers("RED04", same.format("Persentase rumah layak", "Persentase Rumah Layak."))


def test_a_chain_of_equal_indicators_is_reported_once_for_each_later_one() -> None:
    text = "pohon:\n  - outcome: A b c\n    indikator: [Indeks desa]\n    sebab:\n      - csf: B c d\n        indikator: [Indeks desa]\n        sebab:\n          - utama: C d e\n            indikator: [Indeks desa]\n"
    assert ["1.1:indikator.0", "1.1.1:indikator.0"] == numbers("RED04", text)


def test_a_measure_that_says_all_is_compared_too() -> None:
    assert ["1.1:indikator.0"] == numbers("RED04", _tree("Indeks Kepuasan Masyarakat (IKM)", "IKM"))


def test_a_condition_below_one_of_its_kind_stands_at_another_level() -> None:
    text = "pohon:\n  - antara: Naiknya a b\n    indikator: [Persentase rumah layak]\n    sebab:\n      - antara: Naiknya c d\n        indikator: [Persentase cakupan rumah layak]\n"
    assert ["1.1:indikator.0"] == numbers("RED04", text)
