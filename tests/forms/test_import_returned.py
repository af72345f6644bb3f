"""Excel and back: what was edited in the sheet changes in the tree file, on its own lines, and nothing else does."""

import difflib
import random
from pathlib import Path

import openpyxl
import pytest

from pohon.errors import PohonError
from pohon.forms.excel import as_xlsx
from pohon.forms.imports.importer import import_source
from pohon.forms.imports.into import What, plan, write_steps
from pohon.forms.imports.reading import read_source
from pohon.forms.imports.recognise import sheets
from pohon.forms.kinds import build
from pohon.forms.tree_file import parse
from pohon.forms.wanted import Wanted

REPAIRED = Path(__file__).resolve().parents[2] / "trees" / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml"
TEXT = REPAIRED.read_text(encoding="utf-8")
TREE = parse(TEXT)
KINDS = {
    "tahap2": Wanted(), "tahap3": Wanted(), "tahap4": Wanted(), "tahap5": Wanted(), "cascading": Wanted(),
    "rkt": Wanted(year=2025), "iku": Wanted(), "iki": Wanted(year=2025), "pk": Wanted(year=2025),
    "skp": Wanted(year=2025), "renstra-86": Wanted(), "renstra-2025": Wanted(),
}  # fmt: skip


def written(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.xlsx"
    path.write_bytes(as_xlsx(build(TREE, kind, KINDS[kind])))
    return path


def steps_of(path: Path, tree=TREE):
    return plan(tree, None, sheets(read_source(path)))


def changed_lines(before: str, after: str) -> tuple[int, int]:
    """Return (lines taken out, lines put in)."""
    marks = [line[0] for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "-+"]
    return marks.count("-"), marks.count("+")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_untouched_sheet_changes_nothing(tmp_path, kind):
    steps = steps_of(written(tmp_path, kind))
    assert () == steps
    assert TEXT == write_steps(TEXT, TREE, steps)


def edit(path: Path, count: int, seed: int, suffix: str) -> int:
    """Add a word to `count` different statements or indicators of a cascading sheet."""
    book = openpyxl.load_workbook(path)
    sheet = book["Cascading"]
    cells = [
        cell for row in sheet.iter_rows(min_row=1) for cell in row
        if isinstance(cell.value, str) and cell.fill is not None and _is_content(cell.value)
    ]  # fmt: skip
    chosen = random.Random(seed).sample(cells, count)
    for cell in chosen:
        first, sign, rest = cell.value.partition("\n")
        cell.value = f"{first} {suffix}{sign}{rest}"
    book.save(path)
    return len(chosen)


def _is_content(text: str) -> bool:
    first = text.split("\n", maxsplit=1)[0]
    return any(first in (node.statement, *(one.nama for one in node.indikator)) for node in TREE)


@pytest.mark.parametrize("count", [0, 1, 50])
def test_k_edited_cells_give_exactly_k_changed_fields_and_k_changed_lines(tmp_path, count):
    path = written(tmp_path, "cascading")
    edit(path, count, seed=7, suffix="hasilsuntingan")
    steps = steps_of(path)
    assert count == len(steps)
    assert all(step.makes for step in steps)
    after = write_steps(TEXT, TREE, steps)
    assert (count, count) == changed_lines(TEXT, after)
    assert count == after.count(" hasilsuntingan")
    comments = [line for line in TEXT.splitlines() if line.lstrip().startswith("#")]
    assert comments == [line for line in after.splitlines() if line.lstrip().startswith("#")]


def test_a_second_return_of_the_same_sheet_changes_nothing_more(tmp_path):
    path = written(tmp_path, "cascading")
    edit(path, 3, seed=1, suffix="baru")
    after = write_steps(TEXT, TREE, steps_of(path))
    assert () == steps_of(path, parse(after))


def test_hostile_words_in_a_cell_come_back_as_they_are(tmp_path):
    path = written(tmp_path, "cascading")
    node = next(iter(TREE))
    words = '=1+1 <script> ]]> : # "kutip" {a: b} - [x]'
    book = openpyxl.load_workbook(path)
    cell = next(
        c for row in book["Cascading"].iter_rows() for c in row if str(c.value).split("\n")[0] == node.statement
    )
    cell.value = f"Terwujudnya {words}\n{cell.value.split(chr(10))[1]}"
    book.save(path)
    after = parse(write_steps(TEXT, TREE, steps_of(path)))
    assert f"Terwujudnya {words}" == next(iter(after)).statement


def test_a_changed_target_and_unit_change_only_their_own_line(tmp_path):
    path = written(tmp_path, "rkt")
    book = openpyxl.load_workbook(path)
    sheet = book["RKT"]
    cell = next(c for row in sheet.iter_rows() for c in row if isinstance(c.value, int | float) and c.column > 2)
    cell.value = 12.5
    book.save(path)
    steps = steps_of(path)
    assert [What.CHANGED] == [step.what for step in steps]
    assert "target.2025" in (steps[0].field or "")
    after = write_steps(TEXT, TREE, steps)
    assert (1, 1) == changed_lines(TEXT, after)
    assert "12,5" in after


def test_a_row_without_id_is_named_and_not_lost(tmp_path):
    path = written(tmp_path, "tahap3")
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append([None, "Terlaksananya pelayanan keliling desa", "kondisi operasional"])
    book.save(path)
    steps = steps_of(path)
    assert [What.LEFT] == [step.what for step in steps]
    assert "pelayanan keliling desa" in steps[0].words


def test_a_new_row_with_a_condition_is_added_below_the_condition_above_it(tmp_path):
    path = written(tmp_path, "tahap3")
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append([None, "Terlaksananya pelayanan keliling desa", "kondisi operasional"])
    book.save(path)
    source = read_source(path)
    steps = plan(TREE, import_source(source).tree, sheets(source))
    assert [What.ADDED] == [step.what for step in steps]
    after = parse(write_steps(TEXT, TREE, steps))
    fresh = next(node for node in after if node.statement == "Terlaksananya pelayanan keliling desa")
    last = [node for node in TREE if node.kind.value == "antara"][-1]
    assert last.statement == after.parent(fresh).statement
    assert len(TREE) + 1 == len(after)


def test_rows_in_another_order_change_nothing(tmp_path):
    path = written(tmp_path, "tahap2")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if str(row[0].value).isdigit()]
    first = next(row[0].row for row in sheet.iter_rows() if str(row[0].value).isdigit())
    for at, row in enumerate(reversed(rows)):
        for column, value in enumerate(row, 1):
            sheet.cell(first + at, column).value = value
    book.save(path)
    assert [] == [step for step in steps_of(path) if step.field != "" and step.makes]
    assert TEXT == write_steps(TEXT, TREE, [step for step in steps_of(path) if step.makes])


def test_a_foreign_document_adds_reworded_and_missing_conditions_by_wording(tmp_path):
    base = parse(
        "versi: 1\njudul: Uji\ninstansi: Dinas Uji\nprofil: balangan\ntahap: 3\n# jangan hilang\npohon:\n"
        "  - outcome: Meningkatnya produksi padi sawah\n    id: o1\n    sebab:\n"
        "      - csf: Meningkatnya ketersediaan air irigasi\n        id: c1\n"
        "      - csf: Meningkatnya mutu benih padi lokal\n        id: c2\n"
    )
    text = (
        "versi: 1\njudul: Uji\ninstansi: Dinas Uji\nprofil: balangan\ntahap: 3\n# jangan hilang\npohon:\n"
        "  - outcome: Meningkatnya produksi padi sawah\n    id: o1\n    sebab:\n"
        "      - csf: Meningkatnya ketersediaan air irigasi\n        id: c1\n"
        "      - csf: Meningkatnya mutu benih padi lokal\n        id: c2\n"
    )
    new = parse(text.replace("air irigasi", "air irigasi teknis").replace(
        "      - csf: Meningkatnya mutu benih padi lokal\n        id: c2\n",
        "      - csf: Menurunnya serangan hama wereng\n",
    ).replace("        id: c1\n", "").replace("    id: o1\n", ""))  # fmt: skip
    steps = plan(base, new, ())
    assert [What.REWORDED, What.ADDED, What.GONE] == [step.what for step in steps]
    after = write_steps(text, base, [step for step in steps if step.makes])
    assert "# jangan hilang" in after
    assert ["o1", "c1", "c2"] == [node.id for node in parse(after)][:3]
    assert "Menurunnya serangan hama wereng" in after
    assert "air irigasi teknis" in after


def test_a_form_needs_a_year_and_says_so():
    with pytest.raises(PohonError, match="tahun"):
        build(TREE, "rkt", Wanted())
