"""The cascading table: causes from left to right, cells of one cause cover the rows of what brings it about."""

import pytest

from pohon.forms.kinds import build
from pohon.forms.wanted import Wanted
from tests.build import tree as made
from tests.forms.comparing import tiles
from tests.trees.reading import TREES, example

NAMES = sorted(path.name.removesuffix(".pohon.yaml") for path in TREES.glob("*.pohon.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_merged_cells_fill_the_table(name):
    tiles(build(example(name), "cascading", Wanted()))


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_and_indicator_stands_in_the_table_once(name):
    tree = example(name)
    (table,) = build(tree, "cascading", Wanted()).tables()
    texts = [cell.text.split("\n")[0] for row in table.rows for cell in row.cells if cell and cell.key]
    expected = [node.statement for node in tree] + [one.nama for node in tree for one in node.indikator]
    assert sorted(expected) == sorted(text for text in texts if text)


def test_a_cell_is_as_tall_as_its_causes_or_its_indicators():
    tree = made(
        "pohon:\n  - outcome: A\n    sebab:\n      - csf: B\n        indikator: [x, y, z]\n        sebab: [{utama: C}, {utama: D}]\n"
        "      - csf: E\n"
    )
    (table,) = build(tree, "cascading", Wanted()).tables()
    first = {cell.text.split("\n")[0]: cell.rows for row in table.rows for cell in row.cells if cell and cell.key}
    assert {"A": 4, "B": 3, "C": 1, "D": 1, "E": 1} == {name: first[name] for name in "ABCDE"}


def test_a_condition_below_its_own_level_gets_columns_of_its_own():
    (table,) = build(example("pohon-disdukcapil-balangan"), "cascading", Wanted()).tables()
    assert "Sasaran kegiatan (2)" in [column.title for column in table.columns]


def test_targets_of_the_year_stand_below_the_indicators():
    (table,) = build(example("pohon-disdukcapil-balangan-perbaikan"), "cascading", Wanted(year=2026)).tables()
    assert "Indeks tertib administrasi kependudukan\nTarget 2026: 84,00" == table.texts()[0][1]


def test_rows_name_the_nodes_they_speak_of():
    (table,) = build(example("pohon-disdukcapil-balangan"), "cascading", Wanted()).tables()
    assert "o1 c1 u1 a1 p1" == table.rows[0].id
