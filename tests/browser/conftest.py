"""A browser for the tests: the Chromium of the machine, without any network."""

import os
import shutil

import pytest

CHROMIUM = os.environ.get("POHON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""


@pytest.fixture(scope="session")
def chromium():
    """A running browser; skipped loudly where there is none."""
    if not CHROMIUM:
        pytest.skip("NO BROWSER TEST WAS RUN: Chromium is not installed (set POHON_CHROMIUM to its path)")
    api = pytest.importorskip("playwright.sync_api", reason="NO BROWSER TEST WAS RUN: playwright is not installed")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
