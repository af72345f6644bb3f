"""Every form that holds a tree comes back as that tree, from Word, Excel, Markdown and HTML alike.

A form holds only what it prints: tahap 2 and 3 have no indicators, tahap 3 no outcome. Facts it prints must be equal.
"""

from functools import cache
from pathlib import Path

import pytest

from pohon.forms.excel import as_xlsx
from pohon.forms.imports.importer import Imported, import_source
from pohon.forms.imports.reading import read_source
from pohon.forms.kinds import build
from pohon.forms.text import as_html, as_markdown
from pohon.forms.tree_file import parse
from pohon.forms.wanted import Wanted
from pohon.forms.word import as_docx
from pohon.model.node import Kind
from pohon.model.tree import Tree

REPAIRED = Path(__file__).resolve().parents[2] / "trees" / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml"
WRITERS = {"xlsx": as_xlsx, "docx": as_docx, "md": as_markdown, "html": as_html}


@cache
def original() -> Tree:
    return parse(REPAIRED.read_text(encoding="utf-8"))


def returned(folder: Path, kind: str, form: str, wanted: Wanted | None = None) -> Imported:
    path = folder / f"{kind}.{form}"
    path.write_bytes(WRITERS[form](build(original(), kind, wanted or Wanted())))
    return import_source(read_source(path))


def shape(tree: Tree, *, without: frozenset[Kind] = frozenset()) -> list[tuple[str, str, str]]:
    """Return (kind, statement, parent's statement) of every node, in order."""
    kept = [node for node in tree if node.kind not in without]
    above = [tree.parent(node) for node in kept]
    said = ["" if one is None or one.kind in without else one.statement for one in above]
    return [(node.kind.value, node.statement, parent) for node, parent in zip(kept, said, strict=True)]


def measures(tree: Tree) -> list[tuple[str, str]]:
    return [(node.statement, one.nama) for node in tree for one in node.indikator]


@pytest.mark.parametrize("form", sorted(WRITERS))
@pytest.mark.parametrize("kind", ["tahap4", "tahap5", "cascading"])
def test_statements_structure_and_indicators_come_back_equal(tmp_path, kind, form):
    tree = returned(tmp_path, kind, form).tree
    assert shape(original()) == shape(tree)
    assert measures(original()) == measures(tree)


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_components_positions_and_programs_of_stage_5_come_back(tmp_path, form):
    found = returned(tmp_path, "tahap5", form)
    pairs = list(zip(original(), found.tree, strict=True))
    assert all(after.jabatan for before, after in pairs if before.jabatan)
    assert [before.program for before, _ in pairs] == [after.program for _, after in pairs]


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_stage_3_comes_back_without_the_outcome_that_it_does_not_print(tmp_path, form):
    tree = returned(tmp_path, "tahap3", form).tree
    top = frozenset({Kind.OUTCOME})
    assert shape(original(), without=top) == shape(tree, without=top)


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_stage_2_comes_back_with_issues_and_conditions(tmp_path, form):
    tree = returned(tmp_path, "tahap2", form).tree
    expected = [(node.isu, node.statement) for node in original().of_kind(Kind.CSF)]
    assert expected == [(node.isu, node.statement) for node in tree.of_kind(Kind.CSF)]


@pytest.mark.parametrize("form", sorted(WRITERS))
@pytest.mark.parametrize("kind", ["rkt", "iku"])
def test_statements_and_indicators_of_plans_come_back(tmp_path, kind, form):
    tree = returned(tmp_path, kind, form, Wanted(year=2025)).tree
    printed = {one.nama for node in original() for one in node.indikator}
    assert measures(tree)
    assert {name for _, name in measures(tree)} <= printed
    assert {statement for statement, _ in measures(tree)} <= {node.statement for node in original()}


def test_ids_of_a_sheet_come_back(tmp_path):
    tree = returned(tmp_path, "tahap4", "xlsx").tree
    assert [node.id for node in original()] == [node.id for node in tree]


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_stage_1_comes_back_with_what_the_outcome_rests_on(tmp_path, form):
    tree = returned(tmp_path, "tahap1", form).tree
    expected = [(node.statement, node.dasar) for node in original().of_kind(Kind.OUTCOME)]
    assert expected == [(node.statement, node.dasar) for node in tree]
    assert 1 == tree.tahap
