"""Edges of BHS09 majemuk: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya nilai ekspor dan tertatanya pasar rakyat",
        "Meningkatnya kualitas koperasi serta kemandirian usaha mikro",
        "Meningkatnya kelayakan sarana dan prasarana sekolah serta kompetensi guru",
        "Optimalnya pengelolaan arsip dan pemanfaatan data",
    ],
)
def test_two_results_with_objects_of_their_own_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS09", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya kualitas pelayanan pendaftaran penduduk dan pencatatan sipil",
        "Meningkatnya kelayakan sarana dan prasarana sekolah",
        "Terwujudnya layanan yang bersih dan akuntabel",
        "Meningkatnya produksi padi dan jagung",
        "Meningkatnya efektivitas dan akuntabilitas kinerja",
        "Meningkatnya mutu guru untuk peningkatan minat dan penguatan bakat siswa",
        "Meningkatnya kesehatan ibu dan anak",
        "dan",
    ],
)
def test_fixed_names_shared_objects_and_qualifiers_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS09", _csf(statement), tahap=1)


def test_output_levels_are_left_alone() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: Terlaksananya penataan lapak dan pembinaan pedagang pasar\n"
    assert [] == numbers("BHS09", text, tahap=1)


def test_fixed_names_of_the_office_are_honoured() -> None:
    statement = _csf("Optimalnya pengelolaan arsip dan pemanfaatan data")
    assert [] == numbers("BHS09", statement, {"frasa": {"majemuk_tetap": ["pengelolaan arsip dan pemanfaatan data"]}})
