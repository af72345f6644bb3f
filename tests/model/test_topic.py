"""When two texts speak of the same thing."""

import pytest

from pohon.model.lexicon import default
from pohon.model.topic import abbreviated, field_words, same_topic
from tests.build import tree

_FIELD = frozenset({"administrasi", "kependudukan"})


def _same(text: str, *others: str) -> bool:
    return same_topic(text, others, default(), _FIELD)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Meningkatnya pelayanan warga", "Terlaksananya layanan keliling"),
        ("Meningkatnya pendidikan", "Meningkatnya mutu pendidik"),
        ("Terpeliharanya jalan", "Jumlah pemeliharaan rutin"),
        ("Terlaksananya bimbingan teknis", "Jumlah peserta bimtek"),
        ("Meningkatnya kemiskinan desa", "Persentase penduduk miskin"),
    ],
)
def test_forms_of_one_word_are_one_topic(text: str, other: str) -> None:
    assert _same(text, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Tertatanya parkir kantor", "Meningkatnya keterampilan bidan"),
        ("Tersusunnya peta desa", "Jumlah buku terbit"),
        ("Meningkatnya minat baca", "Meningkatnya mutu air minum"),
    ],
)
def test_other_words_are_another_topic(text: str, other: str) -> None:
    assert not _same(text, other)


def test_one_of_several_texts_is_enough() -> None:
    assert _same("Tertatanya parkir kantor", "Meningkatnya mutu air", "Meningkatnya kerapian parkir")


def test_words_of_the_field_tie_short_texts_but_not_long_ones() -> None:
    assert _same("Meningkatnya tertib administrasi", "Terlaksananya administrasi desa")
    long = "Terlaksananya kunjungan administrasi ke dusun terpencil, pasar malam, sekolah, masjid dan balai warga"
    assert not _same(long, "Terlaksananya rapat administrasi")


def test_nothing_is_said_about_a_text_without_words() -> None:
    assert _same("", "Meningkatnya mutu air")
    assert _same("Meningkatnya", "Terlaksananya rapat")


def test_the_field_is_what_the_outcomes_speak_of() -> None:
    given = tree("pohon:\n  - outcome: Meningkatnya mutu gizi\n    sebab: [{csf: Meningkatnya konsumsi ikan}]\n")
    assert frozenset({"kualitas", "gizi"}) == field_words(given, default())


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("Persentase BMN tercatat", "Terkelolanya barang milik negara", True),
        ("Persentase barang milik negara", "Terkelolanya BMN", True),
        ("Persentase BMD tercatat", "Terkelolanya barang milik negara", False),
        ("Jumlah bmn", "Terkelolanya barang milik negara", False),
        ("Jumlah KSP sehat", "Meningkatnya koperasi simpan dan pinjam", True),
    ],
)
def test_initials_of_words_in_a_row(name: str, text: str, same: bool) -> None:
    assert same is abbreviated(name, text)
