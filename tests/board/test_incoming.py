"""Uploads: shown before anything is written, read through the guard, nothing left on the disk."""

import tempfile

import pytest

from pohon import api
from pohon.board.incoming import LARGEST, preview
from pohon.errors import BadInput
from pohon.forms.tree_file import parse

from ..build import tree

TEXT = """\
pohon:
  - outcome: Menurunnya angka kematian ibu
    indikator: [{nama: Angka kematian ibu, satuan: per 100.000}]
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        isu: Masih rendahnya mutu pelayanan persalinan
        indikator: [{nama: Persentase persalinan di fasilitas kesehatan, satuan: "%"}]
"""


@pytest.fixture
def space(tmp_path, monkeypatch):
    """Where temporary files are made; must be empty afterwards."""
    space = tmp_path / "sementara"
    space.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(space))
    return space


def test_a_form_is_shown_as_outline_with_counts_and_notes(tmp_path, space):
    data = api.fill_form(tree(TEXT, tahap=4), "tahap4", "xlsx")
    found = preview(data, "D:\\kerja\\lembar kerja.xlsx", tmp_path)
    assert found.name == "lembar kerja.xlsx"
    assert [0, "outcome", "Menurunnya angka kematian ibu"] in found.shown["garis"]
    count = found.shown["jumlah"]
    assert count["kondisi"] == 2
    assert count["sel_dibaca"] == count["sel_dipakai"] + count["sel_dicatat"]
    assert len(parse(found.text)) == 2
    assert list(space.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"MZ\x90\x00", "program.exe"),
        (b"PK\x03\x04rusak", "rusak.xlsx"),
        (b"", "kosong.docx"),
        (b"\x00" * 100, "../../aneh.csv"),
        (b"x", ""),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_own_name_and_leaves_nothing(tmp_path, space, data, name):
    with pytest.raises(BadInput) as refused:
        preview(data, name, tmp_path)
    assert refused.value.problems
    assert str(space) not in str(refused.value)
    assert list(space.iterdir()) == []


def test_a_document_that_is_too_large_is_not_even_written(tmp_path, space):
    with pytest.raises(BadInput, match="terlalu besar"):
        preview(b" " * (LARGEST + 1), "besar.txt", tmp_path)
    assert list(space.iterdir()) == []
