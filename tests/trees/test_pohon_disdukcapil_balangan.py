"""The tree of five stages says, cell by cell, what its source document says; the repaired tree is complete."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

import pytest

from pohon.model.formula import compute
from pohon.model.lexicon import default
from pohon.model.node import CrosscuttingStatus, Kind, Node
from pohon.model.number import parse as parse_number
from pohon.model.origin import Origin
from pohon.model.tree import Tree
from pohon.rules._engine import Options, run
from tests.trees.reading import example, lines_of, seed

SOURCE = "002-pohon-kinerja-disdukcapil-balangan"
NAME = "pohon-disdukcapil-balangan"
TABLES = {2: "\tCSF TERTIB", 3: "CSF yang sudah dirubah", 4: "Rujukan Tahapan", 5: "Rujukan Tahapan"}
"""Stage -> how the heading row of its table begins."""
OUTCOME = 29
CAPITALS = 83
"""The line whose CSF column writes the condition of stage 2 with capital letters."""
each_stage = pytest.mark.parametrize("stage", TABLES)


def everyone() -> Iterator[Node]:
    tree = example(NAME)
    yield from tree
    yield from tree.belum.values()


def rows(stage: int) -> Iterator[tuple[Node, Origin]]:
    return ((node, row) for node in everyone() for row in node.asal if row.tahap == stage)


def printed(stage: int) -> dict[int, list[str]]:
    """Return line number -> cells for every row of the table of a stage."""
    lines = seed(SOURCE)
    heads = [number for number, line in enumerate(lines) if line.startswith(TABLES[stage])]
    head = heads[-1] if stage == 5 else heads[0]
    below = takewhile(lambda number: "\t" in lines[number] or not lines[number].strip(), range(head + 1, len(lines)))
    return {number: lines[number].split("\t") for number in below if lines[number].strip()}


def indicator_name(node: Node, row: Origin) -> str:
    (indicator,) = node.indikator
    renamed = [other.nama for other in indicator.asal if other.baris == row.baris]
    return renamed[0] if renamed else indicator.nama


def cells(node: Node, row: Origin) -> list[str]:
    """Return the cells of a source row as the tree remembers them."""
    tree = example(NAME)
    statement = node.statement if row.teks is None else row.teks
    if row.tahap == 2:
        return [str(1 + tree.roots.index("o1") + tree.find("o1").sebab.index(node.key)), node.isu, statement]
    if row.tahap == 3:
        above = tree.parent(node)
        first = above.statement if above is not None and node.kind is Kind.UTAMA else ""
        return [statement, row.keterangan, ""] if row.geser else [first, statement, row.keterangan]
    known = [row.rujukan, statement, indicator_name(node, row), row.keterangan]
    return known if row.tahap == 4 else [*known, node.komponen, row.jabatan]


def test_every_node_but_csf_3_and_the_crosscutting_row_has_one_indicator_or_stands_nowhere():
    without = [node.key for node in everyone() if not node.indikator]
    assert without == ["c3", "x1", "p16", "p17"]
    assert {len(node.indikator) for node in everyone() if node.indikator} == {1}


def test_kinds_are_as_many_as_the_document_counts():
    tree = example(NAME)
    assert {"outcome": 1, "csf": 3, "utama": 3, "antara": 11, "operasional": 15} == Counter(node.kind for node in tree)
    assert [Kind.OPERASIONAL] * 2 == [node.kind for node in tree.belum.values()]
    assert [1, 1, 1] == [len(tree.children(csf)) for csf in tree.of_kind(Kind.CSF)]
    assert ["DISKOMINFOSAN"] == [partner.mitra for node in tree for partner in node.crosscutting]


def test_stage_4_has_31_rows_at_four_levels():
    labels = Counter(row.keterangan.casefold().removesuffix(" skpd") for _, row in rows(4))
    levels = {"kinerja strategis": 3, "kinerja taktikal intermediate": 3, "kinerja taktikal immediate": 10}
    assert levels | {"kinerja operasional": 15} == labels
    assert {"Tahap 1": 1, "Tahap 2": 4, "Tahap 3": 25, "": 1} == Counter(row.rujukan for _, row in rows(4))


def test_stage_5_has_23_rows_at_five_components_and_three_classes_of_position():
    found = Counter(" ".join(node.komponen.split()[:2]) for node, _ in rows(5))
    expected = {"Tujuan": 1, "sasaran pertama": 1, "sasaran kedua": 1, "sasaran program": 3, "sasaran kegiatan": 7}
    assert expected | {"sasaran sub": 10} == found
    assert {"jpt": 3, "administrator": 3, "jf": 17} == Counter(key for node, _ in rows(5) for key in node.jabatan)


def test_position_and_component_stand_exactly_on_the_nodes_of_stage_5():
    placed = {node.key for node, _ in rows(5)}
    assert placed == {node.key for node in everyone() if node.jabatan}
    assert placed == {node.key for node in everyone() if node.komponen}


def test_three_rows_stood_in_the_wrong_columns():
    assert ["74", "82", "91"] == [row.baris for node in everyone() for row in node.asal if row.geser]


def test_line_80_is_a_leaf_beside_the_two_conditions_of_civil_registration():
    tree = example(NAME)
    (leaf,) = (node for node, row in rows(3) if row.baris == "80")
    assert (Kind.ANTARA, ()) == (leaf.kind, leaf.sebab)
    above = tree.parent(leaf)
    assert above is not None
    lines = [[row.baris for row in node.asal if row.tahap == 3] for node in (above, *tree.children(above))]
    assert [["79"], ["80"], ["81"], ["82"]] == lines


def test_rows_of_indicators_belong_to_a_row_of_their_node_and_say_another_name():
    for node in everyone():
        for indicator in node.indikator:
            for row in indicator.asal:
                assert row.nama not in {None, indicator.nama}
                assert (row.tahap, row.baris) in {(other.tahap, other.baris) for other in node.asal}


@pytest.mark.seeds
@each_stage
def test_every_row_of_the_table_comes_back_cell_by_cell(stage):
    found = {int(row.baris): cells(node, row) for node, row in rows(stage)}
    expected = printed(stage)
    assert expected.keys() == found.keys()
    for number, line in expected.items():
        if number == CAPITALS:
            line[0] = line[0].capitalize()
        assert line == found[number]


@pytest.mark.seeds
def test_only_the_csf_column_of_line_83_differs_in_capital_letters():
    differing = {
        number
        for node, row in rows(3)
        for number, line in printed(3).items()
        if str(number) == row.baris and line != cells(node, row)
    }
    assert {CAPITALS} == differing


@pytest.mark.seeds
def test_every_line_of_every_table_is_used_exactly_once():
    used = sorted(number for node in everyone() for row in node.asal for number in lines_of(row.baris))
    assert sorted([OUTCOME, *(number for stage in TABLES for number in printed(stage))]) == used


@pytest.mark.seeds
def test_outcome_and_its_basis_are_those_of_stage_1():
    lines = seed(SOURCE)
    outcome = example(NAME).find("o1")
    assert lines[OUTCOME] == outcome.statement
    assert [("1", str(OUTCOME))] == [(str(row.tahap), row.baris) for row in outcome.asal if row.tahap == 1]
    assert outcome.dasar is not None
    assert " ".join(lines[11:14]) == outcome.dasar.harapan


def repaired() -> Tree:
    return example(f"{NAME}-perbaikan")


def figure(text: str) -> Decimal:
    value = parse_number(text).sure
    assert value is not None
    return value


def test_repaired_tree_has_nothing_that_a_rule_finds():
    assert () == run(repaired(), default(), Options(strict=True)).findings


def test_repaired_tree_waives_nothing():
    assert [] == [*repaired().abaikan, *(waiver for node in repaired() for waiver in node.abaikan)]


def test_repaired_tree_has_five_branches_and_leaves_only_at_the_operational_level():
    tree = repaired()
    kinds = Counter(node.kind for node in tree)
    assert {"outcome": 1, "csf": 5, "utama": 5, "antara": 10, "operasional": 20} == kinds
    assert {Kind.OPERASIONAL} == {node.kind for node in tree if not node.sebab}
    assert {2} == {len(node.sebab) for node in tree.of_kind(Kind.UTAMA, Kind.ANTARA)}


def test_every_condition_of_the_repaired_tree_is_measured_owned_and_planned():
    for node in repaired():
        (indicator,) = node.indikator
        assert all((indicator.satuan, indicator.arah, indicator.rumus, indicator.sumber, indicator.penanggung_jawab))
        assert [2025, 2026, 2027, 2028, 2029] == [target.tahun for target in indicator.target]
        assert node.komponen
        assert [indicator.penanggung_jawab] == [repaired().positions[key].nama for key in node.jabatan]


def test_computed_formulas_of_the_repaired_tree_give_the_printed_baseline():
    computed = [indicator for node in repaired() for indicator in node.indikator if indicator.hitung]
    assert len(computed) == 21
    for indicator in computed:
        assert figure(indicator.awal) == compute(indicator.hitung, indicator.variabel)


def test_index_of_the_outcome_is_the_mean_of_three_indicators_every_year():
    tree = repaired()
    parts = [tree.find(key).indikator[0] for key in ("c2", "u1", "a5")]
    (index,) = tree.find("o1").indikator
    for target in index.target:
        assert figure(target.nilai) == sum(figure(part.target_of(target.tahun)) for part in parts) / 3
    assert [part.awal for part in parts] == [value for _, value in index.variabel]


def test_position_of_a_cause_stands_below_the_position_of_its_effect():
    tree = repaired()
    below = {key: {one.id for one in position.walk()} for key, position in tree.positions.items()}
    for effect, cause in tree.edges():
        (superior,), (holder,) = effect.jabatan, cause.jabatan
        assert holder in below[superior]


def test_program_kegiatan_and_sub_kegiatan_of_a_branch_share_their_code():
    tree = repaired()
    for effect, cause in tree.edges():
        if effect.program:
            assert cause.program[0].startswith(effect.program[0])
            assert cause.program[0] in tree.programs


def test_every_partner_of_the_repaired_tree_has_agreed_to_a_contribution_of_its_own():
    tree = repaired()
    partners = [(node, partner) for node in tree for partner in node.crosscutting]
    assert len(partners) >= 10
    for node, partner in partners:
        assert partner.status is CrosscuttingStatus.DISETUJUI
        assert partner.peran
        assert partner.kontribusi not in {"", node.statement}
