"""The page in a real browser, opened from a file without network: what it shows, how it moves and folds, how it prints."""

from io import BytesIO

import pypdf
import pytest

from pohon import api
from pohon.render import scene
from pohon.render.options import SceneOptions
from tests.browser.pages import BALANGAN, TREE, boxes, matrix, overlaps, shown

pytestmark = pytest.mark.browser


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


def test_a_large_tree_stands_where_it_belongs_while_it_moves_and_when_it_rests(visit):
    page = visit("ratusan")
    page.wait_for_timeout(400)
    start = boxes(page)
    page.evaluate(
        """() => new Promise(done => {
          const field = document.getElementById('bidang'), edge = field.getBoundingClientRect();
          const wheel = (deltaY, shiftKey) => field.dispatchEvent(new WheelEvent('wheel',
            {deltaY, shiftKey, clientX: edge.left + 500, clientY: edge.top + 300, bubbles: true, cancelable: true}));
          wheel(-200, false); wheel(40, true);
          requestAnimationFrame(() => requestAnimationFrame(() => {
            window.bergerak = document.getElementById('kanvas').style.transform;
            window.tempat = [...document.querySelectorAll('[role=treeitem] > .bingkai')].map(one => {
              const box = one.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]});
            done();
          }));
        })"""
    )
    assert "scale" in page.evaluate("window.bergerak")
    page.wait_for_timeout(500)
    assert page.evaluate("document.getElementById('kanvas').style.transform") == ""
    after = boxes(page)
    assert after[0][2] - after[0][0] > 1.3 * (start[0][2] - start[0][0])
    for moved, rested in zip(page.evaluate("window.tempat"), after, strict=True):
        assert moved == [pytest.approx(value, abs=1.5) for value in rested]


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


def test_the_names_of_levels_fill_their_signs_on_paper(visit):
    page = visit()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    signs = page.evaluate("""[...document.querySelectorAll(".pita-cetak")].map(sign => {
        const place = one => { const {left, right, top, bottom} = one.getBoundingClientRect(); return [left, right, top, bottom]; };
        return {tab: place(sign.querySelector("rect")), words: [...sign.querySelectorAll("text")].map(one =>
          [...place(one), Number(one.getAttribute("font-size")), one.textContent])};
    })""")
    assert len(signs) > 3
    assert len({round(sign["tab"][0], 1) for sign in signs}) == 1, "the signs stand below each other"
    sizes = [words[4] for sign in signs for words in sign["words"]]
    assert max(sizes) <= 1.31 * min(sizes)
    for sign in signs:
        left, right, top, bottom = sign["tab"]
        for words in sign["words"]:
            assert left - 0.5 <= words[0] <= words[1] <= right + 0.5, words
            assert top - 0.5 <= words[2] <= words[3] <= bottom + 0.5, words
