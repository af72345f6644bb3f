"""Edges of RED02 ulang-induk: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded

_ABOVE = "Meningkatnya cakupan layanan terminal angkutan desa"


def _pair(effect: str, *causes: str) -> str:
    return f"pohon:\n  - outcome: {effect}\n    sebab:\n" + "".join(f"      - csf: {cause}\n" for cause in causes)


@pytest.mark.parametrize(
    ("cause", "severity"),
    [
        ("Tersedianya cakupan layanan terminal angkutan desa", Severity.ERROR),
        ("Meningkatnya cakupan layanan terminal angkutan desa terpadu", Severity.WARNING),
        ("Meningkatnya mutu layanan terminal angkutan desa", Severity.HINT),
    ],
)
def test_severity_follows_the_share_of_common_words(cause: str, severity: Severity) -> None:
    assert {"1.1": severity} == graded("RED02", _pair(_ABOVE, cause), tahap=2)


def test_a_cause_that_shares_less_than_the_least_share_is_no_repetition() -> None:
    assert {} == graded("RED02", _pair(_ABOVE, "Meningkatnya kelaikan angkutan desa"), tahap=2)


def test_two_causes_that_share_the_two_affairs_of_their_effect_are_a_partition() -> None:
    effect = "Meningkatnya cakupan kepemilikan dokumen pendaftaran penduduk dan pencatatan sipil"
    one = "Meningkatnya cakupan kepemilikan dokumen pendaftaran penduduk"
    two = "Meningkatnya cakupan kepemilikan dokumen pencatatan sipil"
    assert {} == graded("RED02", _pair(effect, one, two), tahap=2)
    assert {"1.1": Severity.HINT} == graded("RED02", _pair(effect, one), tahap=2)


def test_two_causes_that_leave_out_the_same_part_are_no_partition() -> None:
    effect = "Meningkatnya mutu layanan perpustakaan umum dan kearsipan"
    same = "mutu layanan perpustakaan umum"
    assert {"1.1", "1.2"} == set(graded("RED02", _pair(effect, f"Meningkatnya {same}", f"Tersedianya {same}"), tahap=2))


def test_a_support_edge_is_judged_like_an_edge() -> None:
    text = (
        "pohon:\n  - outcome: Meningkatnya hasil panen\n    sebab:\n      - csf: Meningkatnya mutu benih padi\n        sebab:\n"
        "          - ref: x\n      - csf: Meningkatnya hasil olah lahan\n        sebab:\n          - utama: Tersedianya mutu benih padi\n            id: x\n"
    )
    assert {"x": Severity.ERROR} == graded("RED02", text, tahap=2)


def test_short_forms_do_not_hide_a_repetition() -> None:
    text = _pair("Meningkatnya kompetensi sumber daya manusia puskesmas", "Tersedianya kompetensi SDM puskesmas")
    assert {"1.1": Severity.ERROR} == graded("RED02", text, tahap=2)


def test_an_output_that_opens_with_work_of_its_own_is_no_repetition() -> None:
    text = "pohon:\n  - outcome: Meningkatnya pemakaian pupuk organik cair\n    sebab:\n      - operasional: Terlaksananya {} pemakaian pupuk organik cair\n"
    assert {} == graded("RED02", text.format("sosialisasi tata cara"), tahap=3)
    assert {"1.1": Severity.WARNING} == graded("RED02", text.format("sosialisasi"), tahap=3)


def test_quality_under_another_word_is_the_same_statement() -> None:
    text = _pair("Terwujudnya layanan terminal yang prima", "Meningkatnya kualitas pelayanan terminal")
    assert {"1.1": Severity.ERROR} == graded("RED02", text, tahap=2)


@pytest.mark.parametrize(
    ("effect", "cause"),
    [
        ("csf: Meningkatnya kapasitas pekerja sosial", "operasional: Tersertifikasinya pekerja sosial"),
        ("antara: Terselenggaranya jalan kabupaten/kota", "operasional: Terehabilitasinya jalan kabupaten"),
    ],
)
def test_a_head_that_says_what_is_done_makes_it_another_condition(effect: str, cause: str) -> None:
    text = f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - {effect}\n        sebab:\n          - {cause}\n"
    assert {} == graded("RED02", text, tahap=3)
