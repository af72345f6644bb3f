"""docs/laporan.md and docs/pertanyaan.md name every form, every key of their JSON, and every reason."""

import json
import re
from pathlib import Path

import pytest

from pohon import api
from pohon.cli.app import run
from pohon.rules._gate import Reason

ROOT = Path(__file__).parents[2]
TREE = ROOT / "docs" / "contoh" / "kesehatan.pohon.yaml"


def page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def keys(value):
    """Every key in a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def test_every_form_of_the_report_is_described():
    assert [] == [form for form in api.FORMS if f"| `{form}` |" not in page("laporan.md")]


@pytest.mark.parametrize(
    ("args", "name"),
    [(["lint", "--gate", "5"], "laporan.md"), (["tanya"], "pertanyaan.md")],
    ids=["gate", "tanya"],
)
def test_every_key_of_the_json_is_described(args, name, capsys):
    run([args[0], str(TREE), *args[1:], "--format", "json"])
    found = keys(json.loads(capsys.readouterr().out))
    assert found
    assert [] == sorted(key for key in found if f"`{key}`" not in page(name))


def test_every_reason_of_the_gate_is_described():
    assert [] == [one.value for one in Reason if one.value not in page("laporan.md")]


def test_every_option_in_the_examples_exists(capsys):
    named = set(re.findall(r"(?<!\w)--[a-z][a-z-]*", page("laporan.md") + page("pertanyaan.md")))
    for command in ("lint", "tanya"):
        run([command, "--help"])
    assert [] == sorted(named - set(re.findall(r"--[a-z][a-z-]*", capsys.readouterr().out)))
