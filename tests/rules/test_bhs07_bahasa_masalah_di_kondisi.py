"""Edges of BHS07 bahasa-masalah-di-kondisi: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Masih rendahnya mutu air",
        "Belum optimalnya layanan",
        "Kurangnya guru",
        "Layanan masih lambat",
        "Tingginya kemiskinan desa",
        "Terjadinya banjir",
        "Tidak tersedianya obat",
        "Terbatasnya sarana",
        "Masih rendahnya sampah yang tertangani",
        "Listrik belum tersedia di desa",
    ],
)
def test_problem_language_at_the_head_is_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS07", _csf(statement), tahap=2)


@pytest.mark.parametrize(
    "statement",
    [
        "Tertanganinya rumah tidak layak huni",
        "Meningkatnya penanganan rumah yang belum tertangani",
        "Rendahnya angka kematian ibu",
        "Tidak adanya temuan pemeriksaan",
        "Tiadanya pungutan liar",
        "Tingginya partisipasi warga",
        "Masalah sampah pasar tertangani",
        "Warga kurang mampu sejahtera",
        "Rumah belum layak huni tertangani",
        "Kurang mampu bukan halangan bersekolah",
    ],
)
def test_good_conditions_with_problem_words_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS07", _csf(statement), tahap=2)


def test_the_outcome_is_not_judged() -> None:
    assert [] == numbers("BHS07", "pohon:\n  - outcome: Masih rendahnya mutu air\n", tahap=2)


@pytest.mark.parametrize(
    "statement",
    [
        "Tingginya angka kecelakaan",
        "Adanya kesenjangan layanan",
        "Banyaknya warga yang mengalami trauma",
        "Ketidaktertiban arsip desa",
        "Layanan kesehatan belum merata",
        "Sarana dan prasarana sekolah kurang memadai",
        "Jalan desa masih banyak yang rusak",
    ],
)
def test_measured_problems_and_problems_in_the_predicate_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS07", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Adanya regu jaga desa",
        "Tidak ada lagi desa gelap",
        "Tidak adanya desa blank spot",
        "Warga kurang mampu mandiri",
        "Rumah yang belum layak berkurang",
    ],
)
def test_what_there_is_and_what_is_told_of_a_noun_are_no_problems(statement: str) -> None:
    assert [] == numbers("BHS07", _csf(statement), tahap=1)
