"""Trees that are drawn come in as they are drawn: by connectors, by lines that touch boxes, by SmartArt."""

import pytest

from pohon.forms.imports.importer import import_source
from pohon.forms.imports.reading import read_source
from pohon.model.node import Kind
from tests.forms.drawn_files import DRAWN, TREE


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawn_tree_comes_in_with_its_parents_and_indicators(tmp_path, name):
    DRAWN[name](tmp_path / name)
    found = import_source(read_source(tmp_path / name))
    said = {key: next(line for line in text.split("\n") if " " in line) for key, _, text, *_ in TREE}
    wanted = {said[key]: said.get(parent, "") for key, parent, *_ in TREE}
    above = {node.statement: found.tree.parent(node) for node in found.tree}
    assert wanted == {statement: parent.statement if parent else "" for statement, parent in above.items()}
    assert () == tuple(found.tree.belum)
    assert not any("letak kotak" in note.assumed for note in found.notes)
    measures = [(node.statement, one.nama) for node in found.tree for one in node.indikator]
    assert {(said["a"], "Indeks ketahanan pangan"), (said["d"], "Persentase keluarga berkebun")} == set(measures)
    kinds = {node.statement: node.kind for node in found.tree}
    assert (Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.OPERASIONAL) == tuple(kinds[said[key]] for key in "abdg")
