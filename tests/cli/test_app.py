"""The front of the command line: help, usage errors, last resort, and the real command as a process."""

import os
import subprocess
import sys

import pytest

import pohon as package
from pohon import api
from pohon.cli import app
from pohon.cli._commands import COMMANDS
from pohon.cli._usage import usage_message

from .conftest import HEAD


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["lnt"], "perintah lnt tidak dikenal. Maksud Anda lint?"),
        (["lint", "--stagee", "3", "x"], "pilihan --stagee tidak dikenal. Maksud Anda"),
        (["lint"], "BERKAS... belum disebutkan."),
        (["lint", "--stage", "9", "x"], "isi '--stage' tidak dapat dipakai: 9 harus antara 1 dan 5."),
        (["lint", "--stage", "dua", "x"], "isi '--stage' tidak dapat dipakai: 'dua' bukan bilangan bulat."),
        (["lint", "--format", "sarf", "x"], "'sarf' bukan salah satu dari"),
        (["lint", "--stage"], "pilihan --stage memerlukan isi."),
        (["explain", "RED01", "RED02"], "masukan RED02 berlebih."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_usage_error_is_one_indonesian_sentence_and_exit_code_2(pohon, args, said):
    ran = pohon(*args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Bantuan: `pohon --help`" in ran.err


def test_no_arguments_show_the_help(pohon):
    ran = pohon()
    assert ran.code == 2
    assert "Pemakaian: pohon" in ran.out + ran.err


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_speaks_indonesian(pohon, command):
    ran = pohon(*filter(None, [command]), "--help")
    assert ran.code == 0
    english = (
        "Usage",
        "Options:",
        "Arguments:",
        "Commands:",
        "Show this message",
        "[required]",
        "default:",
        "[OPTIONS]",
    )
    assert [] == [word for word in english if word in ran.out]
    assert "Tampilkan bantuan ini." in ran.out


def test_version_is_the_version_of_the_package(pohon):
    assert pohon("--version") == (0, f"pohon {package.__version__}\n", "")


def test_an_unexpected_error_gives_exit_code_3_and_no_traceback(pohon, monkeypatch):
    def explode(*_args, **_options):
        raise ZeroDivisionError("buatan\nuji")

    monkeypatch.setattr(api, "rules", explode)
    ran = pohon("rules")
    assert (ran.code, ran.out) == (3, "")
    assert "kesalahan yang tidak terduga (ZeroDivisionError: buatan uji)" in ran.err
    assert "Traceback" not in ran.err


def test_the_debug_switch_lets_the_error_through(pohon, monkeypatch):
    def explode(*_args, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr(api, "rules", explode)
    monkeypatch.setenv("POHON_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        pohon("rules")


def test_an_interrupted_command_says_so(pohon, monkeypatch):
    def interrupt(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "rules", interrupt)
    assert pohon("rules") == (130, "", "Dihentikan.\n")


def process(*args, **more):
    return subprocess.run([sys.executable, "-m", "pohon", *args], capture_output=True, check=False, **more)


def test_the_command_writes_utf_8_whatever_the_console_says(tmp_path):
    path = tmp_path / "a.pohon.yaml"
    path.write_text(HEAD + "  - outcome: Meningkatnya mutu – “layanan” 🌳\n", encoding="utf-8")
    done = process("show", str(path), env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert "Meningkatnya mutu – “layanan” 🌳" in done.stdout.decode("utf-8")


def test_the_exit_code_reaches_the_shell(tmp_path):
    assert process("lint", str(tmp_path / "tidak-ada.pohon.yaml")).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes end differently on Windows")
def test_a_reader_that_stops_early_causes_no_traceback():
    command = f"{sys.executable} -m pohon schema | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize(("library", "extra"), [("docx", "office"), ("pdfplumber", "pdf")])
def test_a_library_of_an_extra_that_is_not_installed_is_named_with_the_way_to_get_it(
    library, extra, monkeypatch, capsys
):
    def lacking(_args):
        raise ModuleNotFoundError(f"No module named '{library}'", name=library)

    monkeypatch.setattr(app, "_call", lacking)
    assert app.UNUSABLE == app.run(["form"])
    said = capsys.readouterr().err
    assert f'-m pip install ".[{extra}]"' in said  # from the sources: nobody knows who owns the name at an index
    assert "'" not in said  # cmd.exe knows double quotes only


ESCAPE = 'versi: 1\n"\\e[2J\\e]0;judul\\a": 1\n'


@pytest.mark.parametrize("args", [["show"], ["fmt"], ["lint"], ["tanya"], ["form", "pk", "-o", "x.docx"]])
def test_no_word_of_a_file_commands_the_terminal(args, tmp_path, monkeypatch, pohon):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pohon.yaml").write_text(ESCAPE, encoding="utf-8")
    ran = pohon(args[0], "a.pohon.yaml", *args[1:])
    assert ran.code == 2
    assert "tidak dikenal pada berkas" in ran.out + ran.err
    assert [sign for sign in ran.out + ran.err if sign < " " and sign != "\n"] == []


def test_no_word_of_the_settings_commands_the_terminal(tmp_path, monkeypatch, pohon):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pohon.yaml").write_text(ESCAPE, encoding="utf-8")
    (tmp_path / "pohon.toml").write_text('"a\\u001b[31mb" = 1\n', encoding="utf-8")
    ran = pohon("lint", "a.pohon.yaml")
    assert (ran.code, "\x1b" in ran.err, "\ufffd[31mb" in ran.err) == (2, False, True)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["render", "a"], "sebut berkas hasilnya dengan -o; akhiran namanya menentukan jenisnya."),
        (["form", "a", "pk"], "sebut berkas hasilnya dengan -o; akhiran namanya menentukan jenisnya."),
        (["tanya", "a", "--jawab", "1"], "pilihan --jawab memerlukan 3 isi."),
    ],
)
def test_a_forgotten_option_is_told_in_indonesian(args, said, pohon):
    ran = pohon(*args)
    assert (ran.code, ran.err.splitlines()[0]) == (2, said)


def test_a_file_without_leave_to_read_is_told_in_indonesian():
    said = usage_message("Invalid value for 'BERKAS': Path 'a b.pohon.yaml' is not readable.")
    assert said == "a b.pohon.yaml: tidak ada izin."
