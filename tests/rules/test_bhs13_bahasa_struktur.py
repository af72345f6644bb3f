"""Edges of BHS13 bahasa-struktur: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Naiknya kinerja Dinas Perikanan",
        "Naiknya mutu SEKRETARIAT DAERAH",
        "Lancarnya tupoksi",
        "Naiknya kinerja UPTD",
        "Naiknya kinerja kepala bidang",
    ],
)
def test_units_and_posts_are_found_and_graded_by_stage(statement: str) -> None:
    assert {"1.1": Severity.WARNING} == graded("BHS13", _csf(statement), tahap=3)
    assert {"1.1": Severity.HINT} == graded("BHS13", _csf(statement), tahap=5)


@pytest.mark.parametrize(
    "statement",
    [
        "Naiknya laba Badan Usaha Milik Desa",
        "Tertibnya kendaraan Dinas",
        "Naiknya mutu di bidang Perikanan",
        "Turunnya berat Badan berlebih",
        "Meluasnya Disdukcapil Goes to School",
        "Tertibnya aturan dinas",
    ],
)
def test_other_uses_of_the_words_are_left_alone(statement: str) -> None:
    assert {} == graded("BHS13", _csf(statement), tahap=3)


@pytest.mark.parametrize(
    "statement",
    ["Bidang Rehabilitasi mampu melayani warga", "Inspektorat belum mengaudit", "Tegaknya aturan oleh Satpol PP"],
)
def test_an_office_that_acts_is_named(statement: str) -> None:
    assert {"1.1": Severity.WARNING} == graded("BHS13", _csf(statement), tahap=3)


@pytest.mark.parametrize(
    "statement",
    [
        "Bidang tanah yang bersertipikat bertambah",
        "Badan usaha milik desa mampu berlaba",
        "Terawasinya pasar oleh warga",
        "Berjalannya layanan oleh kecamatan",
    ],
)
def test_other_things_of_that_name_and_places_are_left_alone(statement: str) -> None:
    assert {} == graded("BHS13", _csf(statement), tahap=3)
