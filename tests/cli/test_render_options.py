"""The options of render: views, branches, posters, own colours, and clear words when a wish cannot be met."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

TREES = Path(__file__).parents[2] / "trees"
FULL = TREES / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml"
PLAIN = TREES / "pohon-disdukcapil-balangan.pohon.yaml"


def words(path: Path) -> str:
    pages = pypdf.PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.mark.parametrize("view", ["kinerja", "cascading", "jabatan", "crosscutting"])
@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_every_view_is_drawn_in_every_form(pohon, tmp_path, view, form):
    ran = pohon("render", FULL, "-o", tmp_path / f"a.{form}", "--view", view)
    assert ran.code == 0, ran.err
    assert list(tmp_path.glob(f"a*.{form}"))


@pytest.mark.parametrize("view", ["jabatan", "crosscutting"])
def test_views_that_are_no_tree_are_refused_for_other_forms(pohon, tmp_path, view):
    ran = pohon("render", FULL, "-o", tmp_path / "a.dot", "--view", view)
    assert ran.code == 2
    assert f"tampilan {view} hanya ada sebagai .svg, .pdf, .png" in ran.err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(("view", "needed"), [("cascading", 5), ("jabatan", 5), ("crosscutting", 3)])
def test_a_view_that_needs_a_later_stage_says_so(pohon, tmp_path, view, needed):
    ran = pohon("render", FULL, "-o", tmp_path / "a.svg", "--view", view, "--stage", "2")
    assert ran.code == 2
    assert f"baru terisi pada tahap {needed}" in ran.err
    assert [] == list(tmp_path.iterdir())


def test_a_branch_is_named_by_its_number(pohon, tmp_path):
    assert pohon("render", FULL, "-o", tmp_path / "a.pdf", "--branch", "1.2").code == 0
    text = words(tmp_path / "a.pdf")
    assert "Bagian 1.2:" in text
    assert " 1.1.1 " not in text


def test_an_unknown_branch_is_refused_with_the_nearest_one(pohon, tmp_path):
    ran = pohon("render", FULL, "-o", tmp_path / "a.pdf", "--branch", "1.22")
    assert ran.code == 2
    assert "simpul 1.22 tidak ada pada pohon ini. Maksud Anda 1.2" in ran.err


def test_collapse_depth_indicators_target_version_and_date(pohon, tmp_path):
    args = ("--collapse", "1.1", "--depth", "3", "--target", "2027", "--version", "1.2", "--date", "1 Juli 2026")
    assert pohon("render", FULL, "-o", tmp_path / "a.pdf", *args).code == 0
    text = words(tmp_path / "a.pdf")
    assert "1.1.1 " not in text
    assert "1.2.1 " in text
    assert "1.2.1.1" not in text
    assert "1 Juli 2026" in text
    pohon("render", FULL, "-o", tmp_path / "b.pdf", "--no-indicators")
    assert "Indikator" not in words(tmp_path / "b.pdf")


def test_findings_are_numbered_and_listed(pohon, tmp_path):
    assert pohon("render", PLAIN, "-o", tmp_path / "a.pdf", "--findings", "--paper", "A1").code == 0
    text = words(tmp_path / "a.pdf")
    assert "Temuan (" in text
    assert "1\u00b7" in text


def test_a_poster_is_as_many_pages_as_it_takes(pohon, tmp_path):
    ran = pohon("render", FULL, "-o", tmp_path / "a.pdf", "--paper", "A1", "--poster", "A3", "--split", "none")
    assert ran.code == 0, ran.err
    pages = pypdf.PdfReader(tmp_path / "a.pdf").pages
    assert len(pages) >= 4
    assert "Poster A1: baris 1 kolom 1" in words(tmp_path / "a.pdf")


def test_a_poster_is_refused_for_a_form_without_paper(pohon, tmp_path):
    ran = pohon("render", FULL, "-o", tmp_path / "a.dot", "--poster", "A3")
    assert ran.code == 2
    assert "poster memerlukan" in ran.err


def test_several_files_are_one_drawing_of_who_needs_whom(pohon, tmp_path):
    ran = pohon("render", FULL, PLAIN, "-o", tmp_path / "a.pdf", "--view", "crosscutting")
    assert ran.code == 0, ran.err
    assert "Siapa memerlukan siapa" in words(tmp_path / "a.pdf")
    ran = pohon("render", FULL, PLAIN, "-o", tmp_path / "b.pdf")
    assert ran.code == 2
    assert "--view crosscutting" in ran.err
    assert not (tmp_path / "b.pdf").exists()


def test_when_one_of_several_results_exists_none_is_written(pohon, tmp_path):
    (tmp_path / "a-2.svg").write_text("milik saya", encoding="utf-8")
    ran = pohon("render", FULL, "-o", tmp_path / "a.svg", "--split", "csf", "--paper", "A3")
    assert ran.code == 2
    assert "a-2.svg: sudah ada" in ran.err
    assert ["a-2.svg"] == [path.name for path in tmp_path.iterdir()]


def test_own_colours_are_used_and_unreadable_ones_refused_with_their_line(pohon, write, tmp_path):
    path = write("a.pohon.yaml", FULL.read_bytes())
    write("pohon.toml", '[tema]\noutcome = "#3A0CA3"\n')
    assert pohon("render", path, "-o", tmp_path / "a.svg").code == 0
    assert "#3A0CA3" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    write("pohon.toml", '[tema]\noutcome = "#3A0CA3"\nutama = "#2B6395"\n')
    ran = pohon("render", path, "-o", tmp_path / "b.svg")
    assert ran.code == 2
    assert "baris 3" in ran.err
    assert "paling sedikit 4,5" in ran.err
    assert not (tmp_path / "b.svg").exists()


@pytest.mark.parametrize("line", ['outcome = "merah"', 'outcom = "#123456"', 'outcome = "#12345"'])
def test_a_wrong_colour_or_role_is_an_error_of_the_settings(pohon, write, tmp_path, line):
    path = write("a.pohon.yaml", FULL.read_bytes())
    write("pohon.toml", f"[tema]\n{line}\n")
    ran = pohon("render", path, "-o", tmp_path / "a.svg")
    assert ran.code == 2
    assert "baris 2" in ran.err
    assert not (tmp_path / "a.svg").exists()


def test_a_folder_without_write_permission_leaves_nothing(pohon, tmp_path, monkeypatch):
    from pohon.forms import disk

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(disk, "_write_through", refuse)
    ran = pohon("render", FULL, "-o", tmp_path / "a.svg")
    assert ran.code == 2
    assert "tidak dapat ditulis" in ran.err
    assert [] == list(tmp_path.iterdir())


def test_an_unknown_paper_is_refused_with_the_list(pohon, tmp_path):
    ran = pohon("render", FULL, "-o", tmp_path / "a.pdf", "--paper", "A7")
    assert ran.code == 2
    assert "A7" in ran.err
    assert "A4" in ran.err
