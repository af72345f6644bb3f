"""The page for a browser, as text: what stands in it and what cannot."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made import tree_text
from pohon.forms.tree_file import parse
from pohon.model.finding import Finding, Severity
from pohon.model.node import Waiver
from pohon.render import html, scene, theme
from pohon.render.html_data import page_data
from pohon.render.options import SceneOptions
from pohon.render.theme_dark import DARK_SURFACES, DARK_TEXTS
from tests.build import tree
from tests.render.forest import grown, regular

SMALL = tree("""
pohon:
  - outcome: Meningkatnya derajat kesehatan ibu
    indikator:
      - {nama: Angka kematian ibu, satuan: per 100.000, rumus: "kematian / kelahiran", sumber: Dinas, target: {2025: "90"}}
    sebab:
      - csf: Meningkatnya mutu persalinan
        id: c1
        sebab:
          - utama: Terlatihnya bidan desa
            crosscutting: [{mitra: Dinas Pendidikan, peran: beasiswa bidan}]
      - csf: Meningkatnya rujukan
        sebab:
          - ref: c1
belum_ditempatkan:
  - Tersedianya ambulans desa
""")
HOSTILE = "</script><img src=x onerror=alert(1)>]]> <!-- & \\u003c"


class Elements(HTMLParser):
    """Every element with its attributes, and the text inside scripts and styles by id or name."""

    def __init__(self, text):
        super().__init__()
        self.found, self.inside, self.open = [], {}, ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self.open = dict(attrs).get("id", tag) if tag in ("script", "style") else ""

    def handle_endtag(self, tag):  # noqa: ARG002
        self.open = ""

    def handle_data(self, data):
        if self.open:
            self.inside[self.open] = self.inside.get(self.open, "") + data


def data_of(page):
    return json.loads(Elements(page).inside["data"])


def finding(code, node, severity=Severity.ERROR, **more):
    return Finding(code=code, name="contoh", severity=severity, stage=1, node=node, message=f"pesan {code}", **more)


def test_the_same_tree_gives_the_same_page():
    assert html.render(SMALL, SceneOptions()) == html.render(SMALL, SceneOptions())


def test_the_policy_admits_only_the_script_and_the_style_of_the_page():
    page = Elements(html.render(SMALL, SceneOptions()))
    (policy,) = [attrs["content"] for tag, attrs in page.found if attrs.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    hashes = {
        name: "'sha256-" + b64encode(sha256(page.inside[name].encode()).digest()).decode() + "'"
        for name in ("script", "style")
    }
    assert rules == {
        "default-src": "'none'",
        "script-src": hashes["script"],
        "style-src": hashes["style"],
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_policy_stands_before_everything_it_governs():
    tags = [tag for tag, _ in Elements(html.render(SMALL, SceneOptions())).found]
    assert tags.index("meta") < tags.index("style") < tags.index("script")


def test_nothing_in_the_page_points_elsewhere():
    page = html.render(SMALL, SceneOptions())
    assert re.findall(r"https?:|//[a-z]|@import|url\(", page.replace('"//', "")) == []
    addresses = {"src", "href", "action", "srcset", "data", "poster", "style"}
    assert [] == [(tag, attrs) for tag, attrs in Elements(page).found if addresses & set(attrs)]


def test_no_element_carries_a_handler():
    found = Elements(html.render(SMALL, SceneOptions())).found
    assert [] == [attrs for _, attrs in found if any(name.startswith("on") for name in attrs)]


def test_hostile_text_stands_only_in_the_data_and_as_text():
    hostile = tree("pohon:\n  - outcome: " + HOSTILE, judul=HOSTILE, instansi=HOSTILE)
    page, plain = html.render(hostile, SceneOptions()), html.render(SMALL, SceneOptions())
    assert "onerror" not in re.sub(r'(?s)<script type="application/json".*?</script>', "", page)
    assert [tag for tag, _ in Elements(plain).found] == [tag for tag, _ in Elements(page).found]
    assert (HOSTILE, HOSTILE) == (data_of(page)["title"], data_of(page)["nodes"][0]["text"])


def test_the_data_are_plain_ascii_without_signs_of_markup():
    inside = Elements(html.render(grown(40, 7), SceneOptions())).inside["data"]
    assert inside.isascii()
    assert set("<>&").isdisjoint(inside)


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10**6))
def test_boxes_and_lines_stand_where_the_printed_scene_has_them(count, seed):
    forest, options = grown(count, seed), SceneOptions(paper="A3", orientation="landscape")
    drawn, data = scene.build(forest, options), data_of(html.render(forest, SceneOptions()))
    unit = data["unit"]
    for box, node in zip(drawn.boxes, data["nodes"], strict=True):
        assert [pytest.approx(value * unit, abs=0.01 * unit) for value in node["box"]] == [
            box.x, box.y, box.width, box.height,
        ]  # fmt: skip
    assert len(drawn.wires) == len(data["wires"]) + len(data["supports"])


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10**6))
def test_every_word_of_the_tree_can_be_found_in_the_page(count, seed):
    forest = grown(count, seed)
    data = data_of(html.render(forest, SceneOptions(target=2024)))
    shown = {word for node in data["nodes"] for line in node["lines"] for word in line[5].split()}
    told = {word for node in data["nodes"] for word in node["text"].split()}
    words = {word for node in forest for word in node.statement.split()}
    assert words <= told
    assert {word for word in words if len(word) < 24} <= shown


def test_every_shape_and_every_role_has_a_look_by_day_and_by_night():
    page = html.render(SMALL, SceneOptions())
    data, style = data_of(page), Elements(page).inside["style"]
    surfaces = {surface for surface, _ in data["shapes"]}
    looks = {line[0] for node in data["nodes"] for line in node["lines"]}
    assert [] == [name for name in surfaces if f".s-{name}{{" not in style]
    assert [] == [name for name in looks if style.count(f"--t-{name}:") != 2]
    assert max(index for node in data["nodes"] for index in node["shapes"]) < len(data["shapes"])


def test_details_tell_the_indicator_and_the_partner():
    node, *_, other, _, _ = data_of(html.render(SMALL, SceneOptions()))["nodes"]
    rows = dict(row for title, rows, _ in node["details"] if title == "Indikator" for row in rows)
    assert ("per 100.000", "kematian / kelahiran", "Dinas", "2025: 90") == (
        rows["Satuan"], rows["Rumus"], rows["Sumber data"], rows["Target"],
    )  # fmt: skip
    titles = [title for node in (node, other) for title, _, _ in node["details"]]
    assert "Indikator" in titles


def test_findings_are_explained_and_can_be_filtered():
    key = SMALL.roots[0]
    waiver = Waiver(kode="RED01", alasan="memang sama")
    found = (
        finding("STR01", key, hint="pindahkan"),
        finding("RED01", key, Severity.WARNING, waiver=waiver),
        finding("DOK01", ""),
    )
    data = data_of(html.render(SMALL, SceneOptions(explained=found)))
    details = {title: (dict(rows), tone) for title, rows, tone in data["nodes"][0]["details"]}
    assert details["Galat STR01 contoh"] == ({"Temuan": "pesan STR01", "Cara memperbaiki": "pindahkan"}, "galat")
    assert details["Peringatan RED01 contoh"] == ({"Temuan": "pesan RED01", "Catatan": "diterima: memang sama"}, "")
    assert (["STR01"], ["galat"]) == (data["nodes"][0]["codes"], data["nodes"][0]["grades"])
    assert [["Galat DOK01 contoh", [["Temuan", "pesan DOK01"]], "galat"]] == data["general"]
    assert ["kind", "classes", "grades", "codes"] == [key for _, key, _ in data["filters"]]


def test_an_early_stage_keeps_what_it_does_not_know_to_itself():
    page = html.render(SMALL, SceneOptions(stage=2))
    assert "Angka kematian ibu" not in page
    assert "Terlatihnya bidan desa" not in page


def test_a_node_without_a_place_has_no_parent():
    data = data_of(html.render(SMALL, SceneOptions()))
    assert [(True, -1)] == [(node["loose"], node["parent"]) for node in data["nodes"] if node["loose"]]
    assert data["unplaced"] is not None


def test_an_empty_tree_gives_an_empty_page():
    data = data_of(html.render(replace(SMALL, nodes={}, roots=(), belum={}, belum_roots=()), SceneOptions()))
    assert ([], [], []) == (data["nodes"], data["wires"], data["bands"])


def test_the_data_of_a_page_can_be_asked_for_without_the_page():
    options = SceneOptions(paper="A3")
    data = page_data(SMALL, scene.build(SMALL, options), options)
    assert json.loads(json.dumps(data)) == data


LIGHT_ON = {
    "outcome": "statement-dark indicator-dark target-dark component-dark program-dark issue-dark",
    "csf": "statement-dark indicator-dark target-dark component-dark program-dark issue-dark",
    "utama": "statement statement-bold indicator target component program issue",
    "antara": "statement indicator target component program issue",
    "operasional": "statement indicator target component program issue",
    "gagasan": "statement indicator",
    "carrier": "carrier carrier-dark",
    "partner": "partner partner-dark",
    "note": "note note-dark",
    "galat": "badge",
    "peringatan": "badge",
    "saran": "badge",
    "band-tab": "band fact",
    "panel": "panel",
    "paper": "title overline subtitle fact fact-value legend",
    "tag-outcome": "tag-dark",
    "tag-csf": "tag-dark",
    "tag-utama": "tag",
    "tag-antara": "tag",
    "tag-operasional": "tag",
}


@pytest.mark.parametrize("surface", LIGHT_ON)
def test_every_text_can_be_read_at_night(surface):
    fill = DARK_SURFACES[surface].fill
    assert {} == {
        look: round(theme.contrast(DARK_TEXTS[look].colour, fill), 2)
        for look in LIGHT_ON[surface].split()
        if theme.contrast(DARK_TEXTS[look].colour, fill) < 4.5
    }


def test_levels_can_be_told_apart_at_night_by_their_border():
    paper = DARK_SURFACES["paper"].fill
    kinds = ("outcome", "csf", "utama", "antara", "operasional", "gagasan")
    assert all(theme.contrast(DARK_SURFACES[kind].stroke, paper) >= 3 for kind in kinds)


@pytest.mark.parametrize("view", ["kinerja", "cascading", "jabatan", "crosscutting"])
@pytest.mark.parametrize("direction", ["bawah", "kanan"])
def test_every_view_and_direction_keeps_all_its_words(view, direction):
    forest, options = grown(30, 11), SceneOptions(view=view, direction=direction)
    drawn = scene.build(forest, replace(options, paper="A3", orientation="landscape"))
    data = data_of(html.render(forest, options))
    shown = {word for node in data["nodes"] for line in node["lines"] for word in line[5].split()}
    shown |= {word for line in data["extra"]["texts"] for word in line[4].split()}
    shown |= {word for band in data["bands"] for word in f"{band[0]} {band[1]}".split()}
    shown |= {word for entry in data["legend"] for word in entry[0].split()} | {"Belum", "ditempatkan"}
    title = next(panel for panel in drawn.panels if panel.name == "judul")
    wanted = {word for text in drawn.texts() if text not in title.texts for word in text.text.split()}
    assert wanted - shown == set()


@pytest.mark.parametrize("count", [5, 60, 500])
@pytest.mark.parametrize(("direction", "axis"), [("bawah", 1), ("kanan", 0)])
def test_levels_are_rows_downwards_and_columns_to_the_right(count, direction, axis):
    data = data_of(html.render(parse(tree_text(count)), SceneOptions(direction=direction)))
    assert {axis} == {band[2] for band in data["bands"]}


@pytest.mark.parametrize(
    ("paper", "way", "size"),
    [
        ("", "auto", "landscape"),
        ("", "portrait", "portrait"),
        ("A3", "auto", "420mm 297mm"),
        ("F4", "portrait", "215mm 330mm"),
    ],
)
def test_the_browser_prints_on_the_paper_that_was_asked_for(paper, way, size):
    page = html.render(regular(2, 1, 1), SceneOptions(paper=paper, orientation=way))
    assert f"@page{{size:{size};margin:9mm}}" in page


def test_the_picture_of_a_large_tree_is_a_layer_of_its_own_so_that_it_can_be_moved_without_being_painted():
    page = html.render(regular(1, 1, 1), SceneOptions())
    rule = page.split("#kanvas.luas{")[1].split("}")[0]
    assert "will-change:transform" in rule
