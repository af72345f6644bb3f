"""Writing files: whole or not at all, never where a link laid out by somebody else leads, in plain words when refused."""

import os

import pytest

from pohon.errors import Refused, why
from pohon.forms import disk

links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@links
def test_a_link_to_nothing_is_not_written_through(tmp_path):
    aim = tmp_path / "rumah" / "rahasia"
    aim.parent.mkdir()
    link = tmp_path / "pohon.pdf"
    link.symlink_to(aim)
    for force in (False, True):
        with pytest.raises(Refused, match=r"tautan ke .*rahasia, yang tidak ada"):
            disk.write(link, b"x", force=force)
    assert not aim.exists()


@links
def test_a_file_laid_out_under_the_temporary_name_is_never_written_to(tmp_path, monkeypatch):
    victim = tmp_path / "milik-saya.txt"
    victim.write_bytes(b"utuh")
    monkeypatch.setattr(disk.os, "urandom", bytes)
    (tmp_path / f".pohon-{'00' * 6}.tmp").symlink_to(victim)
    with pytest.raises(Refused, match="tidak dapat ditulis"):
        disk.write(tmp_path / "a.pohon.yaml", b"x")
    assert victim.read_bytes() == b"utuh"


@links
def test_a_folder_is_not_searched_beyond_a_link_that_leads_out_of_it(tmp_path):
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "b.pohon.yaml").write_text("b", encoding="utf-8")
    here = tmp_path / "sini"
    here.mkdir()
    (here / "a.pohon.yaml").write_text("a", encoding="utf-8")
    (here / "keluar").symlink_to(tmp_path / "lain", target_is_directory=True)
    assert list(disk.tree_files([here])) == [here / "a.pohon.yaml"]


def _locked(times: int):
    """Return a rename that Windows refuses some times before it lets it through."""
    left = [times]
    rename = disk.Path.replace

    def replace(source, target):
        if left[0]:
            left[0] -= 1
            raise PermissionError(13, "Access is denied")
        return rename(source, target)

    return replace


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(disk, "_WINDOWS", True)
    monkeypatch.setattr(disk, "_PAUSE", 0.0)


def test_a_file_that_a_scanner_holds_for_a_moment_is_written_all_the_same(tmp_path, windows, monkeypatch):
    path = tmp_path / "a.docx"
    path.write_bytes(b"lama")
    monkeypatch.setattr(disk.Path, "replace", _locked(3))
    disk.write(path, b"baru", force=True)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"baru", [path])


def test_a_file_that_word_holds_open_is_left_alone_and_the_reason_is_told(tmp_path, windows, monkeypatch):
    path = tmp_path / "a.docx"
    path.write_bytes(b"lama")
    monkeypatch.setattr(disk.Path, "replace", _locked(1000))
    with pytest.raises(Refused, match="sedang dibuka program lain: tutup dahulu, misalnya di Word atau Excel"):
        disk.write(path, b"baru", force=True)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"lama", [path])


def test_what_cannot_be_removed_does_not_hide_why_the_file_was_not_written(tmp_path, windows, monkeypatch):
    def refuse(*_args, **_named):
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(disk.Path, "replace", refuse)
    monkeypatch.setattr(disk.Path, "unlink", refuse)
    with pytest.raises(Refused, match="tidak dapat ditulis"):
        disk.write(tmp_path / "a.docx", b"baru")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(2, "No such file or directory"), "foldernya atau berkasnya tidak ada"),
        (OSError(28, "No space left on device"), "ruang disk habis"),
        (OSError(30, "Read-only file system"), "tempat ini hanya dapat dibaca"),
        (OSError(9999, "Something rare"), "Something rare"),
        (OSError(), "OSError"),
    ],
)
def test_the_reason_of_the_system_is_told_in_indonesian(error, said):
    assert why(error) == said


def test_a_folder_that_is_not_there_is_told_in_indonesian(tmp_path):
    with pytest.raises(Refused, match=r"tidak-ada/a\.svg: tidak dapat ditulis \(foldernya atau berkasnya tidak ada\)"):
        disk.write(tmp_path / "tidak-ada" / "a.svg", b"x")
