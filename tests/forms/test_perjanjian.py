"""The Perjanjian Kinerja comes back: Lampiran 1 and 2 cell by cell; every class of position has its own budget rows."""

import re
from itertools import takewhile

import pytest

from pohon.errors import PohonError
from pohon.forms.kinds import build
from pohon.forms.tables import Paragraph, Signatures, Table, missing
from pohon.forms.wanted import Wanted
from tests.build import tree as made
from tests.forms.comparing import differences, tiles
from tests.trees.reading import example, seed, spaces

PK, SOURCE = "pk-disdukcapil-luwu-timur-2024", "004-pk-disdukcapil-luwu-timur-2024"
REPAIRED = "pohon-disdukcapil-balangan-perbaikan"
COMMAS = "koma sebagai pemisah ribuan"
RP_DOT = "titik sesudah Rp"
OTHER_NAME = "nama indikator lain daripada Lampiran 1"
OTHER_TARGET = "target lain daripada Lampiran 1"
COMMA_CELLS = {(row, 1): COMMAS for row in (1, 2, 3)} | {(4, 1): f"{COMMAS}; {RP_DOT}"}
PKS = ("Perjanjian Kerjasama pemanfaatan data Kependudukan", "Perjanjian Kerjasama Pemanfaatan data")
SAKIP = ("Nilai Sakip Penilaian Inspektorat", "Nilai SAKIP hasil evaluasi Internal Inspektorat")
RELEVANCE = {PKS: OTHER_NAME, SAKIP: OTHER_NAME}
TARGETS = RELEVANCE | dict.fromkeys(
    [("81.33", "81,33 %"), ("15 OPD/Lembaga Pengguna", "15 OPD"), ("92,16", "92,16 %")], OTHER_TARGET
)
"""(document, form) of the cells of Lampiran 2 that say something else than Lampiran 1 of the same document."""
both = pytest.mark.parametrize("as_printed", [False, True], ids=["from the tree", "as the document prints it"])


def filled() -> list[str]:
    return [spaces(line) for line in seed(SOURCE) if line.strip()]


def after(lines: list[str], first: str, last: str) -> list[list[str]]:
    """Return the lines behind every line `first` up to the next that begins with `last`."""
    return [
        list(takewhile(lambda line: not line.startswith(last), lines[at + 1 :]))
        for at, line in enumerate(lines)
        if line == first
    ]


def pieces(table: Table) -> list[str]:
    """Return the lines of all cells of a table in order."""
    return [spaces(line) for row in table.texts() for cell in row for line in cell.split("\n") if line.strip()]


def tables(prefix: str, **wanted) -> list[Table]:
    return [one for one in build(example(PK), "pk", Wanted(**wanted)).tables() if one.name.startswith(prefix)]


def by_place(lines: list[str]) -> dict[int, list[str]]:
    return {place: [line] for place, line in enumerate(lines)}


@pytest.mark.seeds
def test_every_cell_of_the_performance_table_comes_back():
    cells = after(filled(), "TABEL KINERJA TAHUN 2024", "Program")[0]
    (table,) = tables("Lampiran 1")
    heading = [column.title for column in table.columns]
    assert {} == differences("Lampiran 1 kinerja", by_place(cells), by_place(heading + pieces(table)))


@pytest.mark.seeds
@both
def test_every_program_and_amount_comes_back_but_the_commas_of_the_document(as_printed):
    cells = after(filled(), "Keterangan", "Malili")[0]
    kinds = [[cell for cell in cells if re.match(mark, cell)] for mark in (r"\d\. ", "Rp", "APBD")]
    expected = {row: [cell.replace("Rp ", "Rp") for cell in line] for row, line in enumerate(zip(*kinds, strict=True))}
    (table,) = tables("Program", as_printed=as_printed)
    found = {row: [cell.replace("Rp ", "Rp") for cell in line] for row, line in enumerate(table.texts())}
    left = differences("Lampiran 1 program", expected, found)
    assert (set() if as_printed else COMMA_CELLS.keys()) == left.keys()
    assert "Rp451.365.200,-" == found[4][1] or as_printed


@pytest.mark.seeds
@both
def test_every_cell_of_the_relevance_tables_comes_back_but_other_names(as_printed):
    cells = [line for part in after(filled(), "Sumber Data", "Target Kinerja") for line in part]
    found = [line for table in tables("Relevansi", as_printed=as_printed) for line in pieces(table)]
    left = differences("Lampiran 2 relevansi", by_place(cells), by_place(found))
    assert (set() if as_printed else RELEVANCE.keys()) == set(left.values())


@pytest.mark.seeds
@both
def test_every_cell_of_the_target_tables_comes_back_but_other_names_and_targets(as_printed):
    cells = [line for part in after(filled(), "Penjelasan", "Uraian Sasaran") for line in part]
    found = [line for table in tables("Penjelasan", as_printed=as_printed) for line in pieces(table)]
    left = differences("Lampiran 2 target", by_place(cells), by_place(found))
    assert (set() if as_printed else TARGETS.keys()) == set(left.values())


@pytest.mark.seeds
def test_every_sentence_of_the_statement_and_of_lampiran_2_comes_back():
    told = " ".join(
        spaces(block.text) for block in build(example(PK), "pk", Wanted()).blocks() if isinstance(block, Paragraph)
    )
    (document,) = example(PK).dokumen
    lines = [line for _, text in document.uraian for line in text.split("\n")]
    lines += [line for node in example(PK) for line in node.uraian.split("\n")]
    assert [] == [line for line in lines if spaces(line) not in told]


def test_superior_stands_left_and_no_name_is_printed():
    signed = [block for block in build(example(PK), "pk", Wanted()).blocks() if isinstance(block, Signatures)]
    assert 2 == len(signed)
    assert ["BUPATI LUWU TIMUR", "KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"] == [
        one.position.text for one in signed[0].signers
    ]
    assert "Malili,       Maret 2024" == signed[0].date.text


@pytest.mark.parametrize(
    ("position", "heading", "rows", "sasaran"),
    [
        ("kadis", "Program", 5, "Sasaran Kinerja"),
        ("kabid-dafduk", "Kegiatan", 2, "Sasaran Program"),
        ("jf-identitas", "Sub Kegiatan", 1, "Sasaran Kegiatan"),
    ],
)
def test_each_class_of_position_plans_its_own_level(position, heading, rows, sasaran):
    first, budget, *_ = build(example(REPAIRED), "pk", Wanted(position=position, year=2025)).tables()
    assert (heading, rows, sasaran) == (budget.columns[0].title, len(budget.rows), first.columns[1].title)


def test_a_pengawas_plans_sub_kegiatan_and_agrees_with_the_administrator():
    tree = made(
        "pohon:\n  - utama: A\n    jabatan: kabid\n    sebab:\n"
        "      - antara: B\n        jabatan: kasi\n        program: 1.02.02.2.01\n"
        "        indikator: [{nama: C, satuan: Orang, target: {2024: '1200'}}]\n"
        "jabatan: [{id: kabid, nama: Kepala Bidang, jenjang: administrator, bawahan: "
        "[{id: kasi, nama: Kepala Seksi, jenjang: pengawas}]}]\n"
        "program:\n  - kode: 1.02.02\n    nama: P\n    sumber_dana: DAU\n    kegiatan:\n      - kode: 1.02.02.2.01\n"
        "        nama: K\n        sub_kegiatan: [{kode: 1.02.02.2.01.0001, nama: S, pagu: '7000000'}]\n",
        tahun=2024,
    )
    form = build(tree, "pk", Wanted(position="kasi"))
    first, budget = form.tables()[:2]
    assert [["1", "B", "C", "1.200 Orang"]] == first.texts()
    assert ("Sub Kegiatan", [["1. S", "Rp7.000.000,-", "DAU"]]) == (budget.columns[0].title, budget.texts())
    (signed, _) = (block for block in form.blocks() if isinstance(block, Signatures))
    assert ["Kepala Bidang", "Kepala Seksi"] == [one.position.text for one in signed.signers]


def test_a_subordinate_agrees_with_the_superior_of_the_position_tree():
    form = build(example(REPAIRED), "pk", Wanted(position="jf-identitas", year=2025))
    (signed, _) = (block for block in form.blocks() if isinstance(block, Signatures))
    assert "Kepala Bidang Pelayanan Pendaftaran Penduduk" == signed.signers[0].position.text


def test_totals_and_words_are_marked_as_computed_and_right():
    form = build(example(PK), "pk", Wanted(totals=True, words=True))
    assert ["Jumlah (dihitung)", "Rp7.042.932.613,-", ""] == form.tables()[1].texts()[-1]
    told = [block.text for block in form.blocks() if isinstance(block, Paragraph)]
    words = "tujuh miliar empat puluh dua juta sembilan ratus tiga puluh dua ribu enam ratus tiga belas rupiah"
    assert f"Jumlah anggaran Rp7.042.932.613,- ({words})." in told


def test_without_the_options_the_form_has_no_total():
    assert 5 == len(tables("Program")[0].rows)


def test_unit_stands_inside_the_target_but_not_behind_an_index():
    form = build(example(REPAIRED), "pk", Wanted(year=2025))
    assert ["81,00", "82,50", "80,00 %"] == [row[3] for row in form.tables()[0].texts()][:3]


def test_a_tree_of_stage_3_is_refused_with_what_it_can_give():
    tree = made("pohon:\n  - outcome: A", tahap=3)
    with pytest.raises(PohonError, match=r"memerlukan pohon tahap 5.*masih tahap 3.*tahap1, tahap2, tahap3\."):
        build(tree, "pk", Wanted())


def test_unknown_amounts_are_missing_and_never_summed():
    tree = made(
        "pohon:\n  - csf: A\nprogram:\n  - {kode: 1.02.02, nama: B}\n  - {kode: 1.02.03, nama: C, anggaran: '5'}"
    )
    form = build(tree, "pk", Wanted(totals=True, words=True))
    assert 2 == len(form.tables()[1].rows)
    assert "program.1.02.02.anggaran" in [one.field for one in missing(form)]


@pytest.mark.parametrize("position", ["", "kabid-capil", "pl-loket"])
def test_merged_cells_fill_every_table(position):
    tiles(build(example(REPAIRED), "pk", Wanted(position=position, year=2026)))
