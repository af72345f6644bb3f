"""The lexicon: what ships, and how an office adds its own words."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from pohon.model import lexicon as shipped
from pohon.model.lexicon import Lexicon, default, extend

_LISTS = (
    "hasil",
    "keluaran",
    "aktif",
    "nominal",
    "masalah",
    "ukur",
    "rencana",
    "struktur",
    "cara",
    "kabur",
    "henti",
    "lemah",
)


@pytest.mark.parametrize("name", _LISTS)
def test_every_promised_word_list_ships_and_is_casefolded(name: str) -> None:
    words = default().kata[name]
    assert words
    assert all(word == word.casefold().strip() and "\n" not in word and "," not in word for word in words)


def test_default_is_read_once() -> None:
    assert default() is default()


def test_terpenuhinya_is_the_one_catalogued_head_of_results_and_of_outputs() -> None:
    kata = default().kata
    assert "terpenuhinya" in kata["hasil"] & kata["keluaran"]
    assert {"tersedianya", "terlaksananya", "tersusunnya", "terbangunnya"}.isdisjoint(kata["hasil"])
    assert {"meningkatnya", "terwujudnya", "optimalnya"}.isdisjoint(kata["keluaran"])


def test_problem_words_are_no_result_words() -> None:
    assert default().kata["masalah"].isdisjoint(default().kata["hasil"])


def test_no_right_spelling_is_listed_as_a_misspelling_and_none_corrects_to_another_one() -> None:
    lexicon = default()
    known = frozenset().union(*lexicon.kata.values())
    assert known.isdisjoint(lexicon.ejaan)
    assert set(lexicon.ejaan.values()).isdisjoint(lexicon.ejaan)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("terlaksanannya", "terlaksananya"),
        ("terlaksanakannya", "terlaksananya"),
        ("tersusunya", "tersusunnya"),
        ("presentase", "persentase"),
        ("indek", "indeks"),
    ],
)
def test_misspellings_found_in_real_files_are_known(wrong: str, right: str) -> None:
    assert right == default().ejaan[wrong]


@pytest.mark.parametrize(
    "word", ["terjalinnya", "terjadinya", "teroptimalisasinya", "tersosialisasikannya", "mebel", "media", "mesin"]
)
def test_right_words_that_look_like_listed_ones_are_neither_misspelt_nor_activity_verbs(word: str) -> None:
    assert word not in default().ejaan
    assert word not in default().kata["aktif"]


@pytest.mark.parametrize(
    "short",
    [
        "adminduk",
        "dukcapil",
        "bimbingan teknis",
        "sumber daya manusia",
        "ktp el",
        "siak",
        "presentase",
        "akte",
        "data base",
    ],
)
def test_glossary_knows_the_customary_short_forms(short: str) -> None:
    assert short in dict(default().glosarium)


def test_reading_a_glossary_entry_never_leads_to_another_entry() -> None:
    glossary = dict(default().glosarium)
    assert set(glossary.values()).isdisjoint(glossary)


def test_thresholds_of_the_catalogue_ship() -> None:
    ambang = default().ambang
    assert (1.0, 0.8, 0.65) == (ambang["RED02.galat"], ambang["RED02.peringatan"], ambang["RED02.saran"])
    assert (18, 0.8, 7) == (ambang["BHS16.kata"], ambang["BHS12.gema"], ambang["STR09.anak"])


def test_units_fit_their_measures() -> None:
    satuan = default().satuan
    assert "%" in satuan["persentase"]
    assert "%" not in satuan["indeks"] | satuan["ikm"]


def test_own_words_are_added_and_a_minus_takes_one_out() -> None:
    own = extend(
        default(),
        {"kata": {"hasil": ["Lestarinya Budaya", "-optimalnya"]}, "frasa": {"majemuk_tetap": ["Intan dan Emas"]}},
    )
    assert "lestarinya budaya" in own.kata["hasil"]
    assert "optimalnya" not in own.kata["hasil"]
    assert "optimalnya" in default().kata["hasil"]
    assert "intan dan emas" in own.frasa["majemuk_tetap"]
    assert "sarana dan prasarana" in own.frasa["majemuk_tetap"]


def test_pairs_thresholds_units_and_official_names_are_added() -> None:
    own = extend(
        default(),
        {
            "ejaan": {"Pelayanna": "pelayanan"},
            "glosarium": {"PBJ": "Pengadaan Barang Jasa"},
            "satuan": {"jumlah": ["Orang"]},
            "ambang": {"STR09.anak": 9},
            "nomenklatur": ["Fasilitasi Kerja Sama", "Fasilitasi Kerja Sama"],
        },
    )
    assert own.ejaan["pelayanna"] == "pelayanan"
    assert dict(own.glosarium)["pbj"] == "pengadaan barang jasa"
    assert {"orang"} <= own.satuan["jumlah"]
    assert own.ambang["STR09.anak"] == 9
    assert ("Fasilitasi Kerja Sama",) == own.nomenklatur


@pytest.mark.parametrize(
    "data",
    [
        {"kta": {}},
        {"kata": "meningkatnya"},
        {"kata": {"hasil": 3}},
        {"kata": {"hasil": [3]}},
        {"ejaan": ["a"]},
        {"ambang": {"STR09.anak": "tujuh"}},
        {"ambang": {"STR09.anak": True}},
        {"nomenklatur": {"a": "b"}},
    ],
)
def test_misshapen_words_are_refused_with_a_message(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="kamus"):
        extend(Lexicon(), data)


def test_a_lexicon_equals_only_itself_so_that_answers_can_be_remembered() -> None:
    assert Lexicon() != Lexicon()
    assert len({default(), default()}) == 1


def test_a_list_stands_in_one_file_and_packs_alone_add_to_it() -> None:
    folder = Path(shipped.__file__).parent
    files = [path for path in sorted(folder.glob("*.toml")) if not path.name.startswith("paket_")]
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    names = Counter((table, name) for data in read for table in ("kata", "frasa") for name in data.get(table, ()))
    assert [] == [name for name, times in names.items() if times > 1]
