"""What a room hands out: a menu that fits the stage, and every entry of it as a real file."""

import io
import zipfile
from pathlib import Path

import pytest

from pohon import api
from pohon.board.exports import Source, export, offered
from pohon.errors import PohonError

from ..build import complete, tree

ROOT = Path(__file__).parents[2]
BALANGAN = ROOT / "trees/pohon-disdukcapil-balangan-perbaikan.pohon.yaml"
SMALL = "pohon:\n  - outcome: Menurunnya angka kematian ibu\n"
MAGIC = {"pdf": b"%PDF-", "png": b"\x89PNG", "docx": b"PK", "xlsx": b"PK", "pptx": b"PK", "zip": b"PK"}


@pytest.fixture(scope="module")
def source():
    loaded = api.load(BALANGAN)
    return Source(loaded.tree, api.lint(BALANGAN).findings, loaded.text, "balangan")


def names(stage):
    return {one["nama"] for one in offered(tree(SMALL, tahap=stage))}


def test_the_menu_grows_with_the_stage():
    assert names(1) == {"pohon", "gambar-kinerja", "tahap1", "temuan"}
    assert names(4) - names(3) >= {"tahap4", "rkt", "iku"}
    assert "gambar-cascading" in names(5) - names(4)


def test_every_entry_says_what_can_be_chosen_and_what_is_usual(source):
    for one in offered(source.tree):
        assert one["bentuk"]
        for choice in one["pilihan"]:
            values = [value for value, _ in choice["nilai"]]
            assert choice["bawaan"] == values[0]
            assert len(set(values)) == len(values)


@pytest.mark.slow
def test_everything_on_the_menu_can_be_made(source):
    for one in offered(source.tree):
        for ending in one["bentuk"]:
            made = export(source, one["nama"], ending, {})
            assert made.data.startswith(MAGIC.get(made.filename.rsplit(".", 1)[1], b"")), made.filename
            assert len(made.data) > 100


def test_several_sheets_come_as_one_archive_with_the_same_bytes(source):
    made = export(source, "gambar-kinerja", "svg", {"lembar": "csf", "kertas": "A4"})
    again = export(source, "gambar-kinerja", "svg", {"lembar": "csf", "kertas": "A4"})
    assert (made.filename, made.media) == ("balangan-gambar-kinerja-svg.zip", "application/zip")
    assert len(zipfile.ZipFile(io.BytesIO(made.data)).namelist()) > 1
    assert made.data == again.data


def test_the_tree_file_is_handed_out_as_it_stands(source):
    made = export(source, "pohon", "yaml", {})
    assert made.data == BALANGAN.read_bytes()
    assert made.filename == f"{source.name}.pohon.yaml"


@pytest.mark.parametrize(
    ("name", "ending", "options", "words"),
    [
        ("../etc", "pdf", {}, "tidak ada untuk pohon tahap 5"),
        ("gambar-kinerja", "exe", {}, "tidak ada sebagai .exe"),
        ("gambar-kinerja", "pdf", {"kertas": "B5"}, "Kertas: `B5` tidak ada"),
        ("rkt", "docx", {"tahun": "9999"}, "Tahun: `9999` tidak ada"),
        ("pk", "docx", {"jabatan": "bukan"}, "Jabatan: `bukan` tidak ada"),
    ],
)
def test_what_is_not_on_the_menu_is_refused(source, name, ending, options, words):
    with pytest.raises(PohonError, match=words):
        export(source, name, ending, options)


def test_findings_are_drawn_only_when_asked_for():
    text = complete("pohon:\n  - outcome: Kesehatan untuk semua\n", tahap=1)
    one = tree(text)
    found = api.lint_tree(one)
    assert found
    source = Source(one, found, text, "uji")
    plain = export(source, "gambar-kinerja", "svg", {}).data
    marked = export(source, "gambar-kinerja", "svg", {"temuan": "ya"}).data
    assert found[0].code.encode() in marked
    assert found[0].code.encode() not in plain


def test_no_two_entries_have_one_name(source):
    found = [one["nama"] for one in offered(source.tree)]
    assert len(found) == len(set(found))
