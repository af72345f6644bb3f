"""Documents in and out of the board in a real browser: an import with its preview, downloads that can be opened."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest

from pohon import api
from pohon.forms import tree_file

from .panels import NAME, TAHAP_5
from .papan import SIZES

pytestmark = pytest.mark.browser
LINES = """Pohon Kinerja Dinas Contoh

1. Outcome: Meningkatnya derajat kesehatan masyarakat
1.1 CSF: Meningkatnya mutu layanan puskesmas
1.1.1 Kondisi antara utama: Meningkatnya kompetensi tenaga kesehatan
1.2 CSF: Menguatnya perilaku hidup bersih masyarakat
"""
MAPPED = TAHAP_5.replace(
    "    id: o1\n",
    "    id: o1\n    jabatan: [kadis]\n    indikator:\n      - {nama: Angka harapan hidup, satuan: Tahun}\n",
)


def word(path, lines):
    """A Word document as offices write a tree: one paragraph a line."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in lines.splitlines():
        document.add_paragraph(line)
    document.save(path)
    return path


def choose(lead, path):
    """Choose a file as the dialog of the browser gives it."""
    lead.page.get_by_role("button", name="Pohon baru").wait_for()
    lead.page.set_input_files("input[type=file]", path)
    return lead.page.get_by_role("dialog")


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_a_document_is_shown_before_it_becomes_a_tree(start, tmp_path, ending):
    lead = start(TAHAP_5).lead()
    path = tmp_path / f"Pohon lama.{ending}"
    if ending == "docx":
        word(path, LINES)
    else:
        path.write_text(LINES, encoding="utf-8")
    before = sorted(one.name for one in lead.server.folder.glob("*.pohon.yaml"))
    dialog = choose(lead, path)
    dialog.get_by_text("Meningkatnya derajat kesehatan masyarakat").wait_for()
    assert dialog.locator(".jumlah li").first.inner_text().strip() == "4 kondisi"
    assert dialog.locator("#pratinjau li").count() == 4
    lead.picture(f"impor-{ending}")
    dialog.get_by_role("tab", name="Catatan").click()
    dialog.locator("#pratinjau li").first.wait_for()
    assert sorted(one.name for one in lead.server.folder.glob("*.pohon.yaml")) == before, "nothing is saved unasked"
    dialog.get_by_label("Nama berkas pohon").fill("Pohon dari dokumen")
    dialog.get_by_role("button", name="Simpan dan buka").click()
    lead.page.wait_for_selector(".kotak[aria-label*='derajat kesehatan']")
    (fresh,) = (one for one in lead.server.folder.glob("*.pohon.yaml") if one.name not in before)
    tree = api.load(fresh).tree
    assert tree.find(tree.roots[0]).statement == "Meningkatnya derajat kesehatan masyarakat"
    assert [tree.number(node.key) for node in tree] == ["1", "1.1", "1.1.1", "1.2"]
    assert [level for level, _ in lead.outline()] == [1, 2, 3, 2]


def test_a_document_that_is_none_is_told_and_leaves_nothing(start, tmp_path):
    lead = start(TAHAP_5).lead()
    lead.offline = True  # a refusal is a line on the console too
    path = tmp_path / "rusak.docx"
    path.write_bytes(b"PK\x03\x04 bukan dokumen")
    dialog = choose(lead, path)
    dialog.get_by_role("alert").wait_for()
    assert dialog.get_by_role("button", name="Simpan dan buka").count() == 0
    dialog.get_by_role("button", name="Batal").click()
    assert [one.name for one in lead.server.folder.glob("*.pohon.yaml")] == [NAME]


def download(lead, entry, form):
    """Choose an entry of the menu and its form by their labels; answer the file that comes."""
    lead.page.get_by_role("button", name="Unduh").first.click()
    dialog = lead.page.get_by_role("dialog", name="Unduh gambar dan formulir")
    dialog.get_by_role("radio", name=entry, exact=True).check()
    dialog.get_by_label("Bentuk berkas").select_option(form)
    with lead.page.expect_download() as waiting:
        dialog.get_by_role("button", name="Unduh", exact=True).click()
    dialog.wait_for(state="hidden")
    return waiting.value


def radios(lead):
    lead.page.get_by_role("button", name="Unduh").first.click()
    dialog = lead.page.get_by_role("dialog", name="Unduh gambar dan formulir")
    dialog.get_by_label("Bentuk berkas").wait_for()
    names = [one.strip() for one in dialog.locator("[role=radiogroup] label").all_inner_texts()]
    lead.press("Escape")
    return names


def test_what_is_downloaded_can_be_opened(start, tmp_path):
    lead = start(MAPPED, size=SIZES["1366"]).lead(NAME)
    names = radios(lead)
    drawing, form = (
        next(one for one in names if one.startswith("Pohon kinerja")),
        next(one for one in names if "Tahap 4" in one or "indikator" in one.casefold()),
    )

    def saved(entry, ending):
        file = download(lead, entry, ending)
        assert file.suggested_filename.endswith(f".{ending}"), file.suggested_filename
        path = tmp_path / f"hasil.{ending}"
        file.save_as(path)
        return path

    picture = ElementTree.parse(saved(drawing, "svg")).getroot()  # noqa: S314 - our own drawing
    assert picture.tag.endswith("svg")
    assert "Meningkatnya derajat kesehatan" in " ".join(picture.itertext())
    paper = saved(drawing, "pdf").read_bytes()
    assert paper.startswith(b"%PDF-")
    assert paper.rstrip().endswith(b"%%EOF")
    assert re.search(rb"/Type\s*/Page\b", paper)
    assert saved(drawing, "png").read_bytes().startswith(b"\x89PNG\r\n")

    docx = pytest.importorskip("docx")
    document = docx.Document(saved(form, "docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("Angka harapan hidup" in text for text in [*cells, *(one.text for one in document.paragraphs)])
    rows = list(csv.reader(io.StringIO(saved(form, "csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert any("Angka harapan hidup" in cell for row in rows for cell in row)
    assert saved(form, "xlsx").read_bytes().startswith(b"PK")

    assert json.loads(saved("Daftar temuan", "json").read_text(encoding="utf-8"))
    own = tree_file.parse(saved("Berkas pohon", "yaml").read_text(encoding="utf-8"))
    assert own.find("o1").jabatan == ("kadis",)


def test_a_participant_downloads_too(start):
    lead = start(MAPPED).lead(NAME)
    lead.press("Alt+7")
    lead.page.get_by_label("Buka pohon ini untuk peserta").check()
    other = start("", size=SIZES["1366"]).join("Budi")
    other.page.wait_for_selector("[data-papan-pohon]")
    assert download(other, "Berkas pohon", "yaml").suggested_filename == "contoh.pohon.yaml"
