"""Measure the budgets of the design and print a table: `./scripts/bench`.

Every row is a ratio of two figures taken in the same run, so that a slow or busy machine does not decide. Processes
are measured in CPU time (user + system), the middle one of several runs counts.
"""

import gc
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.made import tree_text
from benchmarks.measuring import Row, command, cpu_in, cpu_of

if TYPE_CHECKING:
    from pohon.model.edits import Edit
    from pohon.model.node import Node
    from pohon.model.tree import Tree

__all__ = ["main"]

_PACKAGE = Path(__file__).parents[1] / "pohon"


def main() -> int:
    """Print the table; exit code 1 when a budget is exceeded."""
    print(f"{'what':<52}{'measured':>13}{'floor of the same run':>38}{'ratio':>10}{'judged':>10}{'budget':>9}")
    over = False
    with tempfile.TemporaryDirectory() as folder:
        for row in _rows(Path(folder)):
            print(row.line(), flush=True)
            over |= row.compared > row.budget
    return int(over)


def _rows(folder: Path) -> Iterator[Row]:
    files = {}
    for nodes in (100, 1_000, 5_000, 10_000):
        files[nodes] = folder / f"{nodes}.pohon.yaml"
        files[nodes].write_text(tree_text(nodes), encoding="utf-8")
    yield _cold_lint(files[100])
    yield from _relint(files[1_000])  # before the large trees: a board holds one tree
    yield from _large_lint(files[10_000])
    yield _redundancy(files[5_000])
    yield _beside()
    yield from _layout(files[1_000], files[5_000])
    yield from _drawing(files[1_000], folder)
    yield from _forms()
    yield _workbook(folder)
    yield _installed()


def _cold_lint(path: Path) -> Row:
    bare = cpu_of(sys.executable, "-c", "pass")
    lint = cpu_of(*command(), "lint", str(path))
    return Row(
        what="lint 100 nodes, cold process (CPU over bare python)",
        value=lint, unit="ms", floor=bare, floor_name="ms bare python", budget=90, compared=lint - bare,
    )  # fmt: skip


def _large_lint(path: Path) -> Iterator[Row]:
    from pohon.forms import tree_file
    from pohon.model import lexicon
    from pohon.rules import _engine

    text = path.read_text(encoding="utf-8")
    tree = tree_file.parse(text)
    words = lexicon.default()
    gc.disable()
    read = cpu_in(lambda: tree_file.parse(text))
    rules = cpu_in(lambda: _engine.run(tree, words, _engine.Options(strict=True)), runs=1)
    gc.enable()
    yield Row(
        what="lint 10,000 nodes, all rules",
        value=read + rules, unit="ms", floor=read, floor_name="ms reading the same file",
        budget=4, compared=(read + rules) / read,
    )  # fmt: skip


def _redundancy(path: Path) -> Row:
    from pohon.forms import tree_file
    from pohon.model import lexicon
    from pohon.rules import _engine

    text = path.read_text(encoding="utf-8")
    tree = tree_file.parse(text)
    read = cpu_in(lambda: tree_file.parse(text))
    options = _engine.Options(select=("RED",), strict=True)
    spent = cpu_in(lambda: _engine.run(tree, lexicon.default(), options), runs=1)
    return Row(
        what="redundancy rules, 5,000 statements (seconds)",
        value=spent, unit="ms", floor=read, floor_name="ms reading the same file", budget=2, compared=spent / 1_000,
    )  # fmt: skip


def _relint(path: Path) -> Iterator[Row]:
    """Edits of one kind on many nodes, each on the same tree; the mean counts, beside it what a full run takes.

    Once on a tree whose nodes go by their numbers, once with an id on every node as the workshop board keeps it.
    """
    from pohon import api
    from pohon.forms import tree_file, tree_ids
    from pohon.model import lexicon
    from pohon.model.edits import Link, SetField
    from pohon.rules import _engine

    text = path.read_text(encoding="utf-8")
    for names, written in (("numbers", text), ("ids", tree_ids.with_ids(text))):
        tree = tree_file.parse(written)
        findings = _engine.run(tree, lexicon.default()).findings
        full = cpu_in(partial(_engine.run, tree, lexicon.default()))
        first = tree.find(tree.roots[0]).sebab[0]
        tree, findings = api.relint(tree, SetField(key=first, field="catatan", value="x"), findings)
        leaves = [node for node in tree if not node.sebab and node.parent][::37]
        for leaf, other in zip(leaves, [node for node in tree if not node.sebab][1::37], strict=False):
            if leaf.parent and other.id and other.parent != leaf.parent:
                tree, findings = api.relint(tree, Link(key=leaf.parent, cause=other.id), findings)
        gc.disable()
        for kind, edits in _edits(tree, leaves).items():
            every = [partial(api.relint, tree, edit, findings) for edit in edits]
            every[0]()
            spent = min(cpu_in(partial(_each, every[1:]), 1) for _ in range(3)) / (len(every) - 1)
            yield Row(
                what=f"relint at 1,000 nodes with {names}: {kind} (ms)",
                value=spent, unit="ms", floor=full, floor_name="ms full run", budget=5, compared=spent,
            )  # fmt: skip
        gc.enable()


def _beside() -> Row:
    """Two hundred agencies of one region, each with a tree of its own, held against each other."""
    from pohon.forms import tree_file
    from pohon.model import lexicon
    from pohon.model.beside import Group, Placed
    from pohon.rules import _across, _engine

    text = tree_text(100).replace("\ninstansi:", "\npemerintah: Kabupaten Contoh\ninstansi:", 1)
    named = (re.sub(r"^instansi: .*$", f"instansi: Dinas Urusan {at}", text, flags=re.MULTILINE) for at in range(200))
    placed = [Placed(f"{at}.pohon.yaml", tree_file.parse(one)) for at, one in enumerate(named)]
    read = cpu_in(lambda: tree_file.parse(text)) * len(placed)

    def compare() -> None:
        group = Group(placed, lexicon.default())
        for at in range(len(placed)):
            _across.run(group.seen_from(at), lexicon.default(), _engine.USUAL, _engine.Outcome())

    spent = cpu_in(compare, runs=1)
    return Row(
        what="200 trees of 100 nodes beside each other (seconds)",
        value=spent, unit="ms", floor=read, floor_name="ms reading them", budget=2, compared=spent / 1_000,
    )  # fmt: skip


def _edits(tree: "Tree", leaves: "list[Node]") -> "dict[str, list[Edit]]":
    """Return edits of every kind, one for each leaf; edges are drawn only where nodes have ids."""
    from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink

    edits: dict[str, list[Edit]] = {}
    for leaf, other in zip(leaves, [*leaves[3:], *leaves[:3]], strict=True):
        above = tree.find(leaf.parent or "")
        made = replace(leaf, key="baru", parent=None, id="", statement="Tersedianya taman bermain di kelurahan")
        indicator = replace(leaf.indikator[0], nama=f"{leaf.indikator[0].nama} baru")
        each: dict[str, Edit] = {
            "wording": Reword(key=leaf.key, statement=f"{leaf.statement} baru"),
            "wording above": Reword(key=above.key, statement=f"{above.statement} baru"),
            "indicator": SetField(key=leaf.key, field="indikator", value=(indicator,)),
            "add": Add(parent=above.key, index=len(above.sebab), branch=(made,)),
            "remove": Remove(key=leaf.key),
            "move": Move(key=leaf.key, parent=above.parent, index=0),
        }
        if above.ref:
            each["unlink"] = Unlink(key=above.key, cause=above.ref[0])
        if other.id:
            each["link"] = Link(key=leaf.key, cause=other.id)
        for kind, edit in each.items():
            edits.setdefault(kind, []).append(edit)
    return edits


def _each(work: Iterable[Callable[[], object]]) -> None:
    for one in work:
        one()


def _layout(path: Path, larger: Path) -> Iterator[Row]:
    """The layout pass alone (places of boxes and lines), and the whole scene with all text broken into lines."""
    from pohon.forms import tree_file
    from pohon.render import fit, layout, sheets, surround
    from pohon.render.options import SceneOptions

    for nodes, file, budget in (("1,000", path, 100), ("5,000", larger, 1_000)):
        text = file.read_text(encoding="utf-8")
        tree = tree_file.parse(text)
        read = cpu_in(partial(tree_file.parse, text))
        parts = surround.plan(tree, SceneOptions()).parts
        forest, widths, heights = fit.sized(parts, fit.Style())
        spent = cpu_in(partial(layout.place, forest, widths, heights, layout.Spacing()))
        whole = cpu_in(partial(_scene, tree))
        for what, value in (("layout pass", spent), ("whole scene", whole)):
            yield Row(
                what=f"{what} of {nodes} nodes (ms)", value=value, unit="ms", floor=read,
                floor_name="ms reading the same file", budget=budget, compared=value,
            )  # fmt: skip
    paper = cpu_in(lambda: sheets.build(tree, SceneOptions(paper="A3")), runs=1)
    yield Row(
        what="5,000 nodes on A3 sheets (seconds)",
        value=paper, unit="ms", floor=read, floor_name="ms reading the same file", budget=5, compared=paper / 1_000,
    )  # fmt: skip


def _scene(tree: "Tree") -> None:
    """Build the scene of a copy: what was remembered of the tree before does not count."""
    from pohon.render import scene
    from pohon.render.options import SceneOptions

    scene.build(replace(tree), SceneOptions())


def _drawing(path: Path, folder: Path) -> Iterator[Row]:
    bare = cpu_of(sys.executable, "-c", "pass")
    out, dot = folder / "out.svg", folder / "out.dot"
    spent = cpu_of(*command(), "render", str(path), "-o", str(out), "--force")
    yield Row(
        what="SVG of 1,000 nodes, cold process (seconds)",
        value=spent, unit="ms", floor=bare, floor_name="ms bare python", budget=0.3, compared=spent / 1_000,
    )  # fmt: skip
    if shutil.which("dot") is None:
        print("(dot is not installed: no row against dot -Tsvg)")
        return
    subprocess.run(
        [sys.executable, "-m", "pohon", "render", str(path), "-o", str(dot), "--force"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    graphviz = cpu_of("dot", "-Tsvg", str(dot), "-o", os.devnull)
    yield Row(
        what="SVG of 1,000 nodes against dot -Tsvg",
        value=spent, unit="ms", floor=graphviz, floor_name="ms dot -Tsvg", budget=1, compared=spent / graphviz,
    )  # fmt: skip


def _forms() -> Iterator[Row]:
    """Seconds of the slowest Word and Excel form of 500 nodes, and the most memory of a process that makes them all."""
    from pohon import api
    from pohon.forms import tree_file

    text = tree_text(500).replace("tahap: 4", "tahap: 5\nperiode: 2025-2029", 1)
    text = re.sub(r"^( +)indikator:", r"\1jabatan: k\n\1program: 1.02.02\n\1indikator:", text, flags=re.MULTILINE)
    text += "jabatan: [{id: k, nama: Kepala Dinas, jenjang: jpt-pratama}]\n"
    text += "program: [{kode: 1.02.02, nama: Program Pemenuhan Upaya Kesehatan, anggaran: '5.000.000'}]\n"
    tree = tree_file.parse(text)
    read = cpu_in(lambda: tree_file.parse(text))
    for ending in ("docx", "xlsx"):
        spent = {
            kind: cpu_in(partial(api.fill_form, tree, kind, ending, api.Filling(year=2025)), 1)
            for kind in api.form_kinds()
        }
        slowest = max(spent, key=lambda kind: spent[kind])
        yield Row(
            what=f"slowest {ending} form of 500 nodes: {slowest} (seconds)",
            value=spent[slowest], unit="ms", floor=read, floor_name="ms reading the same file",
            budget=2, compared=spent[slowest] / 1_000,
        )  # fmt: skip
    script = (
        "import sys\nfrom pohon import api\nfrom pohon.forms import tree_file\n"
        "tree = tree_file.parse(sys.stdin.read())\n"
        "for kind in api.form_kinds():\n"
        "    for ending in ('docx', 'xlsx'):\n"
        "        api.fill_form(tree, kind, ending, api.Filling(year=2025))\n"
    )
    bare, most = _memory_of("import sys; sys.stdin.read()", text), _memory_of(script, text)
    yield Row(
        what="all forms of 500 nodes, most memory (MB)",
        value=most, unit="MB", floor=bare, floor_name="MB bare python", budget=300, compared=most,
    )  # fmt: skip


def _memory_of(script: str, text: str) -> float:
    """Return the MB that a process reached: its own mark, since `ru_maxrss` counts what it was forked from."""
    asked = "\nprint(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    done = subprocess.run(
        [sys.executable, "-c", script + asked], input=text, check=True, capture_output=True, text=True
    )
    return int(done.stdout) / 1_000


def _workbook(folder: Path) -> Row:
    """A workbook of 2,000 rows into a tree file; every tenth row names the two levels above."""
    import xlsxwriter

    path = folder / "besar.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    upper = ("Sasaran", "Indikator", "Sasaran Program", "Indikator", "Satuan", "Target")
    sheet.write_row(0, 0, (*upper, "Sasaran Kegiatan", "Indikator"))
    for row in range(1, 2001):
        named = (f"Meningkatnya hasil {row}", f"Nilai {row}", f"Meningkatnya mutu {row}", f"Nilai m {row}", "%", row)
        sheet.write_row(row, 0, named if row % 10 == 1 else [""] * 6)
        sheet.write_row(row, 6, (f"Terlaksananya hal {row}", f"Jumlah hal {row}"))
    book.close()
    bare = cpu_of(sys.executable, "-c", "pass")
    spent = cpu_of(*command(), "import", str(path), "-o", str(folder / "besar.pohon.yaml"), "--force")
    return Row(
        what="workbook of 2,000 rows into a tree file (seconds)",
        value=spent, unit="ms", floor=bare, floor_name="ms bare python", budget=3, compared=spent / 1_000,
    )  # fmt: skip


def _installed() -> Row:
    """Size of `pohon` with everything that a plain `pip install` brings, from the records of the packages."""
    seen: dict[str, float] = {}
    pending = ["pohon"]
    while pending:
        name = pending.pop()
        if name.lower() in seen:
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another system only
            continue
        sizes = [file.size or 0 for file in found.files or ()]
        seen[name.lower()] = sum(sizes) / 1_000_000
        plain = [word for word in found.requires or () if "extra ==" not in word]
        pending += [word.replace("<", " ").replace(">", " ").replace("=", " ").replace("[", " ").split()[0].rstrip(";")
                    for word in plain]  # fmt: skip
    seen.pop("pohon", None)
    client = _PACKAGE / "board" / "client"  # what the page is made of is not installed
    shipped = (path for path in _PACKAGE.rglob("*") if path.is_file() and client not in path.parents)
    own = sum(path.stat().st_size for path in shipped if path.suffix != ".pyc") / 1_000_000
    return Row(
        what=f"pip install . brings {len(seen)} packages (MB)",
        value=own + sum(seen.values()), unit="MB", floor=own, floor_name="MB pohon itself",
        budget=75, compared=own + sum(seen.values()),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
