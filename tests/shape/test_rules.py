"""Every rule has a page, a test and a registry line, and nothing else stands in the rule folders."""

import re
from pathlib import Path

from pohon.rules import _registry

ROOT = Path(__file__).parents[2]
RULES = ROOT / "pohon" / "rules"
CODE = {"struktur": "STR", "redundansi": "RED", "bahasa": "BHS", "sebab_akibat": "SEB", "indikator": "IND"}
CODE |= {"target": "TGT", "crosscutting": "XCT", "pemetaan": "PET", "anggaran": "ANG", "dokumen": "DOK"}


def rule_files() -> set[str]:
    return {f"{path.parent.name}.{path.stem}" for path in RULES.glob("*/*.py") if path.stem != "__init__"}


def test_there_are_rules():
    assert len(rule_files()) > 20


def test_the_registry_lists_exactly_the_rule_files():
    assert rule_files() == {entry.module for entry in _registry.entries()}


def test_every_rule_has_a_page_beside_it_and_every_page_a_rule():
    assert rule_files() == {f"{path.parent.name}.{path.stem}" for path in RULES.glob("*/*.md")}


def test_every_rule_has_a_test_of_the_same_name():
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "rules").glob("test_*.py")}
    assert [] == sorted(name for name in rule_files() if name.partition(".")[2] not in tests)


def test_every_rule_stands_in_the_folder_of_its_family():
    strays = [
        name
        for name in rule_files()
        if not re.match(rf"{CODE[name.partition('.')[0]].lower()}\d\d_", name.partition(".")[2])
    ]
    assert strays == []


def test_a_code_is_given_once():
    codes = [entry.code for entry in _registry.entries()]
    assert sorted(set(codes)) == sorted(codes)
