"""The worksheets of the five stages give the tables of the source document back, cell by cell."""

import pytest

from pohon.forms.kinds import build
from pohon.forms.tables import Cell, missing
from pohon.forms.wanted import Wanted
from tests.build import tree as made
from tests.forms.comparing import covered, differences, tiles
from tests.trees.reading import example, seed, spaces
from tests.trees.test_pohon_disdukcapil_balangan import OUTCOME, SOURCE, printed, rows

NAME = "pohon-disdukcapil-balangan"
STAGES = (2, 3, 4, 5)
CAPITAL = "label dengan huruf besar di tempat lain"
SHIFTED = "sel tergeser satu kolom ke kiri"
OTHER_LABEL = "label jenjang yang lain daripada tahap 4"
WRONG_STAGE = "rujukan tahap yang keliru"
NO_STATEMENT = "kolom rujukan dan kinerja dibiarkan kosong"
CUT = "kalimat terpotong"
SPACED = "spasi di dalam PK/SKP"
OTHER_NAME = "indikator dengan bunyi lain"
FAULTS = {
    2: {},
    3: {
        **dict.fromkeys([(64, 2), (75, 2), (83, 0), (83, 2)], CAPITAL),
        **{(line, at): SHIFTED for line in (74, 82, 91) for at in range(3)},
        (95, 2): "label diganti oleh nama mitra",
        (80, 2): "kondisi di bawah kondisi sejenjang dicetak dengan kedalamannya",
    },
    4: {
        **{(line, 3): CAPITAL for line in (130, 133, 136, 138, 141, 143, 146, 147, 151, 154, 158)},
        **dict.fromkeys([(147, 0), (147, 1)], NO_STATEMENT),
        **dict.fromkeys([(150, 0), (154, 0)], WRONG_STAGE),
        (150, 2): OTHER_NAME,
    },
    5: {
        **{(line, 3): OTHER_LABEL for line in (168, 171, 174, 177, 179, 183, 186, 187)},
        **dict.fromkeys([(168, 1), (177, 1), (177, 2)], CUT),
        **dict.fromkeys([(169, 5), (181, 5)], SPACED),
        **dict.fromkeys([(187, 0), (187, 1)], NO_STATEMENT),
        (185, 1): "bunyi lain daripada tahap 3 dan 4",
        (185, 2): OTHER_NAME,
        (190, 0): WRONG_STAGE,
    },
}
"""(line, column) of every cell in which the document departs from its own other tables or from its own order."""
LEFT_OUT = {
    2: [],
    3: [],
    4: ["c3", "x1"],
    5: ["c3", "a8#0", "p11#0", "p12#0", "a9#0", "p13#0", "p14#0", "a10#0", "p15#0", "x1"],
}
"""Rows that the tree demands and the document forgot."""
each_stage = pytest.mark.parametrize("stage", STAGES)


def found_rows(stage: int) -> dict[int, list[str]]:
    """Return line of the document -> cells of the row of the form that speaks of the same condition."""
    (table,) = build(example(NAME), f"tahap{stage}", Wanted()).tables()
    by_id = covered(table)
    width = len(next(iter(printed(stage).values())))
    return {
        int(row.baris): by_id[node.key if node.key in by_id else f"{node.key}#0"][:width] for node, row in rows(stage)
    }


@pytest.mark.seeds
@each_stage
def test_every_cell_comes_back_but_the_faults_of_the_document(stage):
    assert FAULTS[stage].keys() == differences(f"tahap {stage}", printed(stage), found_rows(stage)).keys()


@pytest.mark.seeds
@each_stage
def test_every_cell_comes_back_faults_included_when_the_document_is_followed(stage):
    (table,) = build(example(NAME), f"tahap{stage}", Wanted(as_printed=True)).tables()
    lines = sorted(int(row.baris) for _, row in rows(stage))
    width = len(next(iter(printed(stage).values())))
    found = {line: texts[:width] for line, texts in zip(lines, table.texts(), strict=True)}
    left = differences(f"tahap {stage} menurut naskah", printed(stage), found)
    assert ({(83, 0)} if stage == 3 else set()) == left.keys()


@each_stage
def test_the_form_has_a_row_for_every_condition_that_the_document_forgot(stage):
    (table,) = build(example(NAME), f"tahap{stage}", Wanted()).tables()
    used = {node.key for node, _ in rows(stage)}
    assert LEFT_OUT[stage] == [row.id for row in table.rows if row.id.partition("#")[0] not in used]


@pytest.mark.seeds
@pytest.mark.parametrize(("stage", "line"), [(3, 63), (4, 126), (5, 167)])
def test_headings_are_those_of_the_document(stage, line):
    (table,) = build(example(NAME), f"tahap{stage}", Wanted()).tables()
    printed_ = [spaces(cell) for cell in seed(SOURCE)[line].split("\t") if spaces(cell)]
    closed = [text + ")" * (text.count("(") - text.count(")")) for text in printed_]  # one bracket was never closed
    assert closed == [column.title for column in table.columns][: len(closed)]


@pytest.mark.seeds
def test_the_outcome_and_its_basis_stand_on_the_first_sheet():
    (table,) = build(example(NAME), "tahap1", Wanted()).tables()
    number, _, _, basis, outcome = table.texts()[0]
    assert ("1", seed(SOURCE)[OUTCOME]) == (number, outcome)
    assert spaces(" ".join(seed(SOURCE)[11:14])) == basis


def test_a_csf_covers_the_rows_of_its_conditions():
    (table,) = build(example(NAME), "tahap3", Wanted()).tables()
    first = [row.cells[0] for row in table.rows if row.cells[0] is not None]
    assert [11, 8, 10, 2] == [cell.rows for cell in first if isinstance(cell, Cell)]


@pytest.mark.parametrize("stage", range(1, 6))
def test_merged_cells_fill_every_table(stage):
    for name in (NAME, f"{NAME}-perbaikan"):
        tiles(build(example(name), f"tahap{stage}", Wanted()))


def test_an_empty_tree_gives_sheets_that_say_what_is_missing():
    tree = made("pohon:\n  - outcome: Meningkatnya derajat kesehatan ibu", tahap=5)
    for stage in (2, 3, 4, 5):
        form = build(tree, f"tahap{stage}", Wanted())
        assert stage == 3 or [one.key for one in missing(form)] != []


def test_partners_stand_beside_the_level_of_a_condition():
    text = "pohon:\n  - outcome: A\n    sebab:\n      - csf: B\n        isu: C\n        sebab:\n          - utama: D\n"
    tree = made(text + "            crosscutting: [{mitra: Dinas Sosial}]", tahap=3)
    assert [["B", "D", "kondisi antara utama; crosscutting Dinas Sosial"]] == build(tree, "tahap3", Wanted()).tables()[
        0
    ].texts()
