"""A browser for the tests: the Chromium of the machine, without any network."""

import os
import shutil

import pytest

from benchmarks.made import tree_text
from pohon import api
from pohon.forms.tree_file import parse
from pohon.render import html
from pohon.render.options import SceneOptions
from tests.browser.lacking import lacking
from tests.browser.pages import BALANGAN, TREE, Opened
from tests.browser.panels import starting
from tests.browser.papan import built_page

CHROMIUM = os.environ.get("POHON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""


@pytest.fixture(scope="session")
def chromium():
    """A running browser."""
    if not CHROMIUM:
        lacking("Chromium is not installed (set POHON_CHROMIUM to its path)")
    api = pytest.importorskip("playwright.sync_api", reason="NO BROWSER TEST WAS RUN: playwright is not installed")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def board_page():
    """The page of the board, as Vite makes it."""
    built_page()


@pytest.fixture
def start(board_page, chromium, tmp_path):
    """A function that starts a board on a tree and answers somebody at it."""
    with starting(chromium, tmp_path) as start:
        yield start


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("halaman dari USB")
    found = api.lint(BALANGAN).findings
    marks = {one.node: [(one.code, one.severity.value)] for one in found if one.waiver is None}
    pages = {
        "balangan": html.render(TREE, SceneOptions(findings=marks, explained=found)),
        "ratusan": html.render(parse(tree_text(500)), SceneOptions()),
        "ribuan": html.render(parse(tree_text(2000)), SceneOptions()),
    }
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


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
