import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pohon.model.indicator import Indicator
from pohon.model.node import Kind, Node
from pohon.render import scene, svg
from tests.render.forest import grown, of_nodes

GOLDEN = Path(__file__).parent / "golden" / "kecil.svg"
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>", "]]> <!-- --> <![CDATA[", '" onload="alert(1)', "&lt;b&gt; &amp; '", "[b]tebal[/b] {x} =1+1",
    "a\x00b\x1b[31mc\x07", "\u202eterbalik\u2066", "\ufffe\uffff", "https://contoh.id", "</text></g></svg>", "😀👩‍🌾",
]  # fmt: skip


def small():
    return of_nodes(
        [
            Node(key="a", kind=Kind.OUTCOME, statement="Meningkatnya derajat kesehatan ibu", sebab=("b",)),
            Node(
                key="b", kind=Kind.CSF, statement="Meningkatnya mutu persalinan", parent="a",
                indikator=(Indicator(nama="Persentase persalinan di fasilitas kesehatan", satuan="%"),),
            ),
        ]
    )  # fmt: skip


def test_a_small_tree_gives_the_golden_drawing():
    drawn = svg.render(scene.build(small(), scene.SceneOptions()))
    if os.environ.get("POHON_GOLDEN") == "tulis":
        GOLDEN.write_text(drawn, encoding="utf-8", newline="\n")
    assert GOLDEN.read_text(encoding="utf-8") == drawn


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_text(words):
    tree = of_nodes(
        [Node(key="a", kind=Kind.OUTCOME, statement=words, indikator=(Indicator(nama=words, satuan=words),))]
    )
    drawn = svg.render(scene.build(tree, scene.SceneOptions(findings={"a": [(words, "error")]}, notes={"a": words})))
    root = ET.fromstring(drawn)  # noqa: S314  # our own text
    assert {"svg", "title", "desc", "style", "g", "rect", "path", "text"} >= {
        one.tag.removeprefix(SVG) for one in root.iter()
    }
    assert not any(name.startswith("on") or name.endswith("href") for one in root.iter() for name in one.attrib)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", drawn)


def test_nothing_outside_is_loaded():
    drawn = svg.render(scene.build(grown(40, 2), scene.SceneOptions(paper="A3")))
    assert ["http://www.w3.org/2000/svg"] == sorted(set(re.findall(r"https?://[^\"'\s<]+", drawn)))
    assert not re.search(r"<script|<image|<foreignObject|url\(|@import|href", drawn)


def test_every_box_is_a_group_named_by_its_number_with_its_words_for_screen_readers():
    root = ET.fromstring(svg.render(scene.build(small(), scene.SceneOptions())))  # noqa: S314  # our own text
    group = next(one for one in root.iter(f"{SVG}g") if one.get("id") == "n1-1")
    assert "1.1 Meningkatnya mutu persalinan Persentase persalinan di fasilitas kesehatan (%)" == group.findtext(
        f"{SVG}title"
    )
    assert "img" == root.get("role")
    assert "Pohon Kinerja Dinas Uji" == root.findtext(f"{SVG}title")


def test_ids_are_unique():
    drawn = svg.render(scene.build(grown(80, 3), scene.SceneOptions()))
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))


def test_the_size_is_in_points_on_paper():
    root = ET.fromstring(svg.render(scene.build(small(), scene.SceneOptions(paper="A4", orientation="portrait"))))  # noqa: S314
    assert ("595.28pt", "841.89pt") == (root.get("width"), root.get("height"))


@pytest.mark.slow
def test_hash_seeds_do_not_change_a_byte():
    script = (
        "import hashlib; from pohon.render import scene, sheets, svg, pdf; from tests.render.forest import grown\n"
        "made = sheets.build(grown(60, 9), scene.SceneOptions(paper='A3', view='cascading'))\n"
        "print(hashlib.sha256(''.join(map(svg.render, made)).encode() + pdf.render(made)).hexdigest())"
    )
    root = Path(__file__).parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in range(3)
    }  # fmt: skip
    assert 1 == len(seen)
