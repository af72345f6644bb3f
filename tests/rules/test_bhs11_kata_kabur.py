"""Edges of BHS11 kata-kabur: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize("more", ["", "        indikator: [Jumlah pasien]\n"])
def test_a_vague_word_without_a_standard_is_found(more: str) -> None:
    assert ["1.1"] == numbers("BHS11", _csf("Optimalnya layanan pasien") + more, tahap=4)


@pytest.mark.parametrize(
    "more",
    [
        "        indikator: [Indeks kepuasan pasien]\n",
        "        indikator: [{nama: Jumlah pasien, rumus: pasien yang dilayani sesuai standar}]\n",
        "        indikator: [{nama: Capaian layanan, satuan: Indeks}]\n",
        "        uraian: waktu tunggu paling lama satu jam\n",
    ],
)
def test_a_standard_an_index_or_a_definition_pins_the_word_down(more: str) -> None:
    assert [] == numbers("BHS11", _csf("Optimalnya layanan pasien") + more, tahap=4)


def test_sorts_of_seed_and_houses_fit_for_living_are_not_vague() -> None:
    assert [] == numbers("BHS11", _csf("Meningkatnya benih unggul", "Bertambahnya rumah layak huni"), tahap=4)


@pytest.mark.parametrize(
    "statement",
    ["Tertatanya arsip dinamis", "Meningkatnya promosi baik di dalam maupun luar negeri", "Meluasnya tertib ukur"],
)
def test_terms_and_both_and_are_not_vague(statement: str) -> None:
    assert [] == numbers("BHS11", f"pohon:\n  - outcome: {statement}\n")
