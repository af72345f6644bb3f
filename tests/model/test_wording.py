"""How statements are read: normalisation, head, content words, fixed phrases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.model.lexicon import default, extend
from pohon.model.wording import contains, content, expand, head, jaccard, normalise, tokens, turned


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Meningkatnya   Kualitas\tPelayanan ", "meningkatnya kualitas pelayanan"),
        ("1. Meningkatnya mutu", "meningkatnya mutu"),
        ("1.2.3. Meningkatnya mutu.", "meningkatnya mutu"),
        ("a) Meningkatnya mutu", "meningkatnya mutu"),
        ("- Meningkatnya mutu", "meningkatnya mutu"),
        ("**Meningkatnya** mutu", "meningkatnya mutu"),
        ("\\$\\Meningkatnya", "$meningkatnya"),
        ("Diklat/ Bimbingan rata-rata", "diklat bimbingan rata rata"),
        ("ﬁsik Ｍeningkat", "fisik meningkat"),
        ("Me\u200fning\u200bkatnya", "meningkatnya"),
        ("23 Kecamatan", "23 kecamatan"),
        ("", ""),
        ("...", ""),
    ],
)
def test_normalise_brings_one_sentence_to_one_form(text: str, plain: str) -> None:
    assert plain == normalise(text)


def test_words_leave_punctuation_out() -> None:
    assert ("akta", "kelahiran", "usia", "0", "17", "tahun") == tokens("Akta (Kelahiran): usia 0-17 tahun!")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_outer_spaces_never_matter_and_heads_and_contents_come_from_the_text(text: str) -> None:
    lexicon = default()
    words = tokens(text)
    assert words == tokens(f"  {text}  ")
    assert "  " not in normalise(text)
    assert content(text, lexicon, synonyms=False) <= frozenset(words) | frozenset(
        part for word in words for part in lexicon.ejaan.get(word, "").split()
    )
    assert head(text, lexicon).written == " ".join(words[: head(text, lexicon).size])


def test_long_and_hostile_texts_are_read_without_trouble() -> None:
    assert "script" in tokens("<script>]]>" * 3 + "[b]")
    assert 20_000 == len(tokens("x " * 20_000))
    assert "" == head("🌳 !!", default()).word


@pytest.mark.parametrize(
    ("text", "word", "lists"),
    [
        ("Meningkatnya mutu", "meningkatnya", {"hasil"}),
        ("1. Tersedianya air", "tersedianya", {"keluaran"}),
        ("Terpenuhinya kebutuhan", "terpenuhinya", {"hasil", "keluaran"}),
        ("Meningkatkan mutu", "meningkatkan", {"aktif"}),
        ("Bimbingan teknis operator", "bimbingan teknis", {"nominal"}),
        ("Rata-rata lama sekolah", "rata rata", {"ukur"}),
        ("Terlaksanannya pelatihan", "terlaksananya", {"keluaran"}),
        ("Terbatasnya sarana", "terbatasnya", {"masalah"}),
        ("Mebel ruang kelas", "mebel", set()),
    ],
)
def test_head_is_found_with_its_lists_and_right_spelling(text: str, word: str, lists: set[str]) -> None:
    found = head(text, default())
    assert (word, lists) == (found.word, set(found.lists))


def test_content_leaves_out_stop_words_and_the_verb_but_keeps_a_noun_at_the_head() -> None:
    lexicon = default()
    assert {"kualitas", "pelayanan", "desa"} == content("Meningkatnya kualitas pelayanan di desa", lexicon)
    assert {"pembinaan", "koperasi"} == content("Pembinaan Koperasi", lexicon)


def test_content_reads_short_forms_as_the_glossary_says_unless_told_otherwise() -> None:
    lexicon = default()
    assert {"pelayanan", "administrasi", "kependudukan"} == content("Terlaksananya pelayanan Adminduk", lexicon)
    assert {"pelayanan", "adminduk"} == content("Terlaksananya pelayanan Adminduk", lexicon, synonyms=False)
    assert content("Tersedianya database penduduk", lexicon) == content("Tersedianya data base penduduk", lexicon)


def test_the_longest_phrase_of_the_glossary_wins_and_results_are_not_read_again() -> None:
    own = extend(default(), {"glosarium": {"uji coba": "x", "uji coba besar": "y", "x": "z"}})
    assert ("y", "x") == expand(("uji", "coba", "besar", "uji", "coba"), own)


def test_jaccard_counts_common_words() -> None:
    assert 0.5 == jaccard(frozenset("ab"), frozenset("abcd"))
    assert 0.0 == jaccard(frozenset(), frozenset())


def test_contains_finds_whole_words_and_passes_over_allowed_phrases() -> None:
    assert "guna" == contains("Meningkatnya mutu guna kemajuan", ["guna"], ["tata guna"])
    assert "" == contains("Tertibnya tata guna lahan", ["guna"], ["tata guna"])
    assert "" == contains("Meningkatnya kegunaan", ["guna"])
    assert "sub kegiatan" == contains("Capaian sub kegiatan", ["kegiatan", "sub kegiatan"])


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Masih rendahnya mutu layanan", "Meningkatnya mutu layanan"),
        ("masih  rendahnya mutu", "meningkatnya mutu"),
        ("MASIH TINGGINYA ANGKA STUNTING", "MENURUNNYA ANGKA STUNTING"),
        ("Menyediakan benih padi", "Tersedianya benih padi"),
        ("Peningkatan mutu jalan", "Meningkatnya mutu jalan"),
        ("Terlaksananya pelatihan", ""),
        ("Rendahnya", ""),
        ("", ""),
    ],
)
def test_an_opening_is_turned_into_a_result_where_it_is_known_how(text: str, better: str) -> None:
    assert turned(text, default()) == better


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mengentaskan kemiskinan", "aktif"),
        ("Merevitalisasi pasar", "aktif"),
        ("Mempermudah izin", "aktif"),
        ("Ditertibkannya pasar", "keluaran"),
        ("Ketidaktertiban arsip", "masalah"),
        ("Pengarsipan surat", "nominal"),
    ],
)
def test_a_head_that_no_list_names_is_read_by_its_form(text: str, name: str) -> None:
    assert frozenset({name}) == head(text, default()).lists


@pytest.mark.parametrize(
    "text", ["Media lokal tumbuh", "Mekanisme aduan jalan", "Disiplinnya warga", "Perempuan berdaya", "Pelayanan prima"]
)
def test_words_of_that_form_that_are_something_else_are_in_no_list(text: str) -> None:
    assert frozenset() == head(text, default()).lists
