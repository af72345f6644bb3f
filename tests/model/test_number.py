"""Figures: the forms of Indonesian offices are read with a verdict, and what is written is read back."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.model import number
from pohon.model.number import Notation, Verdict
from pohon.model.planning import CodeLevel, Program

CERTAIN = [
    # printed, value, unit, notation
    ("6.800", "6800", "", Notation.INDONESIA),
    ("76.226", "76226", "", Notation.INDONESIA),
    ("5.581.884.078", "5581884078", "", Notation.INDONESIA),
    ("98,50%", "98.50", "%", Notation.INDONESIA),
    ("92,16 %", "92.16", "%", Notation.INDONESIA),
    ("93%", "93", "%", Notation.POLOS),
    ("100 %;", "100", "%", Notation.POLOS),
    ("100 persen", "100", "%", Notation.POLOS),
    ("81.33", "81.33", "", Notation.ASING),
    ("0.70", "0.70", "", Notation.ASING),
    ("0,70", "0.70", "", Notation.INDONESIA),
    ("0.123", "0.123", "", Notation.ASING),
    ("0,123", "0.123", "", Notation.INDONESIA),
    ("1234,567", "1234.567", "", Notation.INDONESIA),
    ("1234.567", "1234.567", "", Notation.ASING),
    ("1.234,567", "1234.567", "", Notation.INDONESIA),
    ("1,234.50", "1234.50", "", Notation.ASING),
    ("437,531,700", "437531700", "", Notation.ASING),
    ("437,531,700,-", "437531700", "", Notation.ASING),
    ("437,531,-", "437531", "", Notation.ASING),
    ("Rp 5.581.884.078,-", "5581884078", "Rp", Notation.INDONESIA),
    ("Rp   5.581.884.078,-", "5581884078", "Rp", Notation.INDONESIA),
    ("Rp.    451,365,200,-", "451365200", "Rp", Notation.ASING),
    ("Rp1.234,00", "1234.00", "Rp", Notation.INDONESIA),
    ("Rp5.000.-", "5000", "Rp", Notation.INDONESIA),
    ("Rp50.000.000 (lima puluh juta rupiah)", "50000000", "Rp", Notation.INDONESIA),
    ("5.000 Rupiah", "5000", "Rp", Notation.INDONESIA),
    ("IDR 5.000", "5000", "Rp", Notation.INDONESIA),
    ("Rp 1,2 miliar", "1200000000", "Rp", Notation.INDONESIA),
    ("1,5 juta orang", "1500000", "orang", Notation.INDONESIA),
    ("US$ 2.913.544", "2913544", "US$", Notation.INDONESIA),
    (r"US\$ 2.913.544", "2913544", "US$", Notation.INDONESIA),
    ("15 OPD", "15", "OPD", Notation.POLOS),
    ("11 Kecamatan", "11", "Kecamatan", Notation.POLOS),
    ("15 OPD/Lembaga Pengguna", "15", "OPD/Lembaga Pengguna", Notation.POLOS),
    ("76.226 Layanan;", "76226", "Layanan", Notation.INDONESIA),
    ("5 (lima) dokumen", "5", "dokumen", Notation.POLOS),
    ("305/100.000 KH", "305", "/100.000 KH", Notation.POLOS),
    ("12 per 1.000 penduduk", "12", "per 1.000 penduduk", Notation.POLOS),
    ("3 m2", "3", "m2", Notation.POLOS),
    ("81,33 (B)", "81.33", "", Notation.INDONESIA),
    ("98,50*)", "98.50", "", Notation.INDONESIA),
    ("-5", "-5", "", Notation.POLOS),
    ("−5,2", "-5.2", "", Notation.INDONESIA),
    ("minus 2,5 %", "-2.5", "%", Notation.INDONESIA),
    ("-Rp5.000,-", "-5000", "Rp", Notation.INDONESIA),
    ("Rp -5.000", "-5000", "Rp", Notation.INDONESIA),
    ("NIHIL", "0", "", Notation.POLOS),
    ("Nihil temuan", "0", "temuan", Notation.POLOS),
    ("98\u00a0%", "98", "%", Notation.POLOS),
    ("98\u2009%", "98", "%", Notation.POLOS),
    ("Rp\u00a05.000", "5000", "Rp", Notation.INDONESIA),
    ("5\u202f581\u202f884", "5581884", "", Notation.ASING),
    ("5\u202f581,25", "5581.25", "", Notation.INDONESIA),
    ("\u200e98,5\u200f", "98.5", "", Notation.INDONESIA),
    ("９８，５０％", "98.50", "%", Notation.INDONESIA),
]

AMBIGUOUS = [
    # printed, by Indonesian convention, second possible value
    ("6,800", "6.8", "6800"),
    ("3,253", "3.253", "3253"),
    ("437,531", "437.531", "437531"),
    ("Rp 437.531,700", "437531.7", "437531700"),
    ("98.500 %", "98500", "98.5"),
    ("Rp 5,58 M", "5580000000", "5580000"),
    ("(2,5)", "-2.5", "2.5"),
]

RANGES = [
    ("0-18", "0", "18", ""),
    ("0–18 tahun", "0", "18", "tahun"),
    ("98,5 s.d. 99 %", "98.5", "99", "%"),
    ("98% - 100%", "98", "100", "%"),
    ("1 sampai dengan 3 dokumen", "1", "3", "dokumen"),
]

BOUNDS = [
    ("≤ 5", "<=", "5"),
    ("<5", "<", "5"),
    (">= 90,5", ">=", "90.5"),
    ("minimal 80%", ">=", "80"),
    ("Maks. 3 hari", "<=", "3"),
    ("lebih dari 2", ">", "2"),
]

INVALID = [
    "1.23.4", "1.2345.678", "1,23,4", "1..2", "1,,2", "0.123.456", "437.531,700,-", "12.345.67,00", ".5", ",5",
    "76.226 / 78.000", "12/05/2024", "6 800", "12 bulan 6 hari", "5½", "10²", "1e5", "0x10", "1_000", "18-0",
    "2.12.02.2.01.0003", "9" * 25, "1.000-6,800", "9" * 1_000_000,
]  # fmt: skip

NOT_FIGURES = [
    "", "   ", "-", "—", "...", "B (Baik)", "A/BB/B", "WTP", "Rp", "Rp -", "n/a", "Tahun 2024", "2 Januari 2019",
    "17 Agust. 2024", "1. Jumlah layanan yang terselesaikan", "2) Cakupan", "<script>alert(1)</script>", "½",
    "Jumlah 5 dokumen", "a" * 1_000_000,
]  # fmt: skip

RUPIAH = [
    ("Rp5.581.884.078,-", 5581884078),
    ("Rp 437,531,700,-", 437531700),
    ("Rp. 451,365,200,-", 451365200),
    ("437.531.700", 437531700),
    ("114060000", 114060000),
    ("Rp1.234,00", 1234),
    ("Rp 1,2 miliar", 1200000000),
    ("Rp0,-", 0),
    ("-Rp5.000,-", -5000),
    ("Rp 437,531", None),
    ("Rp 81,33", None),
    ("437.531,700,-", None),
    ("US$ 2.913.544", None),
    ("98 %", None),
    ("15 OPD", None),
    ("Rp 50.000/hari", None),
    ("≤ Rp5.000", None),
    ("Rp5.000 - Rp6.000", None),
    ("Rp 5 M", None),
    ("", None),
    ("menunggu DPA", None),
]


@pytest.mark.parametrize(("text", "value", "unit", "notation"), CERTAIN)
def test_a_sure_figure_has_value_unit_and_notation(text, value, unit, notation):
    reading = number.parse(text)
    assert (Verdict.CERTAIN, Decimal(value), unit, notation) == (
        reading.verdict,
        reading.value,
        reading.unit,
        reading.notation,
    )
    assert reading.value == reading.sure


@pytest.mark.parametrize(("text", "value", "other"), AMBIGUOUS)
def test_an_ambiguous_figure_gives_both_values_and_no_sure_one(text, value, other):
    reading = number.parse(text)
    assert (Verdict.AMBIGUOUS, Decimal(value), Decimal(other)) == (reading.verdict, reading.value, reading.other)
    assert reading.sure is None
    assert reading.explanation


@pytest.mark.parametrize(("text", "lower", "upper", "unit"), RANGES)
def test_a_range_gives_both_ends(text, lower, upper, unit):
    reading = number.parse(text)
    assert (Verdict.RANGE, Decimal(lower), Decimal(upper), unit) == (
        reading.verdict,
        reading.value,
        reading.upper,
        reading.unit,
    )
    assert reading.sure is None


@pytest.mark.parametrize(("text", "bound", "value"), BOUNDS)
def test_a_bound_is_kept_beside_the_value(text, bound, value):
    reading = number.parse(text)
    assert (Verdict.CERTAIN, bound, Decimal(value)) == (reading.verdict, reading.bound, reading.value)


@pytest.mark.parametrize("text", INVALID, ids=lambda text: text[:30])
def test_a_misshapen_figure_is_invalid_with_an_explanation(text):
    reading = number.parse(text)
    assert (Verdict.INVALID, None) == (reading.verdict, reading.value)
    assert reading.explanation.endswith(".")


@pytest.mark.parametrize("text", NOT_FIGURES, ids=lambda text: text[:30])
def test_words_dates_and_empty_cells_are_not_figures(text):
    assert (Verdict.NONE, None) == (number.parse(text).verdict, number.parse(text).value)


def test_the_note_in_brackets_is_kept():
    assert "B" == number.parse("81,33 (B)").note


def test_the_unit_of_the_column_serves_where_the_cell_has_none():
    assert "%" == number.parse("98,5", satuan="%").unit
    assert "OPD" == number.parse("15 OPD", satuan="%").unit
    assert Verdict.AMBIGUOUS is number.parse("98.500", satuan="%").verdict


def test_foreign_notation_is_named_with_the_indonesian_spelling():
    assert number.parse("81.33").explanation.endswith("ditulis 81,33.")


def test_an_ambiguous_figure_names_both_readings():
    assert "6,8 atau 6.800" in number.parse("6,800").explanation


@pytest.mark.parametrize("text", ["6,800", "3,253", "437,531", "-3,253 %", "98.500 %", "Rp 437.531,700"])
def test_both_spellings_that_are_advised_are_read_for_sure(text):
    reading = number.parse(text)
    advised = reading.explanation.removesuffix(".").partition("tulis ")[2].split(" atau ")
    sign = f"{reading.unit} " if reading.unit == "Rp" else ""
    read = [number.parse(f"{sign}{spelling} {reading.unit.removeprefix('Rp')}").sure for spelling in advised]
    assert [reading.value, reading.other] == read


def test_decimals_are_counted_as_written():
    assert [2, 0, 0, 5] == [number.parse(text).decimals for text in ("98,50", "6.800", "B", "0,12345")]


@pytest.mark.parametrize(("text", "amount"), RUPIAH)
def test_rupiah_is_read_only_from_a_sure_whole_amount(text, amount):
    assert amount == number.parse_rupiah(text)


def test_a_program_sums_amounts_of_both_notations():
    rows = ("Rp   5.581.884.078,-", "437,531,700,-", "458,091,635,-", "114,060,000,-", "Rp.    451,365,200,-")
    parts = tuple(Program(level=CodeLevel.KEGIATAN, nama="x", anggaran=text) for text in rows)
    assert 7_042_932_613 == Program(level=CodeLevel.PROGRAM, nama="y", isi=parts).rupiah


def test_a_program_with_a_doubtful_amount_below_has_no_sum():
    parts = tuple(Program(level=CodeLevel.KEGIATAN, nama="x", anggaran=text) for text in ("Rp5.000", "6,800"))
    assert Program(level=CodeLevel.PROGRAM, nama="y", isi=parts).rupiah is None


def test_rounding_is_half_away_from_zero_as_offices_round():
    assert ["81,33", "97,73", "-0,5", "0", "100,00"] == [
        number.format_angka(Decimal("3.253") * 25, 2),
        number.format_angka(Decimal(76226) / Decimal(78000) * 100, 2),
        number.format_angka(Decimal("-0.45"), 1),
        number.format_angka(Decimal("-0.2"), 0),
        number.format_angka(100, 2),
    ]


def test_percent_and_rupiah_are_written_as_on_forms():
    assert "92,16%" == number.format_persen(Decimal("92.1567"), 2)
    assert ["Rp5.581.884.078,-", "Rp0,-", "-Rp5.000,-"] == [
        number.format_rupiah(amount) for amount in (5581884078, 0, -5000)
    ]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999999"])
def test_what_is_no_printable_figure_is_refused(value):
    with pytest.raises(ValueError, match="bukan angka"):
        number.format_angka(Decimal(value))


@given(st.decimals(-(10**15), 10**15, places=2) | st.integers(-(10**20), 10**20).map(Decimal))
def test_a_written_figure_is_read_back_for_sure(value):
    reading = number.parse(number.format_angka(value))
    assert (Verdict.CERTAIN, value) == (reading.verdict, reading.value)


@given(st.decimals(-(10**12), 10**12, places=3))
def test_three_decimals_are_read_back_by_the_indonesian_convention(value):
    assert value == number.parse(number.format_angka(value)).value


@given(st.decimals(-(10**6), 10**6, places=2))
def test_a_written_percentage_is_read_back(value):
    reading = number.parse(number.format_persen(value))
    assert (value, "%") == (reading.sure, reading.unit)


@given(st.integers(-(10**20), 10**20))
def test_a_written_amount_is_read_back(amount):
    assert amount == number.parse_rupiah(number.format_rupiah(amount))


DOCUMENTED = re.findall(
    r"^\| `([^`]+)` \| ([a-z ]+) \|([^|]*)\|(?:([^|]*)\|)?$",
    (Path(__file__).parents[2] / "docs" / "angka.md").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("text", "verdict", "value", "unit"), DOCUMENTED)
def test_the_figures_of_the_documentation_are_read_as_it_says(text, verdict, value, unit):
    reading = number.parse(text)
    assert verdict == reading.verdict
    if reading.verdict in (Verdict.CERTAIN, Verdict.RANGE):
        assert (value.strip(), unit.strip()) == (number.format_angka(reading.value), reading.unit)
    elif reading.verdict is Verdict.AMBIGUOUS:
        assert value.strip() in reading.explanation


def test_the_documentation_shows_figures_of_every_verdict():
    assert set(Verdict) == {verdict for _, verdict, _, _ in DOCUMENTED}


FIGURE_LIKE = st.text(st.sampled_from("0123456789.,-–%/ ()*RpUS$Mjutas.d.≤<=½²\u00a0\u202f\0['"), max_size=40)


@settings(max_examples=300)
@given(st.text(max_size=300) | FIGURE_LIKE)
def test_no_text_raises(text):
    reading = number.parse(text)
    assert text == reading.text
    assert (reading.value is None) == (reading.verdict in (Verdict.INVALID, Verdict.NONE))
    assert (reading.other is not None) == (reading.verdict is Verdict.AMBIGUOUS)
    assert (reading.upper is not None) == (reading.verdict is Verdict.RANGE)
    number.parse_rupiah(text)
    number.parse_tahun(text)
    number.parse_periode(text)
    number.parse_tanggal(text)


@pytest.mark.parametrize("unit", ["1", "1.", "1,", " ", "1 ", "-", "(", ".000", "per 1", "/1", "s.d. 1", "\u00a0000"])
def test_the_work_does_not_grow_with_the_text(unit):
    """A megabyte is judged from its beginning: the same verdict as a text just over the limit."""
    assert number.parse(unit * 1000).verdict is number.parse(unit * 1_000_000).verdict
    assert number.parse_tanggal(unit * 1_000_000) is None
    assert number.parse_periode(unit * 1_000_000) is None
