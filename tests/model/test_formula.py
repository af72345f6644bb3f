"""Formulas: `hitung` is exact and refuses everything that is not arithmetic; printed formulas are read for their parts."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.errors import PohonError
from pohon.model import formula
from pohon.model.formula import FormulaError
from pohon.model.number import format_angka

COVERAGE = (
    ("kk", "99,85%"), ("ktp", "98,21%"), ("lahir", "99,03%"), ("nikah", "55,85%"), ("mati", "100 %;"), ("cerai", "100%"),
)  # fmt: skip

ARITHMETIC = [
    # hitung, variabel, decimals, written
    ("selesai / sasaran * 100", (("selesai", "76.226 Layanan"), ("sasaran", "78.000 Layanan")), 2, "97,73"),
    ("rata(kk, ktp, lahir, nikah, mati, cerai)", COVERAGE, 2, "92,16"),
    ("jumlah(kk, ktp, lahir, nikah, mati, cerai) / 6", COVERAGE, 2, "92,16"),
    ("skm x 25", (("skm", "3,2530"),), 2, "81,33"),
    ("skm x 100", (("skm", "3,2530"),), 1, "325,3"),
    ("a + b + c + d", (("a", "25,50"), ("b", "24,00"), ("c", "11,85"), ("d", "19,75")), None, "81,10"),
    ("(21/37) x 100", (), 4, "56,7568"),
    ("a + b", (("a", "6.800"), ("b", "98,50")), None, "6.898,50"),
    ("a + b", (("a", "0,1"), ("b", "0,2")), None, "0,3"),
    ("-a + 5", (("a", "-5"),), None, "10"),
    ("maks(a, b) − min(a, b)", (("a", "2"), ("b", "9")), None, "7"),
    ("a × b ÷ 2", (("a", "3"), ("b", "5")), None, "7,5"),
    ("bulat(a)", (("a", "2,5"),), None, "3"),
    ("bulat(a, 1)", (("a", "81,25"),), None, "81,3"),
    ("x * X", (("x", "2"), ("X", "3")), None, "6"),
    ("in + is", (("in", "1"), ("is", "2")), None, "3"),
    ("007 + 1", (), None, "8"),
]

REFUSED = [
    # hitung, what the message names
    ("", "kosong"),
    ("a +", "tidak lengkap"),
    ("a b", "tidak lengkap"),
    ("(a", "tidak lengkap"),
    ("2 */ 3", "tidak lengkap"),
    ("98,5", "`variabel`"),
    ("rata(98,5)", "`variabel`"),
    ("6.800 / 2", "`variabel`"),
    ("a, b", "Koma"),
    ("rata", "fungsi"),
    ("rata()", "belum berisi"),
    ("bulat(a, b, c)", "`bulat`"),
    ("pangkat(a)", "`pangkat` tidak dikenal"),
    ("2(a + b)", "Tanda hitung"),
    ("jumlah(a)(b)", "Tanda hitung"),
    ("a ** 2", "Pangkat"),
    ("a* *2", "Pangkat"),
    ("a // 2", "//"),
    ("1e999999", "tidak lengkap"),
    ("0x10", "tidak lengkap"),
    ("1_000", "tidak lengkap"),
    ("1j", "tidak lengkap"),
    ("9" * 19, "terlalu panjang"),
    ("a" * 2001, "terlalu panjang"),
    ("+".join("a" * 200), "terlalu panjang"),
    ("(" * 21 + "a" + ")" * 21, "terlalu rumit"),
    ("---a", "terlalu rumit"),
    ("a.real", "“.”"),
    ("__import__('os').system('id')", "“'”"),
    ("open(a)", "`open` tidak dikenal"),
    ("[a for a in b]", "“[”"),
    ("{a}", "“{”"),
    ("lambda: 1", "“:”"),
    ("a if b else c", "tidak lengkap"),
    ("a < b", "“<”"),
    ("a == b", "“=”"),
    ("rata(*a)", "tidak dikenal"),
    ("rata(a=1)", "“=”"),
    ("(a := 1)", "“:”"),
    ("a @ b", "“@”"),
    ("a % b", "“%”"),
    ("é", "“é”"),
    ("\N{FULLWIDTH DIGIT ONE}", "tidak dikenal"),
    ("a\0b", "tidak dikenal"),
    ("\u202ea", "tidak dikenal"),
]

UNCOMPUTABLE = [
    # hitung, variabel, what the message names
    ("a / b", (("a", "1"), ("b", "0")), "Pembagi bernilai nol"),
    ("a / (b - b)", (("a", "1"), ("b", "5")), "Pembagi bernilai nol"),
    ("a + b", (("a", "1"),), "Nama `b` belum ada"),
    ("a", (("a", "6,800"),), "6,8 atau 6.800"),
    ("a", (("a", "0-18"),), "rentang"),
    ("a", (("a", "B (Baik)"),), "bukan angka"),
    ("a", (("a", ""),), "Tidak ada angka"),
    ("bulat(a, 99)", (("a", "1"),), "0 sampai 10"),
    ("bulat(a, b)", (("a", "1"), ("b", "0,5")), "0 sampai 10"),
    ("*".join(["a"] * 4), (("a", "9" * 20),), "terlalu besar"),
    ("bulat(" + "*".join(["a"] * 4) + ")", (("a", "9" * 20),), "tidak punya hasil"),
]

PRINTED = [
    # rumus, pembilang, penyebut, faktor, operators
    (
        r"$\frac{\text{Pengguna KTP-el}}{\text{Jumlah Penduduk Wajib KTP}} \times 100\%$",
        "Pengguna KTP-el", "Jumlah Penduduk Wajib KTP", "100", "bagi kali",
    ),
    (
        r"Akta yaitu : Kelahiran, Kematian. $\dfrac{\sum \text{Penduduk berakta}}{\text{Penduduk wajib}} \times 100\%$",
        "Penduduk berakta", "Penduduk wajib", "100", "bagi kali",
    ),
    (
        "Jumlah pegawai tepat waktu dibagi jumlah pegawai keseluruhan dikali 100%",
        "Jumlah pegawai tepat waktu", "jumlah pegawai keseluruhan", "100", "bagi kali",
    ),
    (
        "Jumlah KTP-el tercetak di bagi jumlah wajib KTP di kali 100 persen",
        "Jumlah KTP-el tercetak", "jumlah wajib KTP", "100", "bagi kali",
    ),
    (
        "Jumlah KIA terbit tepat waktu pada tahun 2019 dibagi KIA yang didaftarkan",
        "Jumlah KIA terbit tepat waktu pada tahun 2019", "KIA yang didaftarkan", "", "bagi",
    ),
    (
        "SKM = Total dari Nilai Persepsi Per Unsur X 100\n        Total Unsur yang Terisi",
        "Total dari Nilai Persepsi Per Unsur", "Total Unsur yang Terisi", "100", "bagi kali",
    ),
    (
        "Cakupan KK ditambah Cakupan KTP dibagi dua dikali seratus persen",
        "Cakupan KK ditambah Cakupan KTP", "dua", "100", "bagi kali tambah",
    ),
    ("(a/b) x 100", "a", "b", "100", "bagi kali"),
    ("(Cakupan KK + Cakupan KTP) / 2 x 100%", "Cakupan KK + Cakupan KTP", "2", "100", "bagi kali tambah"),
    ("Penduduk berakta / Penduduk wajib x 100%", "Penduduk berakta", "Penduduk wajib", "100", "bagi kali"),
    ("guru tetap : murid x 1.000", "guru tetap", "murid", "1000", "bagi kali"),
    ("((A + B) / C) * 100%", "A + B", "C", "100", "bagi kali tambah"),
    ("100% x (Jumlah A / Jumlah B)", "Jumlah A", "Jumlah B", "100", "bagi kali"),
    ("Jumlah kasus dicetak/wajib lapor x 100", "Jumlah kasus dicetak", "wajib lapor", "100", "bagi kali"),
    ("Kematian ibu / jumlah kelahiran hidup × 100.000", "Kematian ibu", "jumlah kelahiran hidup", "100000", "bagi kali"),
    ("Realisasi terhadap target", "Realisasi", "target", "", "bagi terhadap"),
    ("Perbandingan antara guru dan murid", "guru", "murid", "", "bagi terhadap"),
    (
        "(jumlah kini - jumlah lalu) / jumlah lalu x 100%",
        "jumlah kini - jumlah lalu", "jumlah lalu", "100", "bagi kali selisih",
    ),
    ("Nilai SAKIP = Perencanaan+Pengukuran +Evaluasi X 100%", "", "", "100", "kali tambah"),
    ("Jumlah lahir dikurangi jumlah mati", "", "", "", "kurang"),
    ("Rata-rata nilai survei", "", "", "", "rata"),
    ("Kepuasan masyarakat terhadap layanan", "", "", "", "terhadap"),
    ("Jumlah layanan legalisir dalam satu tahun", "", "", "", ""),
    ("Surat Permohonan Kerja Sama OPD/Lembaga Pengguna", "", "", "", ""),
    ("Jumlah KTP / KK yang dicetak", "", "", "", ""),
    ("Jumlah buku di Dinas X", "", "", "", ""),
    ("Rapat 3 kali setahun", "", "", "", ""),
    ("Jumlah akta* yang terbit", "", "", "", ""),
    (r"\frac{a", "", "", "", ""),
    ("", "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("hitung", "variabel", "decimals", "written"), ARITHMETIC)
def test_figures_as_printed_give_the_exact_result(hitung, variabel, decimals, written):
    assert written == format_angka(formula.compute(hitung, variabel), decimals)


@pytest.mark.parametrize(("hitung", "named"), REFUSED, ids=lambda text: repr(text)[:30])
def test_what_is_not_arithmetic_is_refused_with_its_cause(hitung, named):
    with pytest.raises(FormulaError) as caught:
        formula.parse(hitung)
    assert named in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(("hitung", "variabel", "named"), UNCOMPUTABLE)
def test_what_has_no_sure_result_is_refused_with_its_cause(hitung, variabel, named):
    with pytest.raises(FormulaError) as caught:
        formula.compute(hitung, variabel)
    assert named in str(caught.value)


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "1e999999", "1e-999999"])
def test_values_of_no_ordinary_size_are_refused(value):
    with pytest.raises(FormulaError, match="Nilai `a`"):
        formula.parse("a * 2").evaluate({"a": Decimal(value)})


def test_a_formula_error_is_an_error_for_users():
    assert issubclass(FormulaError, PohonError)


def test_names_stand_in_order_of_appearance_without_functions():
    assert ("b", "a") == formula.parse("rata(b, a, b) x 100").names


def test_variables_that_are_not_used_may_be_anything():
    assert Decimal(1) == formula.compute("a", (("a", "1"), ("keterangan", "B (Baik)")))


def test_formulas_of_one_text_are_equal():
    assert formula.parse("a + 1") == formula.parse("a + 1")


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=20))
def test_the_mean_times_the_count_is_the_sum(numbers):
    values = {f"v{index}": number for index, number in enumerate(numbers)}
    names = ", ".join(values)
    assert sum(numbers) == formula.parse(f"bulat(rata({names}) * {len(numbers)}, 2)").evaluate(values)


TOKENS = st.sampled_from(
    ["a", "b", "12", "0", "+", "-", "*", "/", "(", ")", ",", " ", "rata", "bulat", "x", "if", ".", "'", "e9", "**"]
)


@settings(max_examples=300)
@given(st.text(max_size=60) | st.lists(TOKENS, max_size=20).map("".join) | st.lists(TOKENS, max_size=20).map(" ".join))
def test_any_text_gives_a_value_or_a_message_of_ours(hitung):
    try:
        read = formula.parse(hitung)
        result = read.evaluate(dict.fromkeys(read.names, Decimal(7)))
    except FormulaError:
        return
    assert result.is_finite()


@pytest.mark.parametrize(("text", "above", "below", "factor", "operators"), PRINTED)
def test_printed_formulas_are_read_for_their_parts(text, above, below, factor, operators):
    read = formula.read_rumus(text)
    assert (above, below, factor) == (read.pembilang, read.penyebut, read.faktor)
    assert frozenset(operators.split()) == read.operator
    assert bool(below) == read.ada_pembagian == formula.looks_like_division(text)
    assert ("100" == factor) == read.dikali_seratus


def test_weak_signs_are_no_operators():
    texts = ("Rata-rata nilai survei", "Kepuasan masyarakat terhadap layanan", "Layanan - akta")
    assert [False, False, False] == [formula.read_rumus(text).ada_operator for text in texts]


def test_a_fraction_whose_bar_is_lost_is_seen_from_its_two_lines():
    read = formula.read_rumus("Jumlah layanan tepat waktu\n\n\nJumlah hasil layanan yang ditargetkan")
    assert (True, "Jumlah layanan tepat waktu") == (read.bertumpuk, read.pembilang)


def test_two_lines_that_are_no_fraction_stay_prose():
    assert not formula.looks_like_division("Jumlah layanan tepat waktu\nSumber: laporan bulanan")


def test_latex_is_taken_out_of_the_text():
    assert "( A) ÷ (B) × 100%" == " ".join(formula.read_rumus(r"$\frac{\sum A}{B} \times 100\%$").teks.split()).replace(
        "Σ ", ""
    )


def test_a_foreign_currency_keeps_its_sign():
    assert "Nilai ekspor dalam US$" == formula.read_rumus(r"Nilai ekspor dalam US\$").teks


PIECES = st.sampled_from(
    [
        "jumlah ",
        "A",
        " dibagi ",
        " / ",
        "/",
        "(",
        ")",
        r"\frac",
        "{",
        "}",
        " x 100",
        "%",
        "$",
        "\n",
        " = ",
        "÷",
        "*",
        "1.0",
    ]
)


@settings(max_examples=300)
@given(st.text(max_size=300) | st.lists(PIECES, max_size=30).map("".join))
def test_no_printed_formula_raises(text):
    read = formula.read_rumus(text)
    assert read.ada_pembagian == ("bagi" in read.operator)
    assert "\n" not in read.teks
    if not read.ada_pembagian:
        assert ("", "") == (read.pembilang, read.penyebut)


@pytest.mark.parametrize(
    "unit", ["(", ")", r"\frac{", r"\frac{a}{b}", "jumlah / ", "1.", "perbandingan ", "a = ", "\n"]
)
def test_only_the_beginning_of_a_long_text_is_read(unit):
    assert len(formula.read_rumus(unit * 1_000_000).teks) <= 3 * 5000
