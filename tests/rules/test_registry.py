"""The list of rules agrees with the folders and with the rules themselves."""

import re
from pathlib import Path

import pytest

import pohon.rules
from pohon.rules import _registry
from pohon.rules._registry import Entry

_FOLDER = Path(pohon.rules.__file__).parent
_TESTS = Path(__file__).parent

_every_rule = pytest.mark.parametrize("entry", _registry.entries(), ids=lambda entry: entry.code)


def _files(suffix: str) -> set[str]:
    return {f"{path.parent.name}.{path.stem}" for path in _FOLDER.glob(f"*/*{suffix}") if path.stem != "__init__"}


def test_every_rule_file_is_registered_and_every_line_has_its_file() -> None:
    assert {entry.module for entry in _registry.entries()} == _files(".py")


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert _files(".py") == _files(".md")


def test_no_code_and_no_name_is_used_twice() -> None:
    entries = _registry.entries()
    assert len({entry.code for entry in entries}) == len(entries)
    assert len({entry.name for entry in entries}) == len(entries)


@_every_rule
def test_rule_says_what_its_line_and_its_file_name_say(entry: Entry) -> None:
    rule = _registry.load(entry)
    assert (rule.code, rule.name, rule.stage) == (entry.code, entry.name, entry.stage)
    assert rule.summary.endswith(".")
    assert rule.source


@_every_rule
def test_rule_has_its_own_edge_tests(entry: Entry) -> None:
    assert (_TESTS / f"test_{entry.module.rpartition('.')[2]}.py").is_file()


def test_a_word_selects_a_rule_by_code_family_prefix_or_name() -> None:
    assert _registry.matches("RED01", "kembar-persis", ("RED01",))
    assert _registry.matches("RED01", "kembar-persis", ("red",))
    assert _registry.matches("RED01", "kembar-persis", ("Kembar-Persis",))
    assert not _registry.matches("RED01", "kembar-persis", ("BHS", "RED010", "kembar", ""))


def test_selection_respects_stage_selected_and_ignored_words() -> None:
    early = {entry.code for entry in _registry.selected((), (), 2)}
    assert early == {entry.code for entry in _registry.entries() if entry.stage <= 2}
    codes = {entry.code for entry in _registry.selected(("STR",), ("STR02",), 5)}
    assert codes == {entry.code for entry in _registry.entries() if entry.code.startswith("STR")} - {"STR02"}


def test_words_that_mean_no_rule_are_named() -> None:
    assert _registry.unknown(["STR", "XYZ", "P000", "str1"]) == ("XYZ",)


def test_no_rule_said_to_be_put_off_is_registered() -> None:
    page = (Path(__file__).parents[2] / "docs" / "aturan" / "ditunda.md").read_text(encoding="utf-8")
    put_off = set(re.findall(r"^\| ([A-Z]{3}\d\d) \|", page, re.MULTILINE))
    assert put_off
    assert set() == put_off & {entry.code for entry in _registry.entries()}
