"""render and show."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest

from pohon import api
from pohon.render.products import FORMS

from .conftest import TWINS

BALANGAN = Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan.pohon.yaml"
STARTS = {
    "svg": b"<", "pdf": b"%PDF", "png": b"\x89PNG", "html": b"<!DOCTYPE html>", "pptx": b"PK", "drawio": b"<?xml",
    "dot": b"digraph", "mmd": b"", "graphml": b"<graphml",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_ending_of_the_result_decides_what_is_drawn(pohon, twins, tmp_path, form):
    out = tmp_path / f"gambar.{form}"
    assert pohon("render", twins, "-o", out) == (0, f"{out.as_posix()}\n", "")
    assert out.read_bytes().startswith(STARTS[form])
    assert len(out.read_bytes()) > 200


def test_an_ending_in_capitals_is_understood(pohon, twins, tmp_path):
    assert pohon("render", twins, "-o", tmp_path / "A.SVG").code == 0


@pytest.mark.parametrize("name", ["gambar.docx", "gambar"])
def test_an_unknown_ending_is_refused_and_nothing_written(pohon, twins, tmp_path, name):
    ran = pohon("render", twins, "-o", tmp_path / name)
    assert ran.code == 2
    assert "Pilih salah satu: .svg, .pdf, .png, .html, .pptx, .drawio, .dot, .mmd, .graphml." in ran.err
    assert not (tmp_path / name).exists()


def test_an_existing_result_is_replaced_only_when_forced(pohon, twins, tmp_path):
    out = tmp_path / "a.svg"
    out.write_text("milik saya", encoding="utf-8")
    ran = pohon("render", twins, "-o", out)
    assert (ran.code, out.read_text(encoding="utf-8")) == (2, "milik saya")
    assert pohon("render", twins, "-o", out, "--force").code == 0
    assert out.read_text(encoding="utf-8") != "milik saya"


def test_a_result_in_a_missing_folder_is_refused_in_one_sentence(pohon, twins, tmp_path):
    ran = pohon("render", twins, "-o", tmp_path / "tidak" / "ada" / "a.svg")
    assert ran.code == 2
    assert "tidak dapat ditulis" in ran.err


def test_an_unreadable_tree_is_not_drawn(pohon, write, tmp_path):
    ran = pohon("render", write("rusak.pohon.yaml", "pohon: ["), "-o", tmp_path / "a.svg")
    assert (ran.code, (tmp_path / "a.svg").exists()) == (2, False)


def words(data: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_every_statement_of_the_example_stands_in_the_pdf(pohon, tmp_path):
    out = tmp_path / "a.pdf"
    pohon("render", BALANGAN, "-o", out)
    text = words(out.read_bytes())
    tree = api.load(BALANGAN).tree
    assert {word for node in tree for word in node.statement.split()} <= set(text.split())


def test_split_gives_one_page_more_than_there_are_csf(pohon, tmp_path):
    out = tmp_path / "a.pdf"
    assert pohon("render", BALANGAN, "-o", out, "--split", "csf").code == 0
    assert len(pypdf.PdfReader(out).pages) == 1 + 3


def test_several_sheets_of_one_picture_get_numbers(pohon, tmp_path):
    ran = pohon("render", BALANGAN, "-o", tmp_path / "a.svg", "--split", "csf", "--paper", "A3")
    assert [f"a-{sheet}.svg" for sheet in range(1, 5)] == [Path(line).name for line in ran.out.splitlines()]


def test_paper_and_orientation_set_the_size_of_the_page(pohon, tmp_path):
    out = tmp_path / "a.pdf"
    pohon("render", BALANGAN, "-o", out, "--paper", "A1", "--orientation", "portrait", "--split", "none")
    (page,) = pypdf.PdfReader(out).pages
    millimetres = [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)]
    assert millimetres == [594, 841]


def test_pohon_toml_sets_paper_and_view_and_options_win(pohon, write, tmp_path):
    path = write("a.pohon.yaml", BALANGAN.read_bytes())
    write("pohon.toml", '[render]\npaper = "A0"\norientation = "landscape"\n')
    pohon("render", path, "-o", tmp_path / "a.pdf")
    pohon("render", path, "-o", tmp_path / "b.pdf", "--paper", "A4", "--split", "none")
    widths = [
        round(float(pypdf.PdfReader(tmp_path / name).pages[0].mediabox.width) / 72 * 25.4)
        for name in ("a.pdf", "b.pdf")
    ]
    assert widths == [1189, 297]


def test_findings_are_marked_only_when_asked_for(pohon, twins, tmp_path):
    pohon("render", twins, "-o", tmp_path / "a.svg")
    pohon("render", twins, "-o", tmp_path / "b.svg", "--findings")
    assert "RED01" not in (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "RED01" in (tmp_path / "b.svg").read_text(encoding="utf-8")


def test_an_earlier_stage_is_drawn_without_what_it_does_not_know(pohon, tmp_path):
    pohon("render", BALANGAN, "-o", tmp_path / "a.svg", "--stage", "3")
    text = " ".join(ElementTree.parse(tmp_path / "a.svg").getroot().itertext())  # noqa: S314 - our own drawing
    assert "IKM pelayanan" not in text
    assert "Meningkatnya Kualitas" in text


@pytest.mark.dot
@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_dot_can_draw_instead(pohon, twins, tmp_path):
    assert pohon("render", twins, "-o", tmp_path / "a.svg", "--engine", "dot").code == 0
    assert b"DTD SVG 1.1" in (tmp_path / "a.svg").read_bytes()


@pytest.mark.dot
@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_the_dot_text_is_accepted_by_dot(pohon, write, tmp_path):
    path = write("a.pohon.yaml", TWINS.replace("mutu pelayanan", '<b>mutu</b> "\\N" [a:b] 🌳'))
    pohon("render", path, "-o", tmp_path / "a.dot")
    subprocess.run(["dot", "-Tsvg", str(tmp_path / "a.dot"), "-o", str(tmp_path / "a.svg")], check=True)


def test_without_dot_the_message_says_what_to_do(pohon, twins, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = pohon("render", twins, "-o", tmp_path / "a.svg", "--engine", "dot")
    assert ran.code == 2
    assert "Graphviz belum terpasang" in ran.err


def test_show_prints_every_condition_with_its_number(pohon, twins):
    out = pohon("show", twins).out
    tree = api.load(twins).tree
    assert [] == [
        node.key for node in tree if f"{tree.number(node.key)} [{node.kind.label}] {node.statement}" not in out
    ]
    assert "\x1b[" not in out


def test_show_of_a_missing_file_is_one_sentence(pohon, tmp_path):
    ran = pohon("show", tmp_path / "x.pohon.yaml")
    assert ran.code == 2
    assert ran.err.endswith("x.pohon.yaml: berkas tidak ditemukan. Periksa nama dan foldernya.\n")
