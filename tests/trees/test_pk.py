"""The PK tree holds every word and every amount of the agreement it was read from."""

import re
from decimal import Decimal
from itertools import takewhile

import pytest

from pohon.model.formula import compute, parse
from pohon.model.indicator import Indicator
from pohon.model.node import Kind
from pohon.model.origin import Origin
from tests.trees.reading import example, lines_of, seed, spaces, texts

PK, SOURCE = "pk-disdukcapil-luwu-timur-2024", "004-pk-disdukcapil-luwu-timur-2024"


def indicators() -> list[Indicator]:
    return [indicator for node in example(PK) for indicator in node.indikator]


def filled(first: str, last: str) -> list[str]:
    """Return the filled lines between a line and the next line that begins with `last`."""
    lines = [spaces(line) for line in seed(SOURCE) if line.strip()]
    rest = lines[lines.index(first) + 1 :]
    return list(takewhile(lambda line: not line.startswith(last), rest))


def words_of(indicator: Indicator, row: Origin) -> set[str]:
    """Return the lines that an indicator may print on a row of the document."""
    nama = row.nama or indicator.nama
    target = row.target or indicator.target_of(2024)
    found = texts((indicator.relevansi, indicator.rumus, indicator.sumber, indicator.penjelasan_target))
    return {spaces(nama), spaces(target), *found}


@pytest.mark.seeds
def test_every_cell_of_the_performance_table_comes_back():
    cells = filled("TABEL KINERJA TAHUN 2024", "Program")
    found = ["No", "Sasaran Kinerja", "Indikator Kinerja", "Target"]
    for number, node in enumerate(example(PK), 1):
        found += [str(number), node.statement]
        found += [cell for i in node.indikator for cell in (i.nama, i.target_of(2024))]
    assert cells == found


@pytest.mark.seeds
def test_every_program_with_amount_and_source_of_funds_comes_back():
    cells = filled("Keterangan", "Malili")
    programs = example(PK).program
    assert [cell for cell in cells if re.match(r"\d\. ", cell)] == [p.asal[0].nama for p in programs]
    assert [cell for cell in cells if cell.startswith("Rp")] == [p.anggaran for p in programs]
    assert [cell for cell in cells if cell.startswith("APBD")] == [p.sumber_dana for p in programs]
    assert 15 == len(cells)


@pytest.mark.seeds
def test_each_line_that_asal_names_is_a_cell_of_its_indicator():
    lines = seed(SOURCE)
    for indicator in indicators():
        for row in indicator.asal:
            cells = {re.sub(r"^\d\. (?=\D+$)", "", spaces(lines[n])) for n in lines_of(row.baris)} - {"", "1"}
            allowed = {re.sub(r"^\d\. (?=\D+$)", "", text) for text in words_of(indicator, row)}
            assert cells <= allowed


@pytest.mark.seeds
def test_every_cell_of_an_indicator_stands_on_a_line_that_asal_names():
    lines = seed(SOURCE)
    for indicator in indicators():
        printed = {spaces(lines[n]) for row in indicator.asal for n in lines_of(row.baris)}
        cells = texts((indicator.nama, indicator.relevansi, indicator.rumus, indicator.sumber))
        assert set(cells) <= printed
        assert set(texts(indicator.penjelasan_target)) <= printed


@pytest.mark.seeds
def test_each_program_stands_on_the_lines_that_asal_names():
    lines = seed(SOURCE)
    for program in example(PK).program:
        printed = {spaces(lines[n]) for n in lines_of(program.asal[0].baris)} - {""}
        assert {program.asal[0].nama, program.anggaran, program.sumber_dana} == printed


@pytest.mark.seeds
def test_no_line_of_the_document_is_lost_but_the_names_of_persons():
    lines = seed(SOURCE)
    persons = {
        spaces(line[1:]) for n, line in enumerate(lines) if line.startswith(":") and spaces(lines[n - 2]) == "Nama"
    }
    assert 2 == len(persons)
    kept = " ".join(texts(example(PK)))
    labels = re.compile(r"Nama|Jabatan|Pihak (Pertama|Kedua)|KEPALA DINAS,?|BUPATI LUWU TIMUR,?")
    lost = [
        line
        for line in (spaces(line).removeprefix(": ") for line in lines)
        if line not in kept and line not in persons and not labels.fullmatch(line)
    ]
    assert lost == []


def test_three_objectives_of_the_head_carry_five_indicators():
    nodes = list(example(PK))
    assert [Kind.CSF] * 3 == [node.kind for node in nodes]
    assert [("kadis",)] * 3 == [node.jabatan for node in nodes]
    assert [3, 1, 1] == [len(node.indikator) for node in nodes]


def test_targets_keep_their_printed_form_and_no_unit_is_invented():
    assert ["81,33 %", "98 %", "15 OPD", "92,16 %", "81,10"] == [i.target_of(2024) for i in indicators()]
    assert {""} == {indicator.satuan for indicator in indicators()}


def test_five_programs_sum_to_the_budget_of_the_agency():
    amounts = [program.rupiah for program in example(PK).program]
    assert [5_581_884_078, 437_531_700, 458_091_635, 114_060_000, 451_365_200] == amounts
    assert 7_042_932_613 == sum(amount for amount in amounts if amount is not None)


def test_amounts_keep_dots_and_commas_as_printed():
    printed = [program.anggaran for program in example(PK).program]
    assert ["Rp 5.581.884.078,-", "Rp 437,531,700,-", "Rp. 451,365,200,-"] == [printed[0], printed[1], printed[4]]


def test_other_printings_of_names_and_targets_are_remembered():
    names = [[row.nama for row in indicator.asal if row.nama] for indicator in indicators()]
    assert [1, 1, 3, 0, 3] == [len(one) for one in names]
    targets = [[row.target for row in indicator.asal if row.target] for indicator in indicators()]
    assert [["81.33"], [], ["15 OPD/Lembaga Pengguna"], ["92,16"], []] == targets


@pytest.mark.parametrize(
    ("place", "value", "figures"),
    [(1, "97.73", 2), (3, "92.16", 6), (4, "81.10", 4)],
    ids=["services on time", "mean of six coverages", "sum of four SAKIP components"],
)
def test_explained_figures_yield_the_value_that_a_reader_computes(place, value, figures):
    indicator = indicators()[place]
    assert figures == len(indicator.variabel)
    assert Decimal(value) == round(compute(indicator.hitung, indicator.variabel), 2)


def test_services_on_time_do_not_reach_the_stated_target():
    indicator = indicators()[1]
    assert compute(indicator.hitung, indicator.variabel) < Decimal(98)


def test_every_computable_fact_is_printed_in_the_explanation_of_its_target():
    for indicator in indicators():
        for _, value in indicator.variabel:
            assert value in indicator.penjelasan_target
        if indicator.hitung:
            assert tuple(name for name, _ in indicator.variabel) == parse(indicator.hitung).names


def test_each_legal_basis_is_quoted_from_the_description_of_its_objective():
    nodes = list(example(PK))
    assert [2, 3, 4] == [len(node.dasar_hukum) for node in nodes]
    for node in nodes:
        assert all(basis in node.uraian for basis in node.dasar_hukum)


def test_parties_are_positions_and_the_day_of_signature_is_blank():
    tree = example(PK)
    (document,) = tree.dokumen
    assert document.pihak_pertama
    assert document.pihak_kedua
    assert tree.positions["kadis"].nama == document.pihak_pertama.jabatan
    assert "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KAB. LUWU TIMUR" == document.pihak_pertama.instansi
    assert ("BUPATI LUWU TIMUR", "Kabupaten Luwu Timur") == (
        document.pihak_kedua.jabatan,
        document.pihak_kedua.instansi,
    )
    assert (2024, "Malili", "Maret 2024") == (document.tahun, document.tempat, document.tanggal)
    assert 2024 == tree.tahun
