"""The two RKT trees hold every word of the documents they were read from."""

import re

import pytest

from pohon.model.indicator import Indicator
from pohon.model.node import Kind
from tests.trees.reading import SOURCES, example, lines_of, seed, spaces, texts

DUKCAPIL, DINDAGKOP = "rkt-disdukcapil-blora", "rkt-dindagkop-ukm-blora-2020"
SECTIONS = [
    "pengertian",
    "penetapan_sasaran",
    "indikator_kinerja_sasaran",
    "penetapan_target",
    "rencana_kinerja_tahunan",
]
both = pytest.mark.parametrize("name", [DUKCAPIL, DINDAGKOP])


def printed(indicator: Indicator) -> tuple[str, str, str]:
    row = indicator.asal[0]
    return row.nama or indicator.nama, row.satuan or indicator.satuan, indicator.target[0].nilai


@pytest.mark.seeds
def test_every_cell_of_the_table_without_year_comes_back():
    cells = [spaces(line) for line in seed(SOURCES[DUKCAPIL]) if line.strip()]
    number, statement, *rest = cells[cells.index("(5)") + 1 :]
    assert number == "1."
    (node,) = example(DUKCAPIL)
    assert statement == node.statement
    assert rest == [cell for indicator in node.indikator for cell in printed(indicator)]


@pytest.mark.seeds
def test_every_cell_of_the_2020_table_comes_back():
    lines = seed(SOURCES[DINDAGKOP])
    head = next(n for n, line in enumerate(lines) if line.startswith("(1)"))
    rows = [[spaces(cell) for cell in line.split("\t")] for line in lines[head + 1 :] if "\t" in line]
    tree = example(DINDAGKOP)
    found = []
    for number, node in enumerate(tree, 1):
        for place, indicator in enumerate(node.indikator):
            first = [f"{number}.", node.statement] if place == 0 else ["", ""]
            found.append([*first, *printed(indicator)])
    assert rows == found


@pytest.mark.seeds
@both
def test_every_paragraph_of_the_five_sections_comes_back(name):
    found: dict[str, list[str]] = {}
    for line in map(spaces, seed(SOURCES[name])):
        if heading := re.match(r"([a-e])\. ?(?=Pengertian|Penetapan|Indikator Kinerja|Rencana)", line):
            section = found.setdefault(heading[1], [])
        elif found and line.startswith(("NO", "FORMULIR")):
            break
        elif found and line:
            section.append(line)
    (document,) = example(name).dokumen
    assert list(found.values()) == [text.split("\n") for _, text in document.uraian]


@pytest.mark.seeds
@both
def test_every_line_outside_signature_and_address_comes_back(name):
    kept = " ".join(texts(example(name)))
    left_out = re.compile(r"\d+\.?|.*(Telp\.|Email).*|NIP.*|Pembina.*|.*, M\.M")
    lost = [
        cell
        for line in seed(SOURCES[name])
        for cell in map(spaces, line.split("\t"))
        if cell not in kept and not left_out.fullmatch(cell)
    ]
    assert lost == []


@pytest.mark.seeds
@both
def test_each_indicator_stands_on_the_line_that_asal_names(name):
    lines = seed(SOURCES[name])
    for node in example(name):
        for indicator in node.indikator:
            place = " ".join(spaces(lines[n]) for n in lines_of(indicator.asal[0].baris))
            assert all(cell in place for cell in printed(indicator))


@both
def test_every_root_is_a_strategic_objective(name):
    tree = example(name)
    assert all(node.kind is Kind.CSF and node.parent is None for node in tree)
    assert {"sasaran strategis"} == {node.komponen for node in tree}
    assert {"SASARAN STRATEGIS"} == {node.asal[0].keterangan for node in tree}


@both
def test_sections_stand_in_the_order_of_the_document(name):
    (document,) = example(name).dokumen
    assert SECTIONS == [key for key, _ in document.uraian]


def test_document_without_year_has_seven_targets_without_year():
    tree = example(DUKCAPIL)
    (node,) = tree
    assert tree.tahun is None
    assert [0] * 7 == [target.tahun for indicator in node.indikator for target in indicator.target]


def test_percent_sign_stays_both_in_unit_and_in_target():
    (node,) = example(DUKCAPIL)
    targets = ["93%", "98,50%", "100%", "70,20%", "98,50%", "21%", "40%"]
    assert targets == [indicator.target_of(0) for indicator in node.indikator]
    assert {"%"} == {indicator.satuan for indicator in node.indikator}


def test_garbled_words_of_the_document_are_kept():
    uraian = dict(example(DUKCAPIL).dokumen[0].uraian)
    assert "menetapkan asasaran adalah pada Renstra" in uraian["penetapan_sasaran"]
    assert "dalam table di bawah ini" in uraian["rencana_kinerja_tahunan"]


def test_2020_document_has_three_objectives_and_five_indicators():
    assert [2, 2, 1] == [len(node.indikator) for node in example(DINDAGKOP)]


def test_2020_targets_are_the_printed_figures():
    indicators = [indicator for node in example(DINDAGKOP) for indicator in node.indikator]
    assert ["32", "6.800", "2.913.544", "60", "100"] == [indicator.target_of(2020) for indicator in indicators]
    assert ["%", "unit", "US$", "%", "%"] == [indicator.satuan for indicator in indicators]


def test_number_printed_inside_the_cell_is_kept_beside_the_name():
    for node in example(DINDAGKOP):
        names = [f"{place}. {indicator.nama}" for place, indicator in enumerate(node.indikator, 1)]
        assert names == [indicator.asal[0].nama for indicator in node.indikator]


def test_identity_of_the_2020_document_is_kept_without_persons_and_numbers():
    (document,) = example(DINDAGKOP).dokumen
    assert ("rkt", "RENCANA KINERJA TAHUNAN", "Blora") == (document.jenis, document.judul, document.tempat)
    assert "Jalan Rembang km.4\nBlora – 58219" == document.alamat
    assert document.pihak_pertama
    signatory = document.pihak_pertama
    assert ("KEPALA DINDAGKOP DAN UKM", "KABUPATEN BLORA") == (signatory.jabatan, signatory.instansi)


def test_document_without_signature_names_no_place_date_or_party():
    (document,) = example(DUKCAPIL).dokumen
    assert ("rkt", "Rencana Kinerja Tahunan") == (document.jenis, document.judul)
    assert not any((document.tahun, document.tempat, document.tanggal, document.pihak_pertama, document.pihak_kedua))


def test_year_of_cover_and_date_of_signature_contradict_the_title():
    tree = example(DINDAGKOP)
    (document,) = tree.dokumen
    assert (2020, 2020, "2 Januari 2019") == (tree.tahun, document.tahun, document.tanggal)
    assert "Tahun 2019" in [row.teks for row in document.asal]
