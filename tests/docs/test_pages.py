"""Documentation is tested: every command, option, setting and rule is described, every example runs."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from pohon import api
from pohon.cli._commands import app
from pohon.forms.tree_file import parse
from pohon.rules import _registry
from pohon.settings import SETTINGS, read

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "trees").glob("*.md")])
IDS = [path.relative_to(ROOT).as_posix() for path in PAGES]
COMMANDS = get_command(app).commands


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text(name), flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_described(name):
    section = text("docs/perintah.md").partition(f"## `pohon {name}`")[2].partition("\n## ")[0]
    assert section
    assert [] == [
        option
        for param in COMMANDS[name].params
        for option in param.opts
        if option[:2] == "--" and option not in section
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_help(name):
    assert [] == [param.name for param in COMMANDS[name].params if not getattr(param, "help", None)]


def test_every_setting_is_described():
    page = text("docs/pengaturan.md")
    assert [] == [setting.name for setting in SETTINGS if f"`{setting.name}`" not in page]


def test_every_rule_is_described():
    page = text("docs/aturan/README.md")
    assert [] == [entry.code for entry in _registry.entries() if f"[{entry.code}](" not in page]


def test_every_key_of_the_json_report_is_described():
    page = text("docs/laporan-json.md")
    schema = api.schema(report=True)
    keys = {key for part in (schema, *schema["$defs"].values()) for key in part["properties"]}
    assert [] == sorted(key for key in keys if f"`{key}`" not in page)


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_every_link_inside_the_repository_leads_somewhere(path):
    targets = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [] == [target for target in local if not (path.parent / target).exists()]


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_the_python_example_runs(name, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    (code,) = blocks(name, "python")
    exec(compile(code, name, "exec"), {})  # noqa: S102 - our own example
    assert "1 outcome Menurunnya angka kematian ibu" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["README.md", "README.id.md", "docs/format-berkas.md"])
def test_the_tree_example_can_be_read(name):
    (example,) = blocks(name, "yaml")
    assert len(parse(example)) >= 3


def test_the_settings_example_can_be_read(tmp_path):
    (example,) = blocks("docs/pengaturan.md", "toml")
    (tmp_path / "nomenklatur.txt").write_text("Program Contoh\n", encoding="utf-8")
    (tmp_path / "pohon.toml").write_text(example, encoding="utf-8")
    assert read(tmp_path / "pohon.toml").paper == tomllib.loads(example)["render"]["paper"]


def test_the_json_example_fits_the_schema():
    import jsonschema

    (example,) = blocks("docs/laporan-json.md", "json")
    jsonschema.validate(json.loads(example), api.schema(report=True))


def test_both_readmes_hold_the_same():
    english, indonesian = text("README.md"), text("README.id.md")

    def shape(page):
        page = re.sub(r"[ ]+#[^\n]*", "", page)
        return [re.sub(r"(^\w+|\s).*", r"\1", line) for line in page.splitlines() if re.match(r"#|\||```|\d\.", line)]

    def commands(page):
        return re.findall(r"^(?:pohon|\./scripts/)\S*(?: \S+)?", page, flags=re.MULTILINE)

    assert shape(english) == shape(indonesian)
    assert commands(english) == commands(indonesian)
    assert blocks("README.md", "yaml") == blocks("README.id.md", "yaml")
    assert blocks("README.md", "python") == blocks("README.id.md", "python")


def test_every_command_in_the_readme_exists():
    named = set(re.findall(r"^pohon (\w+)", text("README.md"), flags=re.MULTILINE))
    assert named
    assert named <= set(COMMANDS)


def test_the_changelog_is_in_the_form_of_keep_a_changelog():
    headings = re.findall(r"^##+ (.*)", text("CHANGELOG.md"), flags=re.MULTILINE)
    assert headings[0] == "[Belum dirilis]"
    assert {"Ditambahkan", "Keputusan"} <= set(headings)
