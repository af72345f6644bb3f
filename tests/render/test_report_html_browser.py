"""The HTML report in a real browser: choosing, filtering, keys, print; nothing is fetched and nothing is complained about."""

import shutil
from pathlib import Path

import pytest

from pohon import api

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on this machine"),
]
TREES = Path(__file__).parents[2] / "trees"


@pytest.fixture(scope="module")
def chromium():
    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A page about two trees."""
    names = ("pk-disdukcapil-luwu-timur-2024", "pohon-disdukcapil-balangan")
    linted = list(api.lint_all([TREES / f"{name}.pohon.yaml" for name in names]))
    out = tmp_path_factory.mktemp("html") / "temuan.html"
    api.save_report(linted, out, "html")
    return out


@pytest.fixture
def page(chromium, report):
    said, asked = [], []
    page = chromium.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    yield page
    page.close()
    assert said == []
    assert asked == [report.as_uri()]


def shown(page):
    return page.locator(".t:visible").count()


def test_choosing_a_finding_marks_and_centres_its_box(page):
    item = page.locator(".t[data-kotak]:visible").nth(2)
    item.locator("button").click()
    box = page.locator("g.terpilih")
    assert box.count() == 1
    assert box.get_attribute("id") == item.get_attribute("data-kotak")
    place, frame = box.bounding_box(), page.locator(".gambar:visible").bounding_box()
    assert abs(place["x"] + place["width"] / 2 - frame["x"] - frame["width"] / 2) < 10
    assert abs(place["y"] + place["height"] / 2 - frame["y"] - frame["height"] / 2) < 10
    assert place["width"] > 60


def test_choosing_a_box_marks_its_findings(page):
    box = page.locator(".gambar:visible g.bertemuan").first
    box.click()
    marked = page.locator(".t.dipilih")
    assert marked.count() == page.locator(f".t[data-kotak='{box.get_attribute('id')}']").count() > 0


def test_filters_leave_what_fits_and_say_how_many(page):
    every = shown(page)
    page.locator("[data-saring=galat]").click()
    assert shown(page) == page.locator(".t:visible:not(.galat)").count() < every
    page.locator("[data-saring=galat]").click()
    page.locator("#keluarga").select_option("indikator")
    assert shown(page) == page.locator(".t[data-keluarga=indikator]:visible").count() < every
    page.locator("#keluarga").select_option("")
    page.locator("#cari").fill("IND14")
    assert 0 < shown(page) < every
    assert page.locator("#jumlah").inner_text() == f"{shown(page)} dari {every} temuan"
    page.locator("#cari").fill("tidak ada kata ini")
    assert page.locator(".kosong:visible").inner_text() == "Tidak ada temuan yang cocok dengan saringan."


def test_another_file_can_be_chosen_and_has_branches(page):
    page.locator("#berkas").select_option("1")
    every = shown(page)
    assert page.locator("#jumlah").inner_text() == f"{every} temuan"
    label = page.locator("#cabang option").nth(1).get_attribute("value")
    page.locator("#cabang").select_option(label)
    assert 0 < shown(page) == page.locator(f".t[data-cabang='{label}']:visible").count() < every
    counted = [int(words.split()[0]) for words in page.locator("[data-saring]").all_inner_texts()]
    assert sum(counted) == every


def test_everything_works_with_keys(page):
    page.keyboard.press("/")
    page.keyboard.type("IND14")
    page.keyboard.press("Escape")
    assert page.locator("#cari").input_value() == ""
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".t:visible").nth(1)
    assert "dipilih" in second.get_attribute("class")
    box = page.locator(".gambar:visible g.bertemuan").first
    box.focus()
    page.keyboard.press("Enter")
    assert page.locator(".t.dipilih").first.get_attribute("data-kotak") == box.get_attribute("id")


def test_the_drawing_listens_to_keys(page):
    drawing = page.locator(".gambar:visible svg")
    before = drawing.get_attribute("viewBox")
    drawing.focus()
    seen = [before]
    for key in ("+", "ArrowRight", "ArrowDown", "-"):
        page.keyboard.press(key)
        assert drawing.get_attribute("viewBox") not in seen
        seen.append(drawing.get_attribute("viewBox"))
    page.keyboard.press("0")
    assert list(map(float, drawing.get_attribute("viewBox").split())) == pytest.approx(list(map(float, before.split())))


def test_the_drawing_is_zoomed_and_moved_with_the_mouse(page):
    drawing = page.locator(".gambar:visible svg")
    before = drawing.get_attribute("viewBox")
    page.get_by_role("button", name="Perbesar").locator("visible=true").click()
    nearer = drawing.get_attribute("viewBox")
    assert float(nearer.split()[2]) < float(before.split()[2])
    place = drawing.bounding_box()
    page.mouse.move(place["x"] + 30, place["y"] + place["height"] - 30)
    page.mouse.down()
    page.mouse.move(place["x"] + 130, place["y"] + place["height"] - 90, steps=4)
    page.mouse.up()
    assert drawing.get_attribute("viewBox") != nearer


def test_on_paper_every_file_is_there_without_controls(page):
    page.emulate_media(media="print")
    assert page.locator(".berkas:visible").count() == 2
    assert page.locator(".saring").is_hidden()
    assert page.locator(".kendali:visible").count() == 0


def test_dark_mode_changes_the_page_but_not_the_paper_of_the_drawing(page):
    def colour(selector):
        return page.locator(selector).first.evaluate("one => getComputedStyle(one).backgroundColor")

    light = colour("body")
    page.emulate_media(color_scheme="dark")
    assert colour("body") != light
    assert colour(".gambar") == "rgb(255, 255, 255)"
