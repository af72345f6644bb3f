"""The IKI tree holds every word of the 21 sheets it was read from."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from pohon.model.node import Kind, Node
from pohon.model.position import Jenjang
from tests.trees.reading import example, lines_of, seed, spaces, texts

IKI, SOURCE = "iki-disdukcapil", "003-iki-disdukcapil"
LABEL = re.compile(r"[-\s]*¹?\s*(JABATAN|TUGAS|FUNGSI)\W*?:\W*?\s*(.*)")


@dataclass
class Sheet:
    """One sheet of the document, read from its layout alone."""

    nama: str
    tugas: str = ""
    fungsi: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    rows: dict[int, list[str]] = field(default_factory=dict)

    @property
    def numbered(self) -> bool:
        return any(row[1].isdigit() for row in self.rows.values())

    def split(self, row: list[str]) -> tuple[str, str, str, str]:
        """Return statement, indicator, formula and source of a row; the numbers of rows are left out."""
        if self.head[0] == "No":
            _, statement, *rest = row
        elif self.numbered:
            statement, _, *rest = row
        else:
            statement, *rest = row
        nama, rumus, sumber = [*rest, "", "", ""][:3]
        return statement, nama, rumus, sumber


def sheets() -> Iterator[Sheet]:
    sheet: Sheet | None = None
    part = ""
    for number, line in enumerate(seed(SOURCE)):
        found = LABEL.match(line)
        if found and found[1] == "JABATAN":
            if sheet:
                yield sheet
            sheet = Sheet(spaces(found[2]))
        elif sheet and "\t" in line:
            cells = [spaces(cell) for cell in line.split("\t")]
            if sheet.head:
                sheet.rows[number] = cells
            else:
                sheet.head = cells
            part = ""
        elif sheet and found:
            part = found[1]
            if part == "TUGAS":
                sheet.tugas = spaces(found[2])
            elif spaces(found[2]):
                sheet.fungsi.append(spaces(found[2]))
        elif sheet and part == "FUNGSI" and line.strip():
            sheet.fungsi.append(spaces(re.sub(r"^\s*- ", "", line)))
    assert sheet
    yield sheet


def nodes_of(position: str) -> list[Node]:
    return [node for node in example(IKI) if position in node.jabatan]


def only_a_source(row: list[str]) -> bool:
    return not any(row[:3])


@pytest.mark.seeds
def test_positions_tasks_and_functions_come_back_in_the_order_of_the_sheets():
    expected = [(sheet.nama, sheet.tugas, sheet.fungsi) for sheet in sheets()]
    found = [(p.nama, p.tugas, list(p.fungsi)) for p in example(IKI).positions.values()]
    assert expected == found


@pytest.mark.seeds
def test_every_cell_of_every_table_comes_back():
    for sheet, position in zip(sheets(), example(IKI).positions, strict=True):
        rows = [sheet.split(row) for row in sheet.rows.values() if not only_a_source(row)]
        found = [(i.nama, i.rumus, i.sumber) for node in nodes_of(position) for i in node.indikator]
        assert [row[1:] for row in rows] == found
        statements = [row[0] for row in rows if row[0]]
        kept = [node.statement for node in nodes_of(position)]
        assert kept in (statements, [" ".join(statements)])


@pytest.mark.seeds
def test_sources_printed_on_a_row_of_their_own_come_back():
    alone = [(str(number), row[3]) for sheet in sheets() for number, row in sheet.rows.items() if only_a_source(row)]
    found = [(row.baris, row.sumber) for node in example(IKI) for row in node.asal if row.sumber is not None]
    assert alone == found
    assert 3 == len(alone)


@pytest.mark.seeds
def test_level_of_each_statement_follows_the_printed_heading():
    tree = example(IKI)
    for sheet, position in zip(sheets(), tree.positions, strict=True):
        label = sheet.head[1] if sheet.head[0] == "No" else sheet.head[0]
        for node in nodes_of(position):
            assert label == node.asal[0].keterangan
            assert tree.profile.kind_of_label(label) is node.kind
            assert label.lower() == node.komponen


@pytest.mark.seeds
def test_cells_are_marked_as_shifted_where_the_heading_lacks_the_number_column():
    for sheet, position in zip(sheets(), example(IKI).positions, strict=True):
        shifted = sheet.numbered and sheet.head[2] != ""
        rows = {row.geser for node in nodes_of(position) for i in node.indikator for row in i.asal}
        assert {shifted} == rows


@pytest.mark.seeds
def test_each_indicator_stands_on_the_line_that_asal_names():
    lines = seed(SOURCE)
    for node in example(IKI):
        for indicator in node.indikator:
            (line,) = lines_of(indicator.asal[0].baris)
            assert {indicator.nama, indicator.rumus, indicator.sumber} - {""} <= set(
                map(spaces, lines[line].split("\t"))
            )


@pytest.mark.seeds
def test_no_word_of_the_document_is_lost():
    kept = " ".join(texts(example(IKI)))
    cells = (spaces(cell) for line in seed(SOURCE) for cell in line.split("\t"))
    plain = (re.sub(r"^(- )?(¹ )?(?:(JABATAN|TUGAS|FUNGSI) ?: ?)?", "", cell) for cell in cells)
    assert [] == [cell for cell in plain if cell not in kept and not cell.isdigit()]


def test_there_are_21_positions_of_four_ranks():
    positions = example(IKI).positions
    ranks = Counter(position.jenjang for position in positions.values())
    assert {Jenjang.JPT_PRATAMA: 1, Jenjang.ADMINISTRATOR: 5, Jenjang.PENGAWAS: 15} == ranks
    assert {"kadis": 1, "sekretaris": 1, "kasubbag": 3, "kabid": 4, "kasi": 12} == Counter(
        key.partition("-")[0] for key in positions
    )


def test_kepala_dinas_leads_one_secretary_and_four_fields():
    (head,) = example(IKI).jabatan
    assert [3, 3, 3, 3, 3] == [len(position.bawahan) for position in head.bawahan]


def test_each_position_has_one_statement_and_kepala_dinas_two():
    carried = Counter(key for node in example(IKI) for key in node.jabatan)
    assert {key: 2 if key == "kadis" else 1 for key in example(IKI).positions} == carried


def test_causes_follow_the_positions_and_nothing_is_invented_above_them():
    tree = example(IKI)
    above = {low.id: high.id for high in tree.positions.values() for low in high.bawahan}
    for effect, cause in tree.edges():
        assert above[cause.jabatan[0]] == effect.jabatan[0]
    assert 7 == len(tree.roots)
    assert 15 == sum(1 for _ in tree.edges())


def test_faulty_levels_of_the_document_are_kept():
    levels = {node.jabatan[0]: node.kind for node in example(IKI)}
    assert all(levels[key] is Kind.UTAMA for key in levels if key.startswith("kasubbag"))
    assert [Kind.UTAMA, Kind.UTAMA, Kind.ANTARA, Kind.ANTARA] == [
        levels[key] for key in ("kabid-dafduk", "kabid-capil", "kabid-piak", "kabid-pdip")
    ]


def test_only_kepala_dinas_has_iku_and_no_sheet_has_targets_or_units():
    indicators = [(node, indicator) for node in example(IKI) for indicator in node.indikator]
    assert 55 == len(indicators)
    assert all(indicator.iku == ("kadis" in node.jabatan) for node, indicator in indicators)
    assert not any(indicator.target or indicator.satuan for _, indicator in indicators)


def test_split_sentence_is_whole_in_the_tree_and_split_in_its_sources():
    (node,) = nodes_of("kabid-piak")
    assert "Meningkatnya Pengelolaan Sistem Administrasi Kependudukan" == node.statement
    assert ["Meningkatnya Pengelolaan Sistem", "Administrasi Kependudukan"] == [row.teks for row in node.asal]


def test_formula_in_latex_stays_text():
    first = nodes_of("kadis")[0].indikator[0]
    assert r"$\frac{\text{Pengganti KTP-el}}{\text{Jumlah Penduduk Wajib KTP}} \times 100\%$" == first.rumus
