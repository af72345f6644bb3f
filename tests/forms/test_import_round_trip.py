"""Tree -> form -> tree: every fact that a form carries comes back, from every kind and file format that can be read."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.errors import PohonError
from pohon.forms import products
from pohon.forms.imports.importer import import_source
from pohon.forms.imports.into import plan
from pohon.forms.imports.read_excel import read_excel
from pohon.forms.imports.read_html import read_html
from pohon.forms.imports.read_text import read_text
from pohon.forms.imports.read_word import read_word
from pohon.forms.imports.recognise import sheets
from pohon.forms.imports.source import Source
from pohon.forms.kinds import KINDS, build
from pohon.forms.tables import Form
from pohon.forms.tree_file import parse
from pohon.forms.wanted import Wanted
from pohon.model.tree import Tree
from tests.forms.carried import carried, read_back
from tests.forms.grown import grown_tree

ROOT = Path(__file__).resolve().parents[2]
FILES = [*sorted((ROOT / "trees").glob("*.pohon.yaml")), ROOT / "tests" / "data" / "pohon-100.pohon.yaml"]
TREES = {path.name.partition(".")[0]: path for path in FILES}
OFFICE = ("xlsx", "docx")
TOLD_ABOVE = ("rkt", "pk", "iki", "skp")
"""Kinds whose year, parties or holder stand in the text above the tables, which a csv does not have."""


@cache
def planted(name: str) -> Tree:
    return parse(TREES[name].read_text(encoding="utf-8"))


def filled(tree: Tree, kind: str) -> Form | None:
    """Return the form, None for a tree of an earlier stage."""
    years = sorted({target.tahun for node in tree for one in node.indikator for target in one.target if target.tahun})
    yearly = kind in {"rkt", "pk", "iki", "skp", "kke", "cascading"}
    try:
        return build(tree, kind, Wanted(year=years[0] if years and yearly else None))
    except PohonError:
        return None


def source(form: Form, ending: str, folder: Path) -> Source:
    data = products.write(form, ending)
    if ending in {"csv", "md"}:
        return read_text(data, f"a.{ending}")
    if ending == "html":
        return read_html(data, "a.html")
    path = folder / f"a.{ending}"
    path.write_bytes(data)
    return read_excel(path, "xlsx") if ending == "xlsx" else read_word(path)


def check(tree: Tree, kind: str, ending: str, folder: Path) -> None:
    """Assert that what the form prints comes back, and that bringing it in changes nothing."""
    form = filled(tree, kind)
    if form is None or not carried(tree, form):
        return
    read = source(form, ending, folder)
    found = import_source(read)
    assert set() == carried(tree, form) - read_back(found.tree, kind)
    assert () == tuple(found.tree.belum)
    if ending in OFFICE:
        made = [step.describe() for step in plan(tree, found.tree, sheets(read), shaped=found.shaped) if step.makes]
        assert [] == made


@pytest.mark.parametrize("ending", [*OFFICE, "md", "html"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TREES)
def test_what_a_form_prints_comes_back(tmp_path, name, kind, ending):
    check(planted(name), kind, ending, tmp_path)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in TOLD_ABOVE])
@pytest.mark.parametrize("name", TREES)
def test_what_a_bare_table_prints_comes_back(tmp_path, name, kind):
    check(planted(name), kind, "csv", tmp_path)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), ending=st.sampled_from(OFFICE))
def test_what_a_form_of_any_tree_prints_comes_back(tmp_path, kind, seed, ending):
    check(grown_tree(seed), kind, ending, tmp_path)


def test_the_facts_are_really_counted():
    tree = planted("pohon-disdukcapil-balangan-perbaikan")
    counted = {kind: len(carried(tree, form)) for kind in KINDS if (form := filled(tree, kind)) is not None}
    assert set(KINDS) == set(counted)
    assert min(counted[kind] for kind in ("tahap5", "cascading", "kke", "skp", "iki", "renstra-86")) > 150


@pytest.mark.parametrize("kind", ["renstra-86", "renstra-2025"])
def test_ceilings_of_the_years_of_a_renstra_come_back(tmp_path, kind):
    tree = next(tree for tree in map(grown_tree, range(20)) if tree.program[0].pagu_indikatif)
    told = {fact for fact in carried(tree, filled(tree, kind)) if fact[0] == "pagu"}
    assert {"2025", "2026", "2027"} == {fact[1] for fact in told}
    check(tree, kind, "xlsx", tmp_path)
