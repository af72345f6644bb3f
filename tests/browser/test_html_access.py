"""The page for everyone: keyboard, screen reader, night, phone, no script, no foreign script."""

import pytest

from tests.browser.pages import TREE, focused

pytestmark = pytest.mark.browser


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
