"""Every kind of form opens in an office suite: text is there, pages are as many as they should be."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from pohon import api
from pohon.forms.kinds import KINDS, build
from pohon.forms.wanted import Wanted
from tests.trees.reading import example

REPAIRED = "pohon-disdukcapil-balangan-perbaikan"
OFFICE = shutil.which("libreoffice") or shutil.which("soffice")
PAGES = {
    "tahap1": (1, 1), "tahap2": (1, 1), "tahap3": (2, 4), "tahap4": (2, 5), "tahap5": (4, 8), "cascading": (3, 6),
    "rkt": (1, 3), "pk": (4, 9), "iki": (25, 27), "iku": (1, 3), "renstra-86": (4, 11), "renstra-2025": (9, 18),
    "skp": (25, 55), "kke": (4, 8),
}  # fmt: skip
"""Kind -> fewest and most pages of the repaired tree on A4; a workbook with prose has its own sheets besides."""
MORE = {"pk": 18, "skp": 65}


@pytest.fixture(scope="module")
def converted(tmp_path_factory) -> Path:
    if OFFICE is None:
        pytest.skip("no office suite on this machine")
    folder = tmp_path_factory.mktemp("office")
    wanted = api.Filling(year=2025, totals=True, words=True)
    files = []
    for kind in KINDS:
        for ending in ("docx", "xlsx"):
            path = folder / f"{kind}-{ending}.{ending}"
            path.write_bytes(api.fill_form(example(REPAIRED), kind, ending, wanted))
            files.append(str(path))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def plain(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_office_suite_shows_all_text_on_the_expected_pages(converted, kind, ending):
    reader = pypdf.PdfReader(converted / f"{kind}-{ending}.pdf")
    least, most = PAGES[kind]
    assert least <= len(reader.pages) <= (MORE.get(kind, most) if ending == "xlsx" else most)
    shown = plain("".join(page.extract_text() for page in reader.pages))
    form = build(example(REPAIRED), kind, Wanted(year=2025))
    words = {word for table in form.tables() for row in table.texts() for cell in row for word in cell.split()[:3]}
    lost = sorted(word for word in words if plain(word) not in shown and len(word) > 2)
    assert [] == lost
