"""Report files, baseline, many files, watching, the gate."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import openpyxl
import pytest

from pohon import api
from pohon.api import _many
from pohon.api._lint import Choice, Run
from pohon.cli import _console, _lint, _watch

from .conftest import HEAD, TWINS, WAIVED

ONE = HEAD + "  - outcome: Meningkatnya derajat kesehatan ibu\n"
RED01 = ("--select", "RED01")


def codes(ran):
    return [[row["code"] for row in file["findings"]] for file in json.loads(ran.out)["files"]]


# ---- reports as files


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("t.txt", "1 berkas: 1 galat"),
        ("t.json", '{"version": 1'),
        ("t.sarif", '{\n "version": "2.1.0"'),
        ("t.xml", '<?xml version="1.0"'),
        ("t.html", "<!doctype html>"),
    ],
)
def test_the_ending_of_the_file_decides_the_form(pohon, twins, name, starts):
    out = twins.with_name(name)
    ran = pohon("lint", twins, *RED01, "-o", out)
    assert (ran.code, ran.out, ran.err) == (1, f"{out.as_posix()}\n", "1 berkas: 1 galat, 0 peringatan, 0 saran.\n")
    text = out.read_text(encoding="utf-8")
    assert text.startswith(starts) or text.splitlines()[-1].startswith(starts)


def test_a_workbook_is_written_with_the_findings(pohon, twins):
    out = twins.with_name("temuan.xlsx")
    assert pohon("lint", twins, *RED01, "-o", out).code == 1
    sheet = openpyxl.load_workbook(out)["Temuan"]
    assert [sheet["E5"].value, sheet["F5"].value, sheet["E6"].value] == ["RED01", "galat", None]


def test_the_form_can_be_named_and_then_the_ending_does_not_matter(pohon, twins):
    out = twins.with_name("laporan.txt")
    pohon("lint", twins, *RED01, "-o", out, "--format", "junit")
    assert ET.parse(out).getroot().get("failures") == "1"  # noqa: S314 - our own file


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_page_and_a_workbook_need_a_file(pohon, twins, form):
    ran = pohon("lint", twins, "--format", form)
    assert (ran.code, ran.err) == (2, f"laporan {form} memerlukan -o BERKAS, misalnya -o temuan.{form}.\n")


def test_an_existing_file_is_replaced_only_with_force(pohon, twins):
    out = twins.with_name("t.json")
    out.write_text("milik orang lain", encoding="utf-8")
    assert pohon("lint", twins, "-o", out).code == 2
    assert out.read_text(encoding="utf-8") == "milik orang lain"
    assert pohon("lint", twins, *RED01, "-o", out, "--force").code == 1
    assert out.read_text(encoding="utf-8").startswith('{"version": 1')


def test_junit_fails_from_the_severity_of_fail_on(pohon, twins):
    (twins.parent / "pohon.toml").write_text('[lint.severity]\nRED01 = "saran"\n', encoding="utf-8")

    def failures(*more):
        return ET.fromstring(pohon("lint", twins, *RED01, "--format", "junit", *more).out).get("failures")  # noqa: S314

    assert (failures(), failures("--fail-on", "saran")) == ("0", "1")


def test_sarif_and_github_go_to_the_screen(pohon, twins):
    assert json.loads(pohon("lint", twins, "--format", "sarif").out)["version"] == "2.1.0"
    assert pohon("lint", twins, *RED01, "--format", "github").out.startswith(f"::error file={twins.as_posix()},line=")


def test_branches_stand_in_the_text_report(pohon, twins):
    assert "  [1.2 CSF] Meningkatnya mutu pelayanan persalinan" in pohon("lint", twins, *RED01).out.splitlines()


# ---- baseline


def test_known_findings_stay_quiet_and_new_ones_are_shown(pohon, twins):
    base = twins.with_name("lama.json")
    ran = pohon("lint", twins, *RED01, "--baseline", base, "--baseline-write")
    assert (ran.code, ran.out) == (0, f"{base.as_posix()}: 1 temuan dicatat sebagai temuan lama.\n")
    ran = pohon("lint", twins, *RED01, "--baseline", base)
    assert (ran.code, ran.out) == (0, "1 berkas: tidak ada temuan. (1 temuan lama disembunyikan)\n")
    more = "      - csf: Meningkatnya cakupan imunisasi\n        isu: Masih rendahnya cakupan imunisasi\n" * 2
    twins.write_text(TWINS + more, encoding="utf-8")
    ran = pohon("lint", twins, *RED01, "--baseline", base, "--format", "json")
    assert (ran.code, codes(ran)) == (1, [["RED01"]])


def test_a_known_finding_stays_quiet_when_its_node_is_moved_and_reworded(pohon, twins):
    base = twins.with_name("lama.json")
    pohon("lint", twins, *RED01, "--baseline", base, "--baseline-write")
    moved = TWINS.replace(
        "    sebab:\n", "    sebab:\n      - csf: Meningkatnya cakupan imunisasi\n        isu: Rendahnya\n"
    )
    moved = moved.replace("mutu pelayanan persalinan", "mutu pelayanan persalinan di puskesmas")
    twins.write_text(moved, encoding="utf-8")
    ran = pohon("lint", twins, *RED01, "--baseline", base)
    assert (ran.code, "(1 temuan lama disembunyikan)" in ran.out) == (0, True)


def test_known_findings_that_are_gone_are_named(pohon, twins):
    base = twins.with_name("lama.json")
    pohon("lint", twins, *RED01, "--baseline", base, "--baseline-write")
    twins.write_text(ONE, encoding="utf-8")
    ran = pohon("lint", twins, *RED01, "--baseline", base)
    assert ran.code == 0
    assert "1 temuan lama tidak ditemukan lagi; perbarui dengan --baseline-write." in ran.err
    assert "  RED01  kembar.pohon.yaml  meningkatnya mutu pelayanan persalinan" in ran.err.splitlines()


def test_writing_one_file_keeps_what_is_known_of_the_others(pohon, write, twins):
    base, other = twins.with_name("lama.json"), write("b.pohon.yaml", TWINS)
    pohon("lint", twins, other, *RED01, "--baseline", base, "--baseline-write")
    twins.write_text(ONE, encoding="utf-8")
    pohon("lint", twins, *RED01, "--baseline", base, "--baseline-write")
    ran = pohon("lint", other, *RED01, "--baseline", base)
    assert (ran.code, "1 temuan lama" in ran.err) == (0, True)


def test_a_baseline_moves_with_its_folder(pohon, write, tmp_path, monkeypatch):
    write("a/x.pohon.yaml", TWINS)
    monkeypatch.chdir(tmp_path / "a")
    pohon("lint", "x.pohon.yaml", *RED01, "--baseline", "lama.json", "--baseline-write")
    monkeypatch.chdir(tmp_path)
    Path("a").rename("b")
    assert pohon("lint", "b", *RED01, "--baseline", "b/lama.json").code == 0


def test_accepted_findings_are_not_written(pohon, write):
    path = write("b.pohon.yaml", WAIVED)
    base = path.with_name("lama.json")
    pohon("lint", path, *RED01, "--baseline", base, "--baseline-write")
    assert json.loads(base.read_text(encoding="utf-8")) == {"versi": 1, "temuan": []}


@pytest.mark.parametrize(
    "content", ["", "[]", '{"versi": 2, "temuan": []}', '{"versi": 1, "temuan": [{"kode": 1}]}', "\x00"]
)
def test_a_file_that_is_no_baseline_is_refused(pohon, twins, write, content):
    ran = pohon("lint", twins, "--baseline", write("lama.json", content))
    assert (ran.code, "Buat ulang dengan `pohon lint" in ran.err) == (2, True)


def test_a_missing_baseline_and_writing_without_a_name_are_told(pohon, twins):
    assert "berkas tidak ditemukan" in pohon("lint", twins, "--baseline", twins.with_name("tak-ada.json")).err
    assert pohon("lint", twins, "--baseline-write") == (2, "", "--baseline-write memerlukan --baseline BERKAS.\n")


# ---- many files


@pytest.fixture
def folder(write, tmp_path):
    """Thirty trees; one cannot be read."""
    for number in range(30):
        write(f"{number:02}.pohon.yaml", TWINS if number % 3 else ONE)
    write("13.pohon.yaml", "pohon: [")
    return tmp_path


@pytest.mark.slow
def test_processes_give_the_same_report_in_the_same_order(pohon, folder):
    alone = pohon("lint", folder, "--jobs", "1")
    assert pohon("lint", folder, "--jobs", "2") == alone
    assert alone.code == 2
    assert "30 berkas: " in alone.out
    assert "(1 di antaranya tidak dapat dibaca)" in alone.out


@pytest.mark.slow
def test_a_process_that_dies_costs_one_file(folder, monkeypatch):
    monkeypatch.setattr(_many, "_check", _dies_at_seven)
    found = list(_many.check_all(sorted(folder.glob("*.yaml")), Run(Choice(None, ("RED01",))), 2))
    assert [one.path.name[:2] for one in found] == [f"{number:02}" for number in range(30)]
    assert [one.path.name[:2] for one in found if one.problems] == ["07", "13"]
    assert found[7].problems[0].message == "pemeriksaan berkas ini berhenti mendadak."


def _dies_at_seven(path):
    """Stand in for the work of a process (found there by its name, so it stands at the top of this file)."""
    if path.name.startswith("07"):
        import os

        os._exit(9)
    return Run(Choice(None, ("RED01",))).check(path)


def test_processes_start_only_when_there_is_enough_to_do(folder):
    paths = sorted(folder.glob("*.yaml"))
    assert _many.workers(paths) == 1
    assert _many.workers(paths, 4) == 4
    assert _many.workers(paths[:2], 4) == 2
    paths[0].write_text("#" * 700_000, encoding="utf-8")
    assert _many.workers(paths) >= 1
    assert _many.workers(paths[:20]) == 1


def test_one_file_never_starts_processes():
    script = (
        "import sys\nfrom pohon.cli.app import run\nrun(['lint', sys.argv[1]])\n"
        "print([name for name in ('multiprocessing', 'concurrent.futures', 'threading') if name in sys.modules])"
    )
    tree = Path(__file__).parents[2] / "docs" / "contoh" / "kesehatan.pohon.yaml"
    done = subprocess.run([sys.executable, "-c", script, str(tree)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_wrong_pohon_toml_stops_the_whole_run_before_processes_start(pohon, folder):
    (folder / "pohon.toml").write_text("[lint]\nselect = ['XYZ']\n", encoding="utf-8")
    ran = pohon("lint", folder, "--jobs", "2")
    assert (ran.code, "tidak ada aturan `XYZ`" in ran.err) == (2, True)


# ---- watching


def saves(*steps):
    """A clock whose ticks are savings of files; then Ctrl+C."""
    pending = list(steps)

    def tick(_seconds):
        if not pending:
            raise KeyboardInterrupt
        pending.pop(0)()

    return tick


def test_every_save_is_checked_again_and_ctrl_c_gives_the_last_exit_code(twins, capsys):
    def once():
        return _lint.lint([twins], _lint.Order(select=("RED01",)))

    def repair():
        twins.write_text(ONE, encoding="utf-8")

    def nothing():
        """A tick without a save."""

    assert _watch.watch([twins], once, sleep=saves(nothing, repair, nothing)) == 0
    said = capsys.readouterr()
    assert [line for line in said.out.splitlines() if line.startswith("1 berkas")] == [
        "1 berkas: 1 galat, 0 peringatan, 0 saran.",
        "1 berkas: tidak ada temuan.",
    ]
    assert said.err.count("Menunggu perubahan berkas. Ctrl+C untuk berhenti.") == 2
    assert "\x1b" not in said.out


def test_new_files_and_settings_are_noticed_and_wrong_ones_do_not_end_it(twins, capsys):
    settings = twins.parent / "pohon.toml"
    runs = []

    def once():
        runs.append([one.path.name for one in api.lint_all([twins.parent], select=["RED01"])])
        return len(runs)

    steps = (
        lambda: twins.with_name("baru.pohon.yaml").write_text(ONE, encoding="utf-8"),
        lambda: settings.write_text("salah = 1\n", encoding="utf-8"),
        lambda: settings.write_text("", encoding="utf-8"),
    )
    assert _watch.watch([twins.parent], once, sleep=saves(*steps)) == 3
    assert runs == [["kembar.pohon.yaml"], *[["baru.pohon.yaml", "kembar.pohon.yaml"]] * 2]
    assert "pengaturan `salah` tidak dikenal." in capsys.readouterr().err


def test_the_screen_is_cleared_on_terminals_only(twins, capsys, monkeypatch):
    monkeypatch.setattr(_console, "interactive", lambda _stream: True)
    _watch.watch([twins], lambda: 0, sleep=saves())
    assert capsys.readouterr().out.startswith("\x1b[2J")


def test_watching_replaces_its_own_report_but_no_other_file(pohon, twins, monkeypatch):
    out = twins.with_name("t.html")
    clock = saves(lambda: twins.write_text(ONE, encoding="utf-8"))
    monkeypatch.setattr(_watch.time, "sleep", clock)
    monkeypatch.setattr(_watch.watch, "__kwdefaults__", {"sleep": clock})
    assert pohon("lint", twins, *RED01, "--watch", "-o", out).code == 0
    assert "Tidak ada temuan." in out.read_text(encoding="utf-8")


# ---- gate


def test_the_gate_says_what_is_missing_and_ends_with_1(pohon, twins):
    ran = pohon("lint", twins, "--gate", "2", *RED01)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (1, "")
    assert lines[0] == f"{twins.as_posix()}: tahap 2 belum dapat ditutup, 2 hal belum beres."
    assert lines[1].startswith("  baris 11  galat  RED01  1.2  ")
    assert "  baris 7  belum ada  1  Outcome ini belum punya dasar." in lines


def test_a_stage_that_may_be_closed_ends_with_0_and_names_the_next(pohon, write):
    text = ONE.replace("tahap: 3", "tahap: 1") + '    dasar: {harapan: "Ibu selamat"}\n'
    ran = pohon("lint", write("a.pohon.yaml", text), "--gate", "1", *RED01)
    assert ran.code == 0
    assert ran.out.splitlines()[0].endswith("a.pohon.yaml: tahap 1 dapat ditutup.")
    assert "  Untuk melanjutkan, ubah `tahap` menjadi 2." in ran.out.splitlines()
    assert "pertanyaan fasilitator belum dijawab" in ran.out


def test_the_gate_as_json(pohon, twins, write):
    ran = pohon("lint", twins, write("x.pohon.yaml", "pohon: ["), "--gate", "2", *RED01, "--format", "json")
    report = json.loads(ran.out)
    assert (ran.code, list(report), report["gate"]) == (2, ["version", "gate", "files"], 2)
    good, bad = report["files"]
    assert (good["closed"], bad["closed"], bool(bad["problems"])) == (False, False, True)
    assert {row["reason"] for row in good["missing"]} == {"galat", "belum ada"}
    assert list(good["missing"][0]) == [
        "reason", "code", "stage", "node", "number", "line", "column", "message", "hint",
    ]  # fmt: skip


def test_the_gate_has_no_other_form_and_takes_no_other_stage(pohon, twins):
    for more in (["--format", "sarif"], ["-o", twins.with_name("x.json")], ["--stage", "3"], ["--baseline", "x.json"]):
        assert pohon("lint", twins, "--gate", "2", *more).code == 2


def test_text_of_a_tree_controls_no_terminal_through_the_gate(pohon, write):
    text = TWINS.replace("mutu", "mutu \u202e")
    ran = pohon("lint", write("a.pohon.yaml", text), "--gate", "3")
    assert not {"\x1b", "\u202e"} & set(ran.out)
