"""The page in a real browser: opened from a file, without network, used by pointer, by touch and by keyboard."""

import re
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from benchmarks.made import tree_text
from pohon import api
from pohon.forms.tree_file import parse
from pohon.render import html, scene
from pohon.render.options import SceneOptions

pytestmark = pytest.mark.browser

BALANGAN = Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan.pohon.yaml"
TREE = api.load(BALANGAN).tree


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("halaman dari USB")
    found = api.lint(BALANGAN).findings
    marks = {one.node: [(one.code, one.severity.value)] for one in found if one.waiver is None}
    pages = {
        "balangan": html.render(TREE, SceneOptions(findings=marks, explained=found)),
        "ribuan": html.render(parse(tree_text(2000)), SceneOptions()),
    }
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


class Opened:
    """A page with what went wrong on it."""

    def __init__(self, page):
        self.page, self.asked, self.said = page, [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def go(self, path):
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("html[data-siap]")
        self.settle()
        return self.page

    def settle(self):
        self.page.evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(() => done()), 30))")


@pytest.fixture
def visit(chromium, files):
    """Open a page in a context of its own; afterwards nothing may have been said or asked for."""
    opened = []

    def visit(name="balangan", size=(1280, 800), **more):
        more.setdefault("reduced_motion", "reduce")
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **more)
        one = Opened(context.new_page())
        opened.append((context, one))
        return one.go(files / f"{name}.html")

    yield visit
    for context, one in opened:
        assert one.said == []
        assert [url for url in one.asked if not url.startswith("file:")] == []
        assert len(one.asked) == 1
        context.close()


def matrix(page):
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return [float(one) for one in re.findall(r"[-\d.e]+", page.get_attribute("#dunia", "transform"))]


def shown(page):
    return page.locator("[role=treeitem]:not([display])").count()


def focused(page):
    return page.evaluate("(document.activeElement.getAttribute('aria-label') || '').split(' ')[0]")


def boxes(page):
    """The frames that are shown, as rectangles on the screen."""
    return page.evaluate(
        "[...document.querySelectorAll('[role=treeitem]:not([display]) > .bingkai')].map(one => {"
        "const edge = one.getBoundingClientRect(); return [edge.left, edge.top, edge.right, edge.bottom]})"
    )


def overlaps(found):
    return [
        (one, two)
        for place, one in enumerate(found)
        for two in found[:place]
        if one[0] < two[2] - 0.5 and two[0] < one[2] - 0.5 and one[1] < two[3] - 0.5 and two[1] < one[3] - 0.5
    ]


def test_the_whole_tree_is_on_the_screen_when_the_page_opens(visit):
    page = visit()
    assert shown(page) == len(TREE) + len(TREE.belum)
    edge = page.locator("#bidang").bounding_box()
    for left, top, right, bottom in boxes(page):
        assert edge["x"] <= left
        assert edge["y"] <= top
        assert right <= edge["x"] + edge["width"]
        assert bottom <= edge["y"] + edge["height"]
    assert page.title() == TREE.judul


def test_the_screen_shows_what_the_paper_shows(visit):
    page = visit()
    found = api.lint(BALANGAN).findings
    marks = {one.node: [(one.code, one.severity.value)] for one in found if one.waiver is None}
    drawn = scene.build(TREE, SceneOptions(paper="A3", orientation="landscape", findings=marks))
    k, _, _, _, x, y = matrix(page)
    unit = drawn.boxes[0].shapes[0].scale
    edge = page.locator("#bidang").bounding_box()
    frames = [box.shapes[0] for box in drawn.boxes]
    for (left, top, *_), frame in zip(boxes(page), frames, strict=True):
        line = 1.5 * k
        assert left == pytest.approx(frame.x / unit * k + x + edge["x"], abs=line)
        assert top == pytest.approx(frame.y / unit * k + y + edge["y"], abs=line)
    texts = page.locator("#kotak text").all_text_contents()
    assert [text.text for box in drawn.boxes for text in box.texts] == [text for text in texts if text != "−"]


def test_dragging_moves_the_drawing_and_the_wheel_zooms_at_the_pointer(visit):
    page = visit()
    before = matrix(page)
    page.mouse.move(300, 700)
    page.mouse.down()
    page.mouse.move(360, 660, steps=4)
    page.mouse.up()
    after = matrix(page)
    assert [after[4] - before[4], after[5] - before[5]] == [pytest.approx(60, abs=1), pytest.approx(-40, abs=1)]
    page.mouse.move(500, 400)
    page.mouse.wheel(0, -300)
    zoomed = matrix(page)
    assert zoomed[0] > after[0] * 1.3
    edge = page.locator("#bidang").bounding_box()
    px, py = 500 - edge["x"], 400 - edge["y"]
    for one in (after, zoomed):
        one.append(((px - one[4]) / one[0], (py - one[5]) / one[0]))
    assert zoomed[-1] == (pytest.approx(after[-1][0], abs=0.5), pytest.approx(after[-1][1], abs=0.5))
    assert page.locator("#rincian").is_hidden()


def test_plus_minus_and_zero_zoom_and_arrows_pan(visit):
    page = visit()
    start = matrix(page)
    page.keyboard.press("+")
    assert matrix(page)[0] == pytest.approx(start[0] * 1.25, rel=0.01)
    page.keyboard.press("-")
    page.keyboard.press("ArrowRight")
    assert matrix(page)[4] == pytest.approx(start[4] - 60, abs=1)
    page.keyboard.press("0")
    assert matrix(page) == [pytest.approx(value, abs=0.01) for value in start]


def test_a_branch_folds_leaves_its_number_and_no_hole(visit):
    page = visit()
    total, everything = shown(page), boxes(page)
    first = next(node for node in TREE if node.kind == "csf")
    below = sum(1 for _ in TREE.branch(first)) - 1
    item = page.locator(f"[role=treeitem][aria-label^='{TREE.number(first.key)} ']")
    item.locator(".simpai").click()
    assert shown(page) == total - below
    assert item.get_attribute("aria-expanded") == "false"
    assert item.locator(".simpai text").text_content() == str(below)
    page.keyboard.press("0")
    folded = boxes(page)
    assert overlaps(folded) == []
    ratio = (max(one[2] for one in folded) - min(one[0] for one in folded)) / (folded[0][2] - folded[0][0])
    assert ratio <= (max(one[2] for one in everything) - min(one[0] for one in everything)) / (
        everything[0][2] - everything[0][0]
    )
    item.locator(".simpai").click()
    page.keyboard.press("0")
    assert [pytest.approx(value, abs=0.6) for box in everything for value in box] == [
        value for box in boxes(page) for value in box
    ]


@pytest.mark.parametrize("level", ["0", "1", "2", "3"])
def test_opening_to_a_level_shows_that_level_without_overlap(visit, level):
    page = visit()
    page.select_option("#tingkat", level)
    kinds = ["outcome", "csf", "utama", "antara"][: int(level) + 1]
    count = sum(1 for node in TREE if node.kind in kinds and all(up.kind != "antara" for up in TREE.ancestors(node)))
    assert shown(page) == count + len(TREE.belum)
    assert overlaps(boxes(page)) == []


def test_search_lists_highlights_and_opens_what_it_finds(visit):
    page = visit()
    page.select_option("#tingkat", "0")
    page.keyboard.press("/")
    page.keyboard.type("siak")
    words = [node for node in TREE if "siak" in node.statement.casefold()]
    assert page.locator("#hasil [role=option]").count() >= len(words) > 0
    assert page.locator(".kena").count() == page.locator("#hasil [role=option]").count()
    assert page.locator("#hasil mark").first.text_content().casefold() == "siak"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#cari", "aria-activedescendant") == "h0"
    page.keyboard.press("Enter")
    assert focused(page) == TREE.number(words[0].key)
    assert page.locator("#hasil").is_hidden()
    page.keyboard.press("/")
    page.keyboard.type("tidakadakatabegini")
    assert "Tidak ada kotak" in page.locator("#hasil").text_content()


def test_search_ignores_capitals_and_finds_numbers_and_indicators(visit):
    page = visit()
    node = next(node for node in TREE if node.indikator and node.parent)
    page.fill("#cari", node.indikator[0].nama.upper())
    assert page.locator("#hasil [role=option]").first.text_content().startswith(TREE.number(node.key))


def test_the_filter_dims_or_hides_what_does_not_match(visit):
    page = visit()
    page.click("#tombol-saring")
    assert page.evaluate("document.activeElement.closest('#saring') !== null")
    page.check("#saring [value=csf]")
    csf = sum(1 for node in TREE if node.kind == "csf")
    total = len(TREE) + len(TREE.belum)
    assert page.locator(".redup").count() == total - csf
    assert page.locator("#cocok").text_content() == f"{csf} dari {total} kotak cocok."
    page.check("#sembunyi")
    assert shown(page) == csf + 1
    page.click("#hapus-saring")
    assert (page.locator(".redup").count(), shown(page)) == (0, total)


def test_the_filter_by_finding_keeps_the_boxes_that_have_it(visit):
    page = visit()
    expected = {
        one.node for one in api.lint(BALANGAN).findings if one.code == "RED01" and one.waiver is None and one.node
    }
    page.click("#tombol-saring")
    page.check("#saring [value=RED01]")
    assert len(TREE) + len(TREE.belum) - len(expected) == page.locator(".redup").count()


def test_enter_opens_the_details_and_escape_goes_back(visit):
    page = visit()
    page.focus("#k0")
    page.keyboard.press("Enter")
    root = TREE.find(TREE.roots[0])
    assert page.locator("#judul-rincian").text_content() == root.statement
    assert root.indikator[0].nama in page.locator("#isi-rincian").text_content()
    assert page.evaluate("document.activeElement.id") == "judul-rincian"
    page.keyboard.press("Escape")
    assert page.locator("#rincian").is_hidden()
    assert focused(page) == "1"


def test_details_lead_to_neighbours_and_explain_findings(visit):
    page = visit()
    below = {node.key for node in TREE if node.parent}
    found = next(one for one in api.lint(BALANGAN).findings if one.waiver is None and one.hint and one.node in below)
    page.locator(f"[role=treeitem][aria-label^='{TREE.number(found.node)} ']").click()
    text = page.locator("#isi-rincian").text_content()
    assert " ".join(found.message.split()) in text
    assert " ".join(found.hint.split()) in text
    page.locator("#isi-rincian .tetangga button").first.click()
    above = TREE.parent(TREE.find(found.node))
    assert page.locator("#judul-rincian").text_content() == above.statement


def test_arrows_move_along_the_tree(visit):
    page = visit()
    page.focus("#k0")
    walk = [focused(page)]
    for key in ("ArrowDown", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowUp", "End", "Home"):
        page.keyboard.press(key)
        walk.append(focused(page))
    last = list(TREE.belum)[-1]
    assert walk == ["1", "1.1", "1.2", "1.2.1", "1.2", "1.1", "1", TREE.number(last), "1"]
    page.keyboard.press("Space")
    assert page.get_attribute("#k0", "aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    assert (page.get_attribute("#k0", "aria-expanded"), focused(page)) == ("true", "1.1")


def test_the_tree_is_one_stop_for_the_tabulator_and_every_stop_has_a_name(visit):
    page = visit()
    stops = []
    for _ in range(14):
        page.keyboard.press("Tab")
        one = page.evaluate(
            "(() => { const e = document.activeElement; if (e === document.body) return null; return {role: e.getAttribute('role') || e.tagName.toLowerCase(),"
            "name: e.getAttribute('aria-label') || e.textContent.trim()}})()"
        )
        if one is None:
            break
        stops.append(one)
    assert [one["role"] for one in stops] == [
        "combobox", "select", "button", "button", "button", "button", "treeitem", "button", "button", "button", "button",
    ]  # fmt: skip
    assert all(one["name"] for one in stops)


def test_the_aria_tree_tells_level_place_and_state(visit):
    page = visit()
    items = page.evaluate(
        "[...document.querySelectorAll('[role=tree] > [role=treeitem]')].map(one => ['aria-level', 'aria-posinset',"
        "'aria-setsize', 'aria-expanded'].map(name => one.getAttribute(name)))"
    )
    expected = []
    for node in [*TREE, *TREE.belum.values()]:
        family = [TREE.find(key) for key in (TREE.find(node.parent).sebab if node.parent else ())]
        level = TREE.depth(node) + 1
        open_ = "true" if node.sebab else None
        expected.append((str(level), str(len(family)) if family else None, open_))
    assert [(level, size if int(level) > 1 else None, open_) for level, _, size, open_ in items] == expected
    assert page.locator("[role=treeitem][tabindex='0']").count() == 1
    assert page.locator("[role=treeitem][aria-label]").count() == len(items)


def test_question_mark_shows_the_keys_and_the_dialog_keeps_the_focus(visit):
    page = visit()
    page.keyboard.press("?")
    assert page.locator("#dialog").is_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('#dialog') !== null"
        )
    page.keyboard.press("Escape")
    assert page.locator("#dialog").is_hidden()


def test_the_night_follows_the_system_and_the_switch(visit):
    page = visit(color_scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    night = page.evaluate(colour)
    assert page.get_attribute("#tema", "aria-pressed") == "true"
    page.click("#tema")
    day = page.evaluate(colour)
    assert (day, night != day) == ("rgb(255, 255, 255)", True)
    page.emulate_media(color_scheme="light")
    page.wait_for_timeout(100)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(100)
    assert page.evaluate(colour) == night


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_printing_puts_the_whole_tree_on_one_page_by_day(visit, scheme):
    page = visit(color_scheme=scheme)
    page.keyboard.press("+")
    page.keyboard.press("+")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    before = matrix(page)
    printed = pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert len(printed.pages) == 1
    words = set(printed.pages[0].extract_text().split())
    assert {word for node in TREE for word in node.statement.split()} <= words
    assert set(TREE.judul.split()) <= words
    width, height = printed.pages[0].mediabox.width, printed.pages[0].mediabox.height
    assert width > height
    assert matrix(page) == before


def test_a_phone_shows_everything_within_its_width(visit):
    page = visit(size=(360, 740), has_touch=True, is_mobile=True, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    controls = page.locator("button:visible, select:visible, input:visible")
    for place in range(controls.count()):
        edge = controls.nth(place).bounding_box()
        assert 0 <= edge["x"]
        assert edge["x"] + edge["width"] <= 360
        assert min(edge["width"], edge["height"]) >= 40
    page.tap("#k0")
    panel = page.locator("#rincian").bounding_box()
    box = page.locator("#k0").bounding_box()
    assert (panel["x"], panel["width"]) == (0, 360)
    assert box["y"] + box["height"] <= panel["y"] + 1


def test_two_fingers_zoom(visit):
    page = visit(has_touch=True)
    before = matrix(page)[0]
    page.evaluate(
        """() => {
          const field = document.getElementById('bidang');
          const send = (name, id, x, y) => field.dispatchEvent(new PointerEvent(name,
            {pointerId: id, clientX: x, clientY: y, bubbles: true, pointerType: 'touch', isPrimary: id === 1}));
          field.setPointerCapture = () => {};
          send('pointerdown', 1, 400, 400); send('pointerdown', 2, 500, 400);
          send('pointermove', 1, 390, 400); send('pointermove', 2, 510, 400);
          send('pointermove', 1, 350, 400); send('pointermove', 2, 600, 400);
          send('pointerup', 1, 350, 400); send('pointerup', 2, 600, 400);
        }"""
    )
    assert matrix(page)[0] > before * 1.5


def test_thousands_of_boxes_are_drawn_only_where_one_looks(visit):
    page = visit("ribuan")
    assert page.locator("[role=treeitem]").count() == 2000
    assert page.locator("#kotak text").count() < 2000
    page.focus("#k0")
    page.keyboard.press("ArrowDown")
    page.click("#asli")
    matrix(page)
    assert 0 < page.locator("[role=treeitem]:not([display])").count() < 200
    assert page.locator("#k1 text").count() > 1
    page.fill("#cari", "pesisir")
    assert "dari 2000 kotak" in page.locator("#hasil").text_content()


def test_without_a_script_the_page_says_what_is_missing(chromium, files):
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((files / "balangan.html").as_uri())
    assert "memerlukan JavaScript" in page.inner_text("body")
    context.close()


def test_the_policy_of_the_page_stops_foreign_scripts_and_requests(chromium, files):
    context = chromium.new_context(offline=True)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.goto((files / "balangan.html").as_uri())
    page.evaluate(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.masuk = 1'; document.body.append(s);"
        "const i = document.createElement('img'); i.src = 'other.png'; document.body.append(i); })()"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.masuk") is None
    assert len([text for text in said if "Content Security Policy" in text]) >= 2
    context.close()
