"""Use cases: loading, saving, linting as Python calls."""

import os

import pytest

import pohon
from pohon import api
from pohon.errors import BadInput, BadSettings, PohonError, Refused
from pohon.forms import disk

HEAD = "versi: 1\njudul: Uji\ninstansi: Dinas Uji\nprofil: balangan\ntahap: 3\npohon:\n"
ONE = HEAD + "  - outcome: Meningkatnya derajat kesehatan ibu\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.pohon.yaml"
    path.write_text(ONE, encoding="utf-8")
    return path


def test_load_gives_the_tree_and_the_bytes_it_came_from(path):
    loaded = pohon.load(path)
    assert [node.statement for node in loaded.tree] == ["Meningkatnya derajat kesehatan ibu"]
    assert (loaded.raw, loaded.notes) == (ONE.encode(), ())


def test_load_takes_a_name_as_text(path):
    assert pohon.load(str(path)).tree == pohon.load(path).tree


def test_load_of_a_missing_file_raises_bad_input(path):
    with pytest.raises(BadInput, match="berkas tidak ditemukan"):
        pohon.load(path.with_name("b.pohon.yaml"))


def test_what_is_saved_is_loaded_again(path, tmp_path):
    tree = pohon.load(path).tree
    pohon.save(tree, tmp_path / "b.pohon.yaml")
    assert pohon.load(tmp_path / "b.pohon.yaml").tree == tree


def test_save_refuses_to_replace_a_file(path):
    with pytest.raises(Refused, match="berkas sudah ada"):
        pohon.save("lain", path)
    assert path.read_text(encoding="utf-8") == ONE


def test_save_replaces_a_file_that_still_holds_what_was_read(path):
    loaded = pohon.load(path)
    pohon.save(ONE + "# selesai\n", path, expected=loaded.raw)
    assert path.read_text(encoding="utf-8").endswith("# selesai\n")


def test_save_refuses_when_somebody_else_wrote_meanwhile(path):
    loaded = pohon.load(path)
    path.write_text(ONE + "# dari rekan\n", encoding="utf-8")
    with pytest.raises(Refused, match="berubah sejak dibaca"):
        pohon.save(ONE, path, expected=loaded.raw)
    assert path.read_text(encoding="utf-8").endswith("# dari rekan\n")


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(path, monkeypatch):
    def fail(_number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", fail)
    with pytest.raises(Refused, match="tidak dapat ditulis"):
        pohon.save("baru", path, force=True)
    assert [(found.name, found.read_text(encoding="utf-8")) for found in path.parent.iterdir()] == [(path.name, ONE)]


@pytest.mark.skipif(os.name == "nt", reason="permissions differ on Windows")
def test_a_replaced_file_keeps_its_permissions(path):
    path.chmod(0o640)
    pohon.save(ONE, path, force=True)
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_writing_through_a_link_keeps_the_link(path, tmp_path):
    link = tmp_path / "tautan.pohon.yaml"
    link.symlink_to(path)
    pohon.save(ONE + "# x\n", link, force=True)
    assert (link.is_symlink(), path.read_text(encoding="utf-8")) == (True, ONE + "# x\n")


def test_lint_raises_for_an_unreadable_file_and_lint_all_reports_it(path):
    broken = path.with_name("b.pohon.yaml")
    broken.write_text("pohon: [", encoding="utf-8")
    with pytest.raises(BadInput):
        pohon.lint(broken)
    good, bad = api.lint_all([path, broken])
    assert ((), True) == (good.problems, bool(bad.problems))


def test_own_words_from_pohon_toml_reach_the_rules_of_that_folder_only(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        text = HEAD + "  - outcome: O\n    sebab:\n      - csf: C\n        sebab:\n" + "          - utama: U\n" * 4
        (tmp_path / name / "x.pohon.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "b" / "pohon.toml").write_text("[ambang]\nSTR09.anak = 3\n", encoding="utf-8")
    first, second = api.lint_all([tmp_path], select=["STR09"])
    assert ((), 1) == (first.findings, len(second.findings))


def test_bad_settings_stop_a_lint(path):
    (path.parent / "pohon.toml").write_text("warna = 1", encoding="utf-8")
    with pytest.raises(BadSettings, match="pengaturan `warna` tidak dikenal"):
        pohon.lint(path)


def test_an_own_profile_can_be_used_by_its_name(path):
    folder = path.parent / "profil"
    folder.mkdir()
    level = 'label=["x"]\nkomponen="K"\nbahasa="hasil"\nindikator="outcome"\njenjang=["jf"]\n'
    text = 'nama="desa"\njudul="Desa"\nsumber="praktik"\n[level.outcome]\n' + level
    (folder / "desa.toml").write_text(text, encoding="utf-8")
    (path.parent / "pohon.toml").write_text('profil = "profil"\n', encoding="utf-8")
    path.write_text(ONE.replace("balangan", "desa"), encoding="utf-8")
    assert pohon.load(path).tree.profile.nama == "desa"


def test_explain_of_an_unknown_rule_raises():
    with pytest.raises(PohonError, match="tidak ada aturan"):
        pohon.explain("XYZ99")
