"""Changes of a document in a tree file: exactly what was edited changes there, and comments stay where they are."""

import random
from collections import Counter
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.forms.excel import as_xlsx
from pohon.forms.imports.importer import import_source
from pohon.forms.imports.into import What, plan, write_steps
from pohon.forms.imports.read_excel import read_excel
from pohon.forms.imports.recognise import sheets
from pohon.forms.kinds import build
from pohon.forms.tree_file import parse, write
from pohon.forms.wanted import Wanted
from pohon.model.edits import Add, Move, Remove, Reword, SetField, apply
from pohon.model.indicator import Indicator, Target
from pohon.model.node import Node
from pohon.model.tree import Tree
from tests.forms.grown import grown_tree

ANY_FOLDER = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NEW_WORDS = ("Terlaksananya bedah rumah tidak layak huni angkatan {0}", "Tersusunnya peta rawan pangan triwulan {0}")


def commented(tree: Tree) -> str:
    """Return the file of a tree with a comment above every item of a list."""
    lines = write(tree).split("\n")
    made = []
    for number, line in enumerate(lines):
        if line.lstrip().startswith("- "):
            made.append(f"{line[: len(line) - len(line.lstrip())]}# catatan rapat {number}")
        made.append(line)
    return "\n".join(made)


def comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.splitlines() if line.lstrip().startswith("#"))


def drawn(tree: Tree) -> Counter:
    """Return what a tree says, without order and ids: statements below their parents, and their indicators."""
    said: Counter = Counter()
    for node in tree:
        above = tree.parent(node)
        said["simpul", node.kind.value, node.statement, above.statement if above else ""] += 1
        for one in node.indikator:
            facts = (one.nama, one.satuan, one.rumus, one.sumber, one.target)
            said["indikator", node.statement, *map(str, facts)] += 1
    return said


def fresh(dice: random.Random, node: Node) -> Node:
    one = Indicator(
        nama=f"Jumlah peserta lokakarya {dice.randint(1, 999)}", satuan="orang", target=(Target(2025, "40"),)
    )
    words = dice.choice(NEW_WORDS).format(dice.randint(1, 999))
    return Node(key="baru", kind=node.kind, statement=words, indikator=(one,) if dice.random() < 0.5 else ())


def edited(tree: Tree, dice: random.Random, kinds: str) -> Tree:
    """Return the tree with one edit of every kind that is asked for (r a m i b = reword add move indicator both)."""
    for kind in kinds:
        node = dice.choice([one for one in tree if one.parent is not None])
        above = tree.parent(node)
        words = f"{node.statement} {dice.choice(('setiap tahun', 'sampai desa terluar', 'secara daring'))}"
        homes = [one for one in tree if one.kind is above.kind and one is not above]
        if kind in "rb":
            tree = apply(tree, Reword(key=node.key, statement=words))[0]
        if kind == "a":
            tree = apply(
                tree, Add(parent=above.key, index=dice.randint(0, len(above.sebab)), branch=(fresh(dice, node),))
            )[0]
        if kind in "mb" and homes:
            tree = apply(tree, Move(key=node.key, parent=dice.choice(homes).key, index=0))[0]
        if kind == "i":
            one = Indicator(nama=f"Rasio penyelesaian {dice.randint(1, 999)} perkara", satuan="%", sumber="Laporan")
            tree = apply(tree, SetField(key=node.key, field="indikator", value=(*node.indikator, one)))[0]
    return tree


@ANY_FOLDER
@given(st.integers(0, 10**6), st.text("ramib", min_size=0, max_size=5))
def test_a_document_without_ids_brings_in_exactly_its_edits(seed, kinds):
    tree = grown_tree(seed)
    wanted = edited(tree, random.Random(seed), kinds)
    text = commented(tree)
    steps = [step for step in plan(tree, wanted, ()) if step.makes]
    after = write_steps(text, tree, steps)
    assert drawn(wanted) == drawn(parse(after))
    assert comments(text) == comments(after)
    assert steps or drawn(wanted) == drawn(tree)
    assert () == tuple(step for step in plan(parse(after), wanted, ()) if step.makes)


@ANY_FOLDER
@given(st.integers(0, 10**6))
def test_what_a_document_lacks_stays_until_it_is_asked_to_go(seed):
    tree, dice = grown_tree(seed), random.Random(seed)
    gone = dice.choice([one for one in tree if one.parent is not None])
    rest = apply(tree, Remove(key=gone.key))[0]
    text = commented(tree)
    told = plan(tree, rest, ())
    assert {What.GONE} == {step.what for step in told}
    assert text == write_steps(text, tree, [step for step in told if step.makes])
    steps = plan(tree, rest, (), remove=True)
    assert [What.REMOVED] == [step.what for step in steps]
    assert drawn(rest) == drawn(parse(write_steps(text, tree, steps)))


def test_a_new_level_between_takes_its_conditions_below_it():
    tree = grown_tree(3)
    node = next(one for one in tree if one.kind == "antara")
    above = tree.parent(node)
    made = Node(key="sela", kind=node.kind, statement="Menguatnya koordinasi lintas kelurahan perbatasan")
    wanted = apply(tree, Add(parent=above.key, index=0, branch=(made,)))[0]
    key = next(one.key for one in wanted if one.statement == made.statement)
    child = next(one for one in wanted if one.statement == tree.children(node)[0].statement)
    wanted = apply(wanted, Move(key=child.key, parent=key, index=0))[0]
    steps = [step for step in plan(tree, wanted, ()) if step.makes]
    assert [What.ADDED, What.MOVED] == [step.what for step in steps]
    assert drawn(wanted) == drawn(parse(write_steps(commented(tree), tree, steps)))


def test_an_indicator_that_was_reworded_and_one_that_is_new_are_told_apart():
    tree = grown_tree(5)
    node = next(one for one in tree if len(one.indikator) == 1)
    (one,) = node.indikator
    other = Indicator(nama="Luas lahan tidur yang ditanami kembali", satuan="ha")
    both = (other, replace(one, nama=f"{one.nama} dan sekitarnya"))
    wanted = apply(tree, SetField(key=node.key, field="indikator", value=both))[0]
    steps = [step for step in plan(tree, wanted, ()) if step.makes]
    assert [What.REWORDED, What.ADDED] == [step.what for step in steps]
    found = parse(write_steps(commented(tree), tree, steps)).find(node.key).indikator
    assert [both[1].nama, other.nama] == [one.nama for one in found]


def sheet_of(tree: Tree, kind: str, folder):
    path = folder / f"{kind}.xlsx"
    path.write_bytes(as_xlsx(build(tree, kind, Wanted(year=2025))))
    return path


def returned(tree: Tree, path, *, remove: bool = False):
    source = read_excel(path, "xlsx")
    found = import_source(source)
    return plan(tree, found.tree, sheets(source), shaped=found.shaped, remove=remove)


@pytest.mark.parametrize("kind", ["tahap3", "tahap4", "tahap5", "cascading", "kke"])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), count=st.integers(0, 6))
def test_cells_that_were_edited_change_and_nothing_else(tmp_path, kind, seed, count):
    tree, dice = grown_tree(seed), random.Random(seed)
    path = sheet_of(tree, kind, tmp_path)
    book = openpyxl.load_workbook(path)
    said = {node.statement for node in tree} | {one.nama for node in tree for one in node.indikator}
    cells = [
        cell for row in book.worksheets[0].iter_rows() for cell in row
        if isinstance(cell.value, str) and cell.value.split("\n")[0].partition(": ")[2] in said | {""}
        and (cell.value.split("\n")[0] in said or cell.value.split("\n")[0].partition(": ")[2] in said)
    ]  # fmt: skip
    chosen = dice.sample(cells, min(count, len(cells)))
    for cell in chosen:
        first, sign, rest = cell.value.partition("\n")
        cell.value = f"{first} hasilsuntingan{sign}{rest}"
    book.save(path)
    steps = returned(tree, path)
    text = commented(tree)
    after = write_steps(text, tree, [step for step in steps if step.makes])
    assert len(chosen) == len(steps) == after.count("hasilsuntingan")
    assert drawn(tree) == drawn(parse(after.replace(" hasilsuntingan", "")))
    assert comments(text) == comments(after)


def test_rows_that_were_put_in_and_taken_out_of_a_sheet(tmp_path):
    tree = next(tree for seed in range(50) if len(list(tree := grown_tree(seed))[-1].indikator) == 1)
    path = sheet_of(tree, "tahap4", tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    last = max(row[0].row for row in sheet.iter_rows() if row[1].value)
    names = [cell.value for cell in sheet[last]]
    sheet.delete_rows(last)
    sheet.append(["Tahap 3", NEW_WORDS[0].format(7), "Jumlah rumah yang dibedah", "kinerja operasional"])
    book.save(path)
    told = returned(tree, path)
    assert [What.ADDED, What.GONE] == [step.what for step in told]
    steps = returned(tree, path, remove=True)
    after = parse(write_steps(commented(tree), tree, [step for step in steps if step.makes]))
    statements = [node.statement for node in after]
    assert names[1] not in statements
    assert NEW_WORDS[0].format(7) in statements
    (one,) = next(node for node in after if node.statement == NEW_WORDS[0].format(7)).indikator
    assert "Jumlah rumah yang dibedah" == one.nama


def test_a_new_indicator_in_a_row_of_its_own_comes_to_the_condition_above_it(tmp_path):
    tree = grown_tree(12)
    path = sheet_of(tree, "tahap4", tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.append([None, None, "Jumlah warga yang menerima manfaat baru", None])
    book.save(path)
    steps = returned(tree, path)
    assert [What.ADDED] == [step.what for step in steps]
    text = commented(tree)
    after = write_steps(text, tree, steps)
    assert "Jumlah warga yang menerima manfaat baru" == list(parse(after))[-1].indikator[-1].nama
    assert comments(text) == comments(after)
