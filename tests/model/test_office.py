"""Names of the office in a statement, and words that only look like one."""

import pytest

from pohon.model.lexicon import default
from pohon.model.office import named_office


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Meningkatnya kinerja Dispar", "Dinas Pariwisata", "Dispar"),
        ("Meningkatnya mutu Disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil"),
        ("Tertibnya aset BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM"),
        ("Meningkatnya kinerja Bapenda", "Badan Pendapatan Daerah", "Bapenda"),
        ("Meningkatnya akuntabilitas Dinas Sosial", "Dinas Sosial Kabupaten Rimba", "dinas sosial"),
    ],
)
def test_full_and_short_names_are_found(text: str, office: str, name: str) -> None:
    assert name == named_office(text, office, default())


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Meningkatnya Minat Bacaan Anak", "Badan Narkotika Nasional"),
        ("Lancarnya Angkutan Darat", "Dinas Perpustakaan dan Kearsipan"),
        ("Meningkatnya Perempuan Berdaya", "Badan Perencanaan Pembangunan Daerah"),
        ("Terkelolanya Bandara Perintis", "Badan Pendapatan Daerah"),
        ("Meningkatnya Daya Saing Batik", "Badan Kesatuan Bangsa dan Politik"),
        ("Tersedianya Biaya Operasional Benda Cagar Budaya", "Badan Pengelolaan Keuangan dan Aset Daerah"),
    ],
)
def test_words_that_happen_to_be_made_of_its_letters_are_not_its_name(text: str, office: str) -> None:
    assert "" == named_office(text, office, default())
