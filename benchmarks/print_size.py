"""How large is the text on paper: ours against Graphviz `dot`, on the same trees: `python -m benchmarks.print_size`.

`dot` draws the same boxes with the same text (10 pt), top-down and left to right; its drawing is scaled to the sheet
inside margins of 10 mm, without title block or legend. The smallest text of a sheet counts. The promise is 2.5 times
the text of dot, whichever way it draws. Exit code 1 when a promise is not kept.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.made import tree_text

if TYPE_CHECKING:
    from pohon.model.tree import Tree
    from pohon.render.options import SceneOptions

__all__ = ["main"]

_MARGIN_MM, _DOT_TEXT = 10.0, 10.0


def main() -> int:
    """Print the tables."""
    kept = [_against_dot(), _split(), _connectors(), _whole_set(), _zoom()]
    return int(not all(kept))


def _tree(nodes: int) -> "Tree":
    from pohon.forms import tree_file

    return tree_file.parse(tree_text(nodes))


def _against_dot() -> bool:
    """One sheet for the whole tree: smallest text of ours and of dot."""
    if shutil.which("dot") is None:
        print("(dot is not installed: no comparison of the text on one sheet)")
        return True
    from pohon.render import sheets
    from pohon.render.options import SceneOptions

    print(f"{'one sheet':<24}{'ours pt':>9}{'dot TB':>9}{'dot LR':>9}{'TB':>10}{'LR':>10}")
    kept = True
    for nodes in (60, 200, 500):
        tree = _tree(nodes)
        for paper in ("A3", "A1"):
            options = SceneOptions(paper=paper)
            (ours,) = sheets.build(tree, options, "none")
            found = [_dot_points(tree, options, way) for way in ("TB", "LR")]
            ratios = [ours.smallest / one for one in found]
            print(f"{f'{nodes} nodes on {paper}':<24}{ours.smallest:9.2f}{found[0]:9.2f}{found[1]:9.2f}"
                  f"{ratios[0]:8.1f} x{ratios[1]:8.1f} x")  # fmt: skip
            kept &= min(ratios) >= 2.5
    return kept


def _dot_points(tree: "Tree", options: "SceneOptions", way: str) -> float:
    """Return the size of the text of dot when its drawing is scaled to the paper, in the better orientation."""
    from pohon.render import dot
    from pohon.render.options import MM, PAPERS

    source = dot.render(tree, replace(options, paper="")).replace("rankdir=TB", f"rankdir={way}")
    source = source.replace("splines=ortho", "splines=line")
    drawn = subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True).stdout.decode()
    size = re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', drawn)
    if size is None:
        raise ValueError("dot wrote a drawing without a size")
    width, height = float(size[1]), float(size[2])
    narrow, broad = (side * MM - 2 * _MARGIN_MM * MM for side in sorted(PAPERS[options.paper]))
    return _DOT_TEXT * max(min(broad / width, narrow / height), min(narrow / width, broad / height))


def _split() -> bool:
    """Several sheets: 100 nodes on A3, 50 on A4, one sheet a CSF."""
    from pohon.render import sheets
    from pohon.render.options import SceneOptions

    kept = True
    print(f"\n{'one sheet a CSF':<24}{'sheets':>9}{'smallest pt':>13}{'promised':>10}")
    for nodes, paper in ((100, "A3"), (50, "A4")):
        made = sheets.build(_tree(nodes), SceneOptions(paper=paper), "csf")
        smallest = min(one.smallest for one in made)
        print(f"{f'{nodes} nodes on {paper}':<24}{len(made):9}{smallest:13.2f}{7:10.2f}")
        kept &= smallest >= 7
    return kept


def _connectors() -> bool:
    """Time of an SVG with rounded orthogonal lines against the same SVG with straight ones."""
    from pohon.render import scene, svg
    from pohon.render.options import SceneOptions

    rounded = scene.build(_tree(1_000), SceneOptions())
    wires = tuple(replace(one, points=(one.points[0], one.points[-1])) for one in rounded.wires)
    straight = replace(rounded, wires=wires)
    times = [(_spent(lambda: svg.render(rounded)), _spent(lambda: svg.render(straight))) for _ in range(25)]
    ours, plain = (min(one[place] for one in times) * 1000 for place in (0, 1))
    print(f"\nSVG of 1,000 nodes, writing alone: rounded lines {ours:.1f} ms, straight {plain:.1f} ms, "
          f"{ours / plain:.2f} x (promised 1.20)")  # fmt: skip
    return ours <= plain * 1.2


def _zoom() -> bool:
    """Time between two frames while the page of 500 nodes is zoomed, in a browser without graphics card."""
    chromium = os.environ.get("POHON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium or not find_spec("playwright"):
        print("(no Chromium or no playwright: no time of a zoom frame)")
        return True
    from playwright.sync_api import sync_playwright

    from pohon.render import html
    from pohon.render.options import SceneOptions

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "a.html")
        page_file.write_text(html.render(_tree(500), SceneOptions()), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(page_file.as_uri())
        page.wait_for_selector("html[data-siap]")
        page.wait_for_timeout(500)
        median, late = page.evaluate(_FRAMES)
        browser.close()
    print(f"\nPage of 500 nodes, one zoom frame: median {median:.0f} ms, slowest twentieth {late:.0f} ms (promised 33)")
    return bool(median <= 34)


_FRAMES = """() => new Promise(done => {
  const field = document.getElementById("bidang"), times = [];
  const step = now => {
    times.push(now);
    const deltaY = times.length % 40 < 20 ? -20 : 20;
    field.dispatchEvent(new WheelEvent("wheel", {deltaY, clientX: 700, clientY: 400, bubbles: true, cancelable: true}));
    if (times.length < 100) { requestAnimationFrame(step); return; }
    const gaps = times.slice(1).map((time, at) => time - times[at]).sort((a, b) => a - b);
    done([gaps[gaps.length >> 1], gaps[Math.floor(gaps.length * 0.95)]]);
  };
  requestAnimationFrame(step);
})"""


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _whole_set() -> bool:
    """The set of a 100-node tree in one process: overview and one sheet a CSF as PDF, the page for the browser."""
    command = [sys.executable, "-c", _SET]
    start = time.perf_counter()
    subprocess.run(command, input=tree_text(100).encode(), check=True, stdout=subprocess.DEVNULL)
    spent = time.perf_counter() - start
    print(f"\nPDF with overview and one A3 sheet a CSF, page for the browser, tables of 100 nodes: "
          f"{spent:.2f} s, cold process (promised 1.50)")  # fmt: skip
    return spent <= 1.5


_SET = """
import sys, tempfile, pathlib
from pohon import api
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "a.pohon.yaml")
    path.write_bytes(sys.stdin.buffer.read())
    tree = api.load(path).tree
    api.draw(tree, "pdf", api.Drawing(split="csf"))
    api.draw(tree, "html")
    for kind in ("tahap1", "tahap2", "tahap3", "tahap4"):
        api.fill_form(tree, kind, "xlsx")
"""


if __name__ == "__main__":
    sys.exit(main())
