"""The contrast rule and the search for candidates."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.model.lexicon import default, extend
from pohon.model.likeness import Likeness, Names, compare, measure, similar_pairs
from pohon.model.wording import jaccard

_PAIRS = [
    ("Meningkatnya sarana sekolah", "Tersedianya sarana sekolah", Likeness.RESTATED),
    (
        "Terlaksananya pencatatan peristiwa penting",
        "Terlaksananya pencatatan peristiwa kependudukan",
        Likeness.DIFFERENT,
    ),
    ("Terlaksananya pelatihan bidan", "Terlaksananya pelatihan perawat", Likeness.DIFFERENT),
    ("Terbitnya akta pengangkatan anak", "Terbitnya akta pengakuan anak", Likeness.DIFFERENT),
    ("Meningkatnya keselamatan pelayaran", "Meningkatnya keselamatan pelayanan", Likeness.DIFFERENT),
    ("Meningkatnya kualitas desa wisata", "Meningkatnya kualitas kelurahan wisata", Likeness.DIFFERENT),
    ("Meningkatnya jumlah penduduk miskin", "Meningkatnya kependudukan miskin", Likeness.DIFFERENT),
    ("Meningkatnya mutu penyuluhan pertanian", "Meningkatnya mutu penyuluhan pertaniann", Likeness.SAME),
    ("Terlaksananya bimtek operator irigasi", "Terlaksananya Bimbingan Teknis Operator Irigasi", Likeness.SAME),
    ("Meningkatnya cakupan imunisasi balita", "Meningkatnya imunisasi balita", Likeness.SAME),
    ("Persentase cakupan rumah layak huni", "Persentase tingkat rumah layak huni", Likeness.SAME),
    ("Rata-rata persentase rumah layak huni", "Persentase rumah layak huni", Likeness.SAME),
    ("IKM layanan perizinan", "Nilai Indeks Kepuasan Masyarakat terhadap layanan perizinan", Likeness.SAME),
    ("Jumlah rumah layak huni", "Persentase rumah layak huni", Likeness.RESTATED),
    (
        "Meningkatnya mutu pelayanan administrasi kependudukan",
        "Meningkatnya mutu pelayanan pendaftaran penduduk dan pencatatan sipil",
        Likeness.SAME,
    ),
    (
        "Meningkatnya mutu pelayanan administrasi kependudukan",
        "Meningkatnya mutu pelayanan pendaftaran penduduk",
        Likeness.DIFFERENT,
    ),
    (
        "Terlaksananya fasilitasi pengelolaan arsip dinamis daerah kepulauan",
        "Terlaksananya pengelolaan arsip dinamis daerah kepulauan",
        Likeness.NEAR,
    ),
    ("Meningkatnya", "Meningkatnya", Likeness.DIFFERENT),
    ("", "", Likeness.DIFFERENT),
]


@pytest.mark.parametrize(("one", "two", "verdict"), _PAIRS)
def test_pairs_are_judged_by_what_is_left_on_each_side_either_way_round(one: str, two: str, verdict: Likeness) -> None:
    assert (verdict, verdict) == (compare(one, two, default()), compare(two, one, default()))


def test_the_own_region_does_not_make_a_difference_when_passed_over() -> None:
    one, two = "Persentase jalan mantap Kabupaten Mekar Sari Raya", "Persentase jalan mantap"
    assert Likeness.DIFFERENT is compare(one, two, default())
    assert Likeness.SAME is compare(one, two, default(), passed_over=frozenset({"kabupaten", "mekar", "sari", "raya"}))


def test_a_domain_pack_of_the_office_joins_its_own_parts() -> None:
    one, two = "Meningkatnya hasil perikanan", "Meningkatnya hasil tangkap laut dan budi daya"
    own = extend(default(), {"gabungan": {"perikanan": ["tangkap laut", "budi daya"]}})
    assert (Likeness.DIFFERENT, Likeness.SAME) == (compare(one, two, default()), compare(one, two, own))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Persentase jumlah data", "persentase"),
        ("Cakupan imunisasi", "persentase"),
        ("Nilai SAKIP", "nilai"),
        ("Jumlah desa", "jumlah"),
        ("Meningkatnya mutu", ""),
    ],
)
def test_measure_is_the_telling_one_of_doubled_measures(text: str, found: str) -> None:
    assert found == measure(text, default())


_WORDS = st.sampled_from(
    ["air", "jalan", "desa", "guru", "padi", "ikan", "pasar", "hutan", "sapi", "benih", "kualitas", "pelayanan"]
)
_TEXT = st.lists(_WORDS, min_size=1, max_size=6).map(lambda words: "Meningkatnya " + " ".join(words))


@settings(max_examples=100, deadline=None)
@given(st.lists(_TEXT, max_size=12))
def test_no_same_pair_escapes_the_candidates(texts: list[str]) -> None:
    lexicon = default()
    pairs = list(similar_pairs(texts, lexicon))
    assert pairs == sorted(set(pairs))
    assert all(first < second for first, second in pairs)
    partners: dict[int, int] = {}
    for first, second in pairs:
        partners.setdefault(second, first)
    for second, text in enumerate(texts):
        for first in range(second):
            if tuple(sorted(set(texts[first].split()))) == tuple(sorted(set(text.split()))):
                assert second in partners


def test_copies_stay_linear_and_five_thousand_statements_are_no_burden() -> None:
    copies = ["Meningkatnya kualitas jalan desa"] * 5_000
    assert 4_999 == sum(1 for _ in similar_pairs(copies, default()))
    numbered = [f"Meningkatnya kualitas jalan desa {number}" for number in range(5_000)]
    assert 60_000 > sum(1 for _ in similar_pairs(numbered, default()))


def test_names_answer_with_the_nearest_of_at_least_the_threshold() -> None:
    names = Names([frozenset("abcd"), frozenset("abcde"), frozenset("xyz")], 0.8)
    assert (1, 1.0) == names.nearest(frozenset("abcde"))
    assert (0, 0.8) == names.nearest(frozenset("abcdf"))
    assert names.nearest(frozenset("abq")) is None
    assert names.nearest(frozenset()) is None
    assert Names([], 0.8).nearest(frozenset("a")) is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Persentase warga yang dilayani puskesmas", "Persentase pelayanan warga puskesmas"),
        ("Meningkatnya kompetensi pengelola arsip", "Meningkatnya kompetensi pengelolaan arsip"),
    ],
)
def test_words_of_one_root_are_one_word(one: str, two: str) -> None:
    assert Likeness.SAME is compare(one, two, default())


def test_every_set_that_reaches_the_threshold_is_found_nearest_first() -> None:
    random = Random(7)
    sets = list(dict.fromkeys(frozenset(random.choices("abcdefghij", k=random.randint(1, 8))) for _ in range(150)))
    names = Names(sets, 0.8)
    for words in sets:
        near = [(-jaccard(words, other), at) for at, other in enumerate(sets) if jaccard(words, other) >= 0.8]
        assert names.reaching(words) == [at for _, at in sorted(near)]
    assert names.reaching(frozenset("xy")) == []
