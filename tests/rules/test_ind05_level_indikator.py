"""IND05: edges of the rule."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


def _found(kind: str, name: str, profile: str = "balangan") -> list[str]:
    return numbers("IND05", f"pohon:\n  - {kind}: A\n    indikator: [{name}]\n", tahap=4, profil=profile)


@pytest.mark.parametrize("kind", ["outcome", "csf", "utama", "antara"])
def test_a_count_does_not_measure_a_result(kind: str) -> None:
    assert ["1:indikator.0"] == _found(kind, "Jumlah laporan")


def test_a_count_measures_an_output() -> None:
    assert [] == _found("operasional", "Jumlah laporan")


def test_the_profile_says_which_levels_are_results() -> None:
    assert [] == _found("antara", "Jumlah laporan", "renstra-2025")
    assert ["1:indikator.0"] == _found("utama", "Jumlah laporan", "renstra-2025")


@pytest.mark.parametrize(
    "name",
    [
        "Jumlah kunjungan wisatawan",
        "Jumlah kasus demam berdarah",
        "Jumlah produksi padi",
        "Jumlah penduduk miskin",
        "Persentase laporan tepat waktu",
        "Indeks kepuasan",
        "Nilai investasi",
    ],
)
def test_counts_of_what_society_feels_and_other_measures_pass(name: str) -> None:
    assert [] == _found("outcome", name)


@pytest.mark.parametrize(
    "name",
    [
        "Jumlah petambak yang menabung", "Jumlah dusun kategori maju", "Jumlah produk bersertifikat halal", "Jumlah gangguan keamanan",
        "Jumlah bangunan ber-PBG", "Jumlah perajin yang naik kelas",
    ],
)  # fmt: skip
def test_those_that_came_to_a_state_of_their_own_are_a_result(name: str) -> None:
    assert [] == _found("csf", name)


@pytest.mark.parametrize(
    "name",
    [
        "Jumlah petambak yang dilatih", "Jumlah tambak yang telah dibangun", "Jumlah dokumen risiko bencana", "Jumlah laporan yang memuat kasus",
        "Jumlah warga yang mengikuti pelatihan", "Jumlah perajin",
    ],
)  # fmt: skip
def test_what_the_office_did_to_them_and_papers_are_outputs(name: str) -> None:
    assert ["1:indikator.0"] == _found("csf", name)


def test_an_output_verb_or_a_paper_unit_without_measure_counts_outputs() -> None:
    assert ["1:indikator.0"] == _found("csf", "Tersedianya peta jalan")
    assert ["1:indikator.0"] == _found("csf", "{nama: Peta jalan, satuan: Dokumen}")
    assert [] == _found("csf", "{nama: Peta jalan, satuan: Orang}")


def test_papers_are_warned_of_and_people_hinted_at() -> None:
    text = "pohon:\n  - outcome: Naiknya hasil tambak\n    indikator: [{}]\n"
    assert {"1": Severity.HINT} == graded("IND05", text.format("Jumlah petambak"), tahap=4)
    assert {} == graded("IND05", text.format("Jumlah laporan pembinaan"), tahap=4)


def test_an_output_level_that_promises_a_result_is_hinted_at_when_papers_measure_it() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - antara: {}\n        indikator: [Jumlah dokumen tambak]\n        sebab: [{{operasional: Tersusunnya peta}}]\n"
    assert {"1.1": Severity.HINT} == graded("IND05", text.format("Meningkatnya mutu tambak"), profil="renstra-2025")
    assert {} == graded("IND05", text.format("Terlaksananya uji tambak"), profil="renstra-2025")


@pytest.mark.parametrize(
    "name",
    [
        "Jumlah anak tidak sekolah",
        "Jumlah sitasi per dosen",
        "{nama: Backlog rumah, satuan: Unit}",
        "{nama: Bed turn over, satuan: Kali}",
    ],
)
def test_rates_lacks_and_quantities_are_no_counts_of_outputs(name: str) -> None:
    assert [] == _found("csf", name)


def test_things_are_hinted_at_where_papers_are_warned_of() -> None:
    text = "pohon:\n  - outcome: Naiknya hasil tambak\n    indikator: [{}]\n"
    assert {"1": Severity.HINT} == graded("IND05", text.format("Jumlah aplikasi tambak"), tahap=4)
    assert {} == graded("IND05", text.format("Jumlah dokumen tambak"), tahap=4)


def test_a_quality_promised_on_an_output_level_is_no_number_of_sheets() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - antara: {}\n        indikator: [{}]\n"
    promised = "Meningkatnya kualitas pembinaan tambak"
    assert {"1.1": Severity.HINT} == graded(
        "IND05", text.format(promised, "Jumlah laporan tambak"), profil="renstra-2025"
    )
    assert {} == graded("IND05", text.format(promised, "Jumlah sosialisasi tambak"), profil="renstra-2025")
    assert {} == graded("IND05", text.format("Tersusunnya peta", "Jumlah laporan tambak"), profil="renstra-2025")
