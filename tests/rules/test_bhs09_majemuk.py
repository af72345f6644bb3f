"""Edges of BHS09 majemuk: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


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
        "Terwujudnya layanan yang cepat, ramah dan pasti",
        "Meningkatnya mutu guru untuk peningkatan minat dan penguatan bakat siswa",
        "Meningkatnya kesehatan ibu dan anak",
        "Meningkatnya kelancaran angkutan sungai, danau dan penyeberangan",
        "Meningkatnya ketertiban umum, ketenteraman masyarakat",
        "Meningkatnya mutu layanan peternakan serta pertanian",
        "Pulihnya lahan terdampak banjir, kekeringan dan puso",
        "Terselamatkannya arsip vital dan arsip statis",
        "Meningkatnya penanganan korban KDRT dan TPPO",
        "Meningkatnya lulusan yang bekerja, studi lanjut atau berwirausaha",
        "Kurangnya perawat gigi dan bidan",
        "Meningkatnya peran serta masyarakat",
        "Meningkatnya toleransi antarumat beragama dan antaretnis",
        "dan",
    ],
)
def test_fixed_names_shared_objects_and_qualifiers_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS09", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya produksi padi dan jagung",
        "Terwujudnya warga yang rukun dan taat pajak",
        "Meningkatnya kelancaran jalan desa dan irigasi",
        "Meningkatnya mutu air melalui penanaman bakau, pengerukan muara dan penertiban tambak",
        "Sekurang-kurangnya 2,5% nelayan berasuransi, dan 40% kapal berizin",
    ],
)
def test_other_joined_things_are_hints(statement: str) -> None:
    assert {"1.1": Severity.HINT} == graded("BHS09", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    ["Meningkatnya efektivitas dan akuntabilitas kinerja", "Meningkatnya kerukunan, ketertiban warga"],
)
def test_two_goods_of_one_object_are_two_results(statement: str) -> None:
    assert ["1.1"] == numbers("BHS09", _csf(statement), tahap=1)
    assert {} == graded("BHS09", _csf(statement), tahap=1)


def test_a_joint_inside_a_program_name_of_the_file_is_one_thing() -> None:
    rows = "program:\n  - kode: 2.15.02\n    nama: Program Pengelolaan Terminal dan Dermaga\n"
    assert {"1.1": Severity.HINT} == graded("BHS09", _csf("Meningkatnya keramaian terminal dan dermaga"))
    assert {} == graded("BHS09", _csf("Meningkatnya keramaian terminal dan dermaga") + rows)


def test_an_output_level_that_promises_a_result_gets_a_hint() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - antara: {}\n"
    promised = text.format("Meningkatnya kemampuan nelayan dan ketersediaan es balok")
    assert {"1.1": Severity.HINT} == graded("BHS09", promised, profil="renstra-2025")
    assert {} == graded("BHS09", text.format("Terlaksananya pelatihan nelayan dan pemberian es"), profil="renstra-2025")


def test_output_levels_are_left_alone() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: Terlaksananya penataan lapak dan pembinaan pedagang pasar\n"
    assert [] == numbers("BHS09", text, tahap=1)


def test_fixed_names_of_the_office_are_honoured() -> None:
    statement = _csf("Optimalnya pengelolaan arsip dan pemanfaatan data")
    assert [] == numbers("BHS09", statement, {"frasa": {"majemuk_tetap": ["pengelolaan arsip dan pemanfaatan data"]}})
