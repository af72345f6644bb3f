"""IKU, Renstra, SKP and the evaluator's sheets: columns, figures, links, and no score anywhere."""

import pytest

from pohon.errors import PohonError
from pohon.forms.kinds import KINDS, build, carriers
from pohon.forms.tables import Fields, missing
from pohon.forms.tree_file import parse
from pohon.forms.wanted import Wanted, figure, with_unit
from tests.build import tree as made
from tests.forms.comparing import tiles
from tests.trees.reading import TREES, example

REPAIRED = "pohon-disdukcapil-balangan-perbaikan"
NAMES = sorted(path.name.removesuffix(".pohon.yaml") for path in TREES.glob("*.pohon.yaml"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_fills_from_every_example_tree_without_gap_or_overlap(name, kind):
    year = 2025 if example(name).tahun is None else None
    form = build(example(name), kind, Wanted(year=year))
    assert form.tables()
    assert all(table.rows for table in form.tables())
    tiles(form)


def test_iku_lists_exactly_the_marked_indicators_with_their_targets():
    (table,) = build(example(REPAIRED), "iku", Wanted()).tables()
    marked = [one for node in example(REPAIRED) for one in node.indikator if one.iku]
    rows = [row for row in table.texts() if row[2]]
    assert [one.nama for one in marked] == [row[2] for row in rows]
    assert [[target.nilai for target in one.target] for one in marked] == [row[7:] for row in rows]
    assert [("1.4", "indikator")] == [
        (example(REPAIRED).number(cell.key), cell.field)
        for row in table.rows
        for cell in row.cells
        if cell and cell.missing
    ]


def test_iku_without_a_mark_says_so():
    tree = made("pohon:\n  - csf: A\n    indikator: [B]\nperiode: 2024-2025")
    form = build(tree, "iku", Wanted())
    assert form.notes
    assert "indikator" in [one.field for one in missing(form)]


def test_tc27_has_twenty_columns_for_five_years():
    table = build(example(REPAIRED), "renstra-86", Wanted(year=2025)).tables()[2]
    assert 20 == len(table.columns)
    assert ["Tujuan", "Sasaran", "Kode", "Program dan Kegiatan"] == [one.title for one in table.columns[:4]]


def test_money_of_a_row_stands_once_and_only_in_the_year_of_the_amounts():
    table = build(example(REPAIRED), "renstra-86", Wanted(year=2025)).tables()[2]
    paid = [row[7] for row in table.texts() if row[7]]
    codes = [row[2] for row in table.texts() if row[2]]
    assert len(codes) == len(paid)
    assert "415.000.000" == paid[0]
    assert {""} == {row[9] for row in table.texts()}


def test_strategy_comes_from_the_document_or_is_missing():
    tree = made(
        "pohon:\n  - outcome: A\n    sebab: [{csf: B, id: c1}]\n"
        "dokumen: {renstra: {uraian: {strategi_c1: Memperluas layanan}}}"
    )
    table = build(tree, "renstra-86", Wanted()).tables()[1]
    assert [["A", "B", "Memperluas layanan", ""]] == table.texts()
    assert "dokumen.renstra.uraian.arah_kebijakan_c1" in [
        one.field for one in missing(build(tree, "renstra-86", Wanted()))
    ]


def test_renstra_2025_has_its_six_tables_and_numbered_columns():
    form = build(example(REPAIRED), "renstra-2025", Wanted(year=2025))
    assert ["Tujuan dan sasaran", "Program", "Pendanaan", "IKU", "Prioritas", "Linearitas"] == [
        table.name for table in form.tables()
    ]
    assert all(table.numbered for table in form.tables())


def test_skp_links_every_row_to_the_result_of_the_superior():
    form = build(example(REPAIRED), "skp", Wanted(position="jf-identitas", year=2025))
    row = form.tables()[0].texts()[0]
    assert "Meningkatnya ketepatan waktu pelayanan dokumen pendaftaran penduduk" == row[1]
    assert ["Kualitas", "60,00 %", "", ""] == [row[3], *row[5:]]
    head = build(example(REPAIRED), "skp", Wanted(position="kadis", year=2025))
    assert {"-"} == {line[1] for line in head.tables()[0].texts()}


def test_skp_prints_no_name_and_all_seven_values():
    form = build(example(REPAIRED), "skp", Wanted(position="kadis", year=2025))
    fields = {label: cell for block in form.blocks() if isinstance(block, Fields) for label, cell in block.rows}
    assert ("", False) == (fields["Nama pegawai"].text, fields["Nama pegawai"].missing)
    assert 7 == len(form.tables()[1].rows)


def test_evaluator_sheets_hold_no_judgement():
    smart, cascade = build(example(REPAIRED), "kke", Wanted(year=2025)).tables()
    assert {""} == {cell for row in smart.texts() for cell in row[4:]}
    assert {""} == {cell for row in cascade.texts() for cell in row[6:]}
    assert {"Ultimate", "Intermediate", "Immediate", "Output"} == {row[1] for row in cascade.texts()}


def test_positions_that_carry_something_come_superiors_first():
    assert "kadis" == carriers(example(REPAIRED))[0]
    assert 25 == len(carriers(example(REPAIRED)))


@pytest.mark.parametrize(("kind", "said"), [("rkk", "Maksud Anda rkt"), ("xyz", "Pilih salah satu: tahap1")])
def test_an_unknown_kind_names_the_one_that_was_meant(kind, said):
    with pytest.raises(PohonError, match=said):
        build(example(REPAIRED), kind, Wanted())


def test_a_position_for_a_form_of_the_whole_agency_is_refused():
    with pytest.raises(PohonError, match="--jabatan hanya untuk pk, iki, skp"):
        build(example(REPAIRED), "iku", Wanted(position="kadis"))


@pytest.mark.parametrize(
    ("typed", "unit", "printed", "inside"),
    [
        ("6800", "unit", "6.800", "6.800 unit"),
        ("98,50", "%", "98,50", "98,50 %"),
        ("98.5", "%", "98,5", "98,5 %"),
        ("15 OPD", "OPD", "15 OPD", "15 OPD"),
        ("81,10", "Nilai", "81,10", "81,10"),
        ("2024", "Tahun", "2024", "2024 Tahun"),
        ("B (Baik)", "Predikat", "B (Baik)", "B (Baik)"),
        ("6,800", "unit", "6,800", "6,800 unit"),
        ("-1234", "", "-1.234", "-1.234"),
    ],
)
def test_figures_are_written_as_an_office_writes_them(typed, unit, printed, inside):
    assert (printed, inside) == (figure(typed, unit), with_unit(typed, unit))


CEILINGS = """\
versi: 1
judul: Pohon
instansi: Dinas
profil: balangan
tahap: 5
periode: 2025-2027
tahun: 2025
pohon:
  - outcome: Meningkatnya mutu jalan
    sebab:
      - csf: Meningkatnya kemantapan jalan
        sebab:
          - utama: Terjaganya jalan mantap
            program: 1.03.10
            indikator:
              - {nama: Persentase jalan mantap, satuan: "%", target: {2025: "70", 2026: "75", 2027: "80"}}
program:
  - kode: 1.03.10
    nama: Program Penyelenggaraan Jalan
    kegiatan:
      - kode: 1.03.10.2.01
        nama: Penyelenggaraan Jalan Kabupaten
        sub_kegiatan:
          - {kode: 1.03.10.2.01.0001, nama: Pembangunan Jalan, pagu: "90", pagu_indikatif: {2025: "100", 2026: "1.000", 2027: "2.000"}}
          - {kode: 1.03.10.2.01.0002, nama: Pemeliharaan Jalan, pagu: "10", pagu_indikatif: {2026: "500", 2027: "700"}}
"""


def test_a_renstra_prints_the_ceiling_of_each_year_summed_upwards():
    (row, *_) = build(parse(CEILINGS), "renstra-86", Wanted()).tables()[2].texts()
    assert ["100", "1.500", "2.700"] == [
        row[7],
        row[9],
        row[11],
    ]  # 2025: one ceiling unknown, so the amount of the year
    assert "4.300" == row[13]


def test_a_year_without_ceiling_is_told_with_its_place():
    form = build(parse(CEILINGS.replace("tahun: 2025\n", "")), "renstra-86", Wanted())
    assert "program.1.03.10.pagu_indikatif.2025" in [one.field for one in missing(form)]
