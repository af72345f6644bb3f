import json
import os

import jsonschema
import pytest

from pohon import api
from pohon.rules import _registry

from .conftest import HEAD, TWINS, WAIVED

ONE = HEAD + "  - outcome: Meningkatnya derajat kesehatan ibu\n"


def findings(ran, file=0):
    return json.loads(ran.out)["files"][file]["findings"]


def test_a_finding_of_severity_galat_gives_exit_code_1(pohon, twins):
    assert pohon("lint", twins, "--select", "RED01").code == 1


def test_a_tree_without_findings_gives_exit_code_0(pohon, write):
    ran = pohon("lint", write("a.pohon.yaml", ONE), "--select", "RED01")
    assert ran == (0, "1 berkas: tidak ada temuan.\n", "")


def test_the_text_report_shows_place_severity_code_and_a_caret_under_the_words(pohon, twins):
    lines = pohon("lint", twins, "--select", "RED01").out.splitlines()
    assert lines[0] == twins.as_posix()
    at = next(number for number, line in enumerate(lines) if "galat  RED01" in line)
    source, caret = lines[at + 1], lines[at + 2]
    start = caret.index("^")
    assert source[start : start + caret.count("^")] == "Meningkatnya mutu pelayanan persalinan"


def test_the_last_line_counts_by_severity(pohon, twins):
    out = pohon("lint", twins, "--select", "RED01").out
    assert out.splitlines()[-1].startswith("1 berkas: 1 galat, 0 peringatan, 0 saran.")


def test_fail_on_decides_which_findings_count(pohon, twins):
    assert pohon("lint", twins, "--select", "RED01", "--fail-on", "saran").code == 1
    (path := twins.parent / "pohon.toml").write_text('[lint.severity]\nRED01 = "saran"\n', encoding="utf-8")
    assert pohon("lint", twins, "--select", "RED01").code == 0
    assert pohon("lint", twins, "--select", "RED01", "--fail-on", "peringatan").code == 0
    assert pohon("lint", twins, "--select", "RED01", "--fail-on", "saran").code == 1
    path.write_text('[lint]\nfail_on = "saran"\n[lint.severity]\nRED01 = "saran"\n', encoding="utf-8")
    assert pohon("lint", twins, "--select", "RED01").code == 1


def test_select_takes_families_and_several_codes_with_commas(pohon, twins):
    codes = {row["code"] for row in findings(pohon("lint", twins, "--select", "RED01,STR", "--format", "json"))}
    assert "RED01" in codes
    assert {code[:3] for code in codes} <= {"RED", "STR"}


def test_ignore_leaves_a_rule_out(pohon, twins):
    rows = findings(pohon("lint", twins, "--ignore", "RED01", "--format", "json"))
    assert "RED01" not in {row["code"] for row in rows}


def test_an_unknown_rule_is_a_usage_error_with_a_suggestion(pohon, twins):
    ran = pohon("lint", twins, "--select", "RDE01")
    assert ran.code == 2
    assert "tidak ada aturan `RDE01`. Maksud Anda " in ran.err


def test_an_unknown_rule_in_pohon_toml_is_an_error(pohon, twins):
    (twins.parent / "pohon.toml").write_text('[lint]\nignore = ["XYZ"]\n', encoding="utf-8")
    ran = pohon("lint", twins)
    assert (ran.code, "tidak ada aturan `XYZ`" in ran.err) == (2, True)


def test_stage_runs_the_rules_of_another_stage(pohon, twins):
    later = {entry.code for entry in _registry.entries() if entry.stage > 3}
    at_3 = {row["code"] for row in findings(pohon("lint", twins, "--format", "json"))}
    at_5 = {row["code"] for row in findings(pohon("lint", twins, "--stage", "5", "--format", "json"))}
    assert not at_3 & later
    assert at_5 & later


def test_the_json_report_has_the_documented_shape(pohon, twins):
    report = json.loads(pohon("lint", twins, "--format", "json").out)
    assert list(report) == ["version", "files", "summary"]
    assert list(report["files"][0]) == ["path", "findings"]
    keys = ["code", "name", "severity", "stage", "node", "number", "line", "column", "end_line", "end_column"]
    keys += ["message", "hint", "evidence", "related", "waiver"]
    assert list(report["files"][0]["findings"][0]) == keys
    assert list(report["summary"]) == ["error", "warning", "hint"]


def test_the_json_report_fits_its_schema_even_for_unreadable_files(pohon, twins, write):
    broken = write("rusak.pohon.yaml", "pohon: [")
    report = json.loads(pohon("lint", twins, broken, "--format", "json").out)
    jsonschema.validate(report, api.schema(report=True))
    report["files"][0]["findings"][0]["severity"] = "galat"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, api.schema(report=True))


def test_the_summary_counts_what_is_listed_and_not_waived(pohon, write):
    plain, quiet = write("a.pohon.yaml", TWINS), write("b.pohon.yaml", WAIVED)
    report = json.loads(pohon("lint", plain, quiet, "--select", "RED01", "--format", "json").out)
    assert report["summary"] == {"error": 1, "warning": 0, "hint": 0}
    (row,) = report["files"][1]["findings"]
    assert row["waiver"] == {"reason": "sasarannya berbeda", "by": "", "date": ""}
    assert pohon("lint", quiet, "--select", "RED01").code == 0


def test_a_waived_finding_is_told_in_the_summary_of_the_text_report(pohon, write):
    ran = pohon("lint", write("b.pohon.yaml", WAIVED), "--select", "RED01")
    assert ran.out == "1 berkas: tidak ada temuan. (1 temuan diabaikan dengan alasan)\n"


def test_a_folder_is_searched_in_order_of_name(pohon, write, tmp_path):
    for name in ("b/2.pohon.yaml", "a.pohon.yaml", "b/1.pohon.yaml", "b/lain.yaml"):
        write(name, ONE)
    report = json.loads(pohon("lint", tmp_path, "--select", "RED01", "--format", "json").out)
    shown = [os.path.relpath(row["path"], tmp_path).replace(os.sep, "/") for row in report["files"]]
    assert shown == ["a.pohon.yaml", "b/1.pohon.yaml", "b/2.pohon.yaml"]


def test_a_file_named_twice_is_checked_once(pohon, write, tmp_path):
    path = write("a.pohon.yaml", ONE)
    assert len(json.loads(pohon("lint", path, tmp_path, path, "--format", "json").out)["files"]) == 1


def test_a_missing_file_gives_exit_code_2_and_the_name_that_was_perhaps_meant(pohon, write):
    path = write("kesehatan.pohon.yaml", ONE)
    ran = pohon("lint", path.with_name("kesehatn.pohon.yaml"))
    assert ran.code == 2
    assert "P002  berkas tidak ditemukan.\n      Maksud Anda kesehatan.pohon.yaml?" in ran.out


def test_a_folder_without_trees_gives_exit_code_2(pohon, write, tmp_path):
    write("catatan.txt", "bukan pohon")
    ran = pohon("lint", tmp_path)
    assert ran.code == 2
    assert "folder ini tidak berisi berkas *.pohon.yaml." in ran.out


def test_an_unreadable_file_is_reported_and_the_others_go_on(pohon, write, twins):
    broken = write("aaa.pohon.yaml", "pohon:\n\t- outcome: x\n  - csf: y\n")
    ran = pohon("lint", twins.parent, "--select", "RED01", "--format", "json")
    report = json.loads(ran.out)
    assert ran.code == 2
    assert [row["path"] for row in report["files"]] == [broken.as_posix(), twins.as_posix()]
    assert {row["code"] for row in findings(ran, 0)} == {"P002"}
    assert {row["code"] for row in findings(ran, 1)} == {"RED01"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "berkas kosong."),
        (bytes(range(256)) * 40, "ini bukan berkas teks."),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "ini bukan berkas teks."),
        (b"PK\x03\x04" + os.urandom(400).replace(b"\x00", b"\x01"), "ini bukan berkas teks."),
        (b"halo dunia\n", "bukan berkas pohon"),
    ],
    ids=["empty", "binary", "picture", "word-document", "prose"],
)
def test_content_that_is_no_tree_gives_exit_code_2(pohon, write, content, said):
    ran = pohon("lint", write("x.pohon.yaml", content))
    assert ran.code == 2
    assert said in ran.out


def test_a_file_of_30_megabytes_is_refused(pohon, tmp_path):
    path = tmp_path / "besar.pohon.yaml"
    with path.open("wb") as stream:
        stream.truncate(30_000_000)
    ran = pohon("lint", path)
    assert ran.code == 2
    assert "berkas terlalu besar (30 MB, paling besar 20 MB)." in ran.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_file_system_is_refused_instead_of_waited_for(pohon, tmp_path):
    os.mkfifo(tmp_path / "pipa.pohon.yaml")
    ran = pohon("lint", tmp_path / "pipa.pohon.yaml")
    assert (ran.code, "ini bukan berkas biasa." in ran.out) == (2, True)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no symbolic links")
def test_folders_that_hold_each_other_are_searched_once(pohon, write, tmp_path):
    write("a/1.pohon.yaml", ONE)
    (tmp_path / "a" / "lagi").symlink_to(tmp_path, target_is_directory=True)
    ran = pohon("lint", tmp_path, "--select", "RED01")
    assert (ran.code, ran.out) == (0, "1 berkas: tidak ada temuan.\n")


def test_a_note_about_the_encoding_goes_to_the_error_stream(pohon, write):
    path = write("a.pohon.yaml", ONE.replace("ibu", "ibu – anak").encode("cp1252"))
    ran = pohon("lint", path, "--select", "RED01")
    assert ran.code == 0
    assert "catatan: berkas berenkode Windows-1252" in ran.err
    assert "catatan" not in ran.out


def test_a_broken_rule_gives_exit_code_3_and_the_findings_of_the_others(pohon, twins, monkeypatch):
    entry = next(entry for entry in _registry.entries() if entry.code == "STR09")
    real = _registry.load

    def load(wanted):
        if wanted == entry:
            raise ZeroDivisionError("buatan uji")
        return real(wanted)

    monkeypatch.setattr(_registry, "load", load)
    ran = pohon("lint", twins, "--select", "STR09,RED01", "--format", "json")
    assert ran.code == 3
    assert {row["code"] for row in findings(ran)} == {"P000", "RED01"}


def test_text_of_a_tree_is_neither_markup_nor_terminal_control(pohon, write):
    text = TWINS.replace("mutu pelayanan", "[bold red]mutu[/] \u202eterbalik\u2066 pelayanan")
    ran = pohon("lint", write("a.pohon.yaml", text), "--select", "RED01")
    assert "[bold red]mutu[/]" in ran.out
    assert not {"\x1b", "\u202e", "\u2066"} & set(ran.out)


def test_colours_are_only_for_terminals_and_never_with_no_color(pohon, twins, monkeypatch):
    from pohon.cli import _console

    assert "\x1b[" not in pohon("lint", twins, "--select", "RED01").out
    monkeypatch.setattr(_console, "interactive", lambda _stream: True)
    assert "\x1b[31mgalat\x1b[0m" in pohon("lint", twins, "--select", "RED01").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in pohon("lint", twins, "--select", "RED01").out


def test_without_options_the_short_way_past_the_option_parser_says_the_same(pohon, twins, write):
    broken, missing = write("rusak.pohon.yaml", "pohon: ["), twins.with_name("tidak-ada.pohon.yaml")
    for paths in ([twins], [twins.parent], [broken], [missing, twins]):
        assert pohon("lint", *paths) == pohon("lint", *paths, "--format", "text")
    (twins.parent / "pohon.toml").write_text("warna = 1", encoding="utf-8")
    assert pohon("lint", twins) == pohon("lint", twins, "--format", "text")


def test_many_files_show_their_progress_on_a_terminal_only(write, tmp_path, monkeypatch, capsys):
    from pohon.cli import _console, _lint

    for number in range(_lint._MANY):
        write(f"{number:02}.pohon.yaml", ONE)
    assert _lint.lint([tmp_path], _lint.Order(select=("RED01",))) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(_console, "interactive", lambda _stream: True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert _lint.lint([tmp_path], _lint.Order(select=("RED01",))) == 0
    shown = capsys.readouterr()
    assert "\x1b" not in shown.out
    assert shown.out.startswith(f"{_lint._MANY} berkas: ")
