"""Edges of IND26 ukuran-tanpa-isi: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


def _one(name: str, more: str = "") -> str:
    return f"pohon:\n  - outcome: Naiknya mutu sungai\n    indikator:\n      - nama: {name}\n{more}"


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("Cakupan administrasi umum perangkat daerah", Severity.WARNING),
        ("Tingkat penyelenggaraan pasar", Severity.WARNING),
        ("Persentase pengelolaan profil desa", Severity.WARNING),
        ("Jumlah pelaksanaan pelatihan", Severity.HINT),
        ("Jumlah dokumen", Severity.WARNING),
        ("Jumlah hasil dari inovasi", Severity.HINT),
    ],
)
def test_names_of_work_are_no_measure(name: str, severity: Severity) -> None:
    assert {"1": severity} == graded("IND26", _one(name))


@pytest.mark.parametrize(
    "name",
    [
        "Persentase penyelenggaraan pasar sesuai standar",
        "Cakupan imunisasi dasar lengkap",
        "Jumlah hasil panen",
        "Jumlah buku bacaan",
        "Jumlah koordinasi",
        "Persentase pengelolaan sampah yang benar",
    ],
)
def test_bounded_and_counted_things_are_left_alone(name: str) -> None:
    assert {} == graded("IND26", _one(name))


def test_a_formula_says_what_is_counted() -> None:
    assert {} == graded("IND26", _one("Cakupan administrasi umum", "        rumus: a dibagi b\n"))


def test_a_bare_paper_stays_bare_when_its_formula_only_names_it() -> None:
    row = "pohon:\n  - outcome: A\n    indikator:\n      - nama: Jumlah buku\n        rumus: {}\n"
    assert ["1:indikator.0"] == numbers("IND26", row.format("Buku induk"), tahap=4)
    assert [] == numbers("IND26", row.format("Jumlah buku tercetak dibagi jumlah buku terpesan"), tahap=4)


def test_an_affair_of_the_economy_is_no_work_of_an_office() -> None:
    row = "pohon:\n  - outcome: A\n    indikator: [{}]\n"
    assert [] == numbers("IND26", row.format("Rasio PDRB penyediaan akomodasi"), tahap=4)
    assert ["1:indikator.0"] == numbers("IND26", row.format("Rasio penyediaan akomodasi"), tahap=4)


def test_bare_things_are_asked_about_and_bare_papers_told() -> None:
    row = "pohon:\n  - outcome: A\n    indikator: [{}]\n"
    assert {"1": Severity.HINT} == graded("IND26", row.format("Jumlah aplikasi"), tahap=4)
    assert {"1": Severity.WARNING} == graded("IND26", row.format("Jumlah laporan"), tahap=4)
