"""Edges of BHS24 kinerja-milik-kantor: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _csf(statement: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - csf: {statement}\n"


@pytest.mark.parametrize(
    ("office", "statement"),
    [
        ("Badan Meteorologi, Klimatologi, dan Geofisika", "Terwujudnya tata kelola BMKG"),
        ("Badan Pengelola Keuangan Daerah Kota Rimba", "Meningkatnya nilai kepuasan terhadap Badan Pengelola Keuangan"),
        ("Kecamatan Rimba Kabupaten Pesisir", "Meningkatnya kinerja kecamatan"),
        ("Dinas Pariwisata Kota Rimba", "Meningkatnya kualitas layanan Dispar"),
        ("Dinas Sosial", "Meningkatnya kualitas pelayanan dan kinerja perangkat daerah"),
    ],
)
def test_the_own_office_is_known_by_name_and_short_name(office: str, statement: str) -> None:
    assert ["1.1"] == numbers("BHS24", _csf(statement), instansi=office, tahap=1)


@pytest.mark.parametrize(
    ("office", "statement"),
    [
        ("Kecamatan Rimba Kabupaten Pesisir", "Meningkatnya ketertiban di Kecamatan Rimba"),
        ("Kecamatan Rimba Kabupaten Pesisir", "Meningkatnya mutu pelayanan administrasi terpadu kecamatan"),
        ("Inspektorat Kota Rimba", "Meningkatnya akuntabilitas kinerja perangkat daerah"),
        ("Dinas Perhubungan", "Meningkatnya disiplin pengemudi"),
        ("Badan Ketahanan Pangan", "Meningkatnya mutu bahan pangan"),
        ("Samsat", "Meningkatnya kinerja ekonomi"),
        ("Dinas Pendidikan", "Meningkatnya kinerja guru"),
    ],
)
def test_places_clients_and_common_words_are_no_office(office: str, statement: str) -> None:
    assert [] == numbers("BHS24", _csf(statement), instansi=office, tahap=1)


def test_outputs_may_name_the_office() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: Tersusunnya laporan kinerja perangkat daerah\n"
    assert [] == numbers("BHS24", text)
