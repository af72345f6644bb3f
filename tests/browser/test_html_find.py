"""Finding something on the page in a real browser: search, filter, details."""

import pytest

from pohon import api
from tests.browser.pages import BALANGAN, TREE, focused, shown

pytestmark = pytest.mark.browser


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
