"""Edges of BHS12 bahasa-rencana-prematur: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


_NAMES = {"nomenklatur": ["Program Fasilitasi Sertifikasi Benih Ikan", "Kerja Sama Pemanfaatan Data"]}


@pytest.mark.parametrize(
    ("statement", "severity"),
    [
        ("Meningkatnya capaian program gizi", Severity.ERROR),
        ("Meningkatnya serapan anggaran desa", Severity.ERROR),
        ("Selarasnya Renstra dengan kebutuhan", Severity.WARNING),
    ],
)
def test_planning_words_are_graded_before_stage_five_and_hints_after(statement: str, severity: Severity) -> None:
    assert {"1.1": severity} == graded("BHS12", _csf(statement), tahap=4)
    assert {"1.1": Severity.HINT} == graded("BHS12", _csf(statement), tahap=5)


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya kegiatan usaha warga",
        "Meningkatnya lulusan program studi teknik",
        "Meningkatnya kegiatan belajar siswa",
        "Peningkatan mutu air",
        "Terprogramnya tanam",
    ],
)
def test_customary_uses_are_left_alone(statement: str) -> None:
    assert {} == graded("BHS12", _csf(statement), tahap=1)


def test_an_echo_of_an_official_name_is_found_from_four_fifths_of_common_words() -> None:
    statements = _csf(
        "Terlaksananya fasilitasi sertifikasi benih ikan",
        "Terlaksananya fasilitasi sertifikasi benih ikan nila",
        "Terlaksananya fasilitasi benih ikan nila",
    )
    assert ["1.1", "1.2"] == numbers("BHS12", statements, _NAMES, tahap=3)


def test_without_official_names_nothing_echoes() -> None:
    assert [] == numbers("BHS12", _csf("Terlaksananya fasilitasi sertifikasi benih ikan"), tahap=3)


def test_unplaced_conditions_are_judged_too() -> None:
    text = (
        _csf("Naiknya mutu data")
        + "belum_ditempatkan:\n  - operasional: Terlaksananya kerja sama pemanfaatan data\n  - Fasilitasi sertifikasi benih ikan\n"
    )
    assert ["?1", "?2"] == numbers("BHS12", text, _NAMES, tahap=3)


def test_names_in_the_file_itself_count_unless_the_node_is_mapped_to_that_very_row() -> None:
    rows = "program:\n  - kode: 1.02.02\n    nama: Program Pemenuhan Upaya Kesehatan Perorangan Warga\n"
    echo = "Terlaksananya pemenuhan upaya kesehatan perorangan warga"
    assert ["1.1"] == numbers("BHS12", _csf(echo) + rows)
    assert [] == numbers("BHS12", _csf(f"{echo}\n        program: 1.02.02") + rows)


_ROWS = "program:\n  - kode: 3.25.04\n    nama: Program Pengelolaan Perikanan Budi Daya\n  - kode: 3.25.04.2.01\n    nama: Pembinaan Petambak Garam\n"


def test_at_stage_five_a_result_is_more_than_a_verb_in_front_of_its_program() -> None:
    row = "        program: 3.25.04\n"
    assert {"1.1": Severity.WARNING} == graded(
        "BHS12", _csf("Meningkatnya pengelolaan perikanan budi daya") + row + _ROWS
    )
    assert {} == graded("BHS12", _csf("Meningkatnya hasil tambak") + row + _ROWS)


def test_at_stage_five_an_output_may_be_named_after_its_kegiatan_but_not_measured_by_a_word() -> None:
    text = "pohon:\n  - outcome: Naiknya hasil tambak\n    sebab:\n      - antara: {} pembinaan petambak garam\n        program: 3.25.04.2.01\n"
    assert {} == graded("BHS12", text.format("Terlaksananya") + _ROWS, profil="renstra-2025")
    assert {"1.1": Severity.WARNING} == graded("BHS12", text.format("Cakupan") + _ROWS, profil="renstra-2025")


def test_at_stage_five_outputs_may_use_planning_words_and_a_result_that_opens_so_is_a_name() -> None:
    text = "pohon:\n  - outcome: Program ketahanan keluarga\n    sebab:\n      - operasional: Terlaksananya kegiatan posyandu desa\n"
    assert {"1": Severity.WARNING} == graded("BHS12", text)


def test_budgets_and_plans_are_the_affairs_of_the_offices_that_keep_them() -> None:
    text = _csf("Tepat waktunya penetapan anggaran dan RKA")
    assert ["1.1"] == numbers("BHS12", f"instansi: Dinas Perikanan\n{text}", tahap=3)
    assert [] == numbers("BHS12", f"instansi: Badan Pengelolaan Keuangan Daerah\n{text}", tahap=3)
    program = _csf("Lancarnya program kerja")
    assert ["1.1"] == numbers("BHS12", f"instansi: Badan Pengelolaan Keuangan Daerah\n{program}", tahap=3)
