"""What the engine does about rules that do not come to an end, and about rules that nobody asked for."""

import time
from dataclasses import replace

import pytest

from pohon.model.finding import Severity
from pohon.model.lexicon import default
from pohon.model.node import Waiver
from pohon.rules import _engine, _registry
from pohon.rules._base import Hit, Rule
from pohon.rules._deadline import TooSlow
from pohon.rules._engine import Options
from pohon.rules._registry import Entry
from tests.build import tree

TREE = tree("pohon:\n  - outcome: Meningkatnya mutu gizi\n    id: o\n")
LIMIT = 0.2


def found(_tree, _lexicon):
    yield Hit(node="o", message="temuan")


def spins(_tree, _lexicon):
    yield Hit(node="o", message="sebelum berputar")
    while True:
        pass


def rule(code, check):
    words = {
        "name": f"uji-{code.lower()}",
        "summary": "Uji.",
        "severity": Severity.WARNING,
        "stage": 1,
        "source": "uji",
    }
    return Rule(code=code, check=check, **words)


@pytest.fixture
def install(monkeypatch):
    """Put other rules in the place of the registered ones; the answer lists the rules that were loaded."""

    def put(*rules):
        known = tuple(Entry(one.code, one.name, one.stage, one.code) for one in rules)
        by_code = {one.code: one for one in rules}
        loaded = []

        def load(entry):
            loaded.append(entry.code)
            return by_code[entry.code]

        monkeypatch.setattr(_registry, "entries", lambda: known)
        monkeypatch.setattr(_registry, "load", load)
        return loaded

    return put


def run(given=TREE, **options):
    return _engine.run(given, default(), Options(**({"limit": LIMIT} | options)))


def test_a_rule_that_spins_is_stopped_and_named_and_the_others_finish(install):
    install(rule("AAA01", found), rule("BBB01", spins), rule("CCC01", found))
    start = time.monotonic()
    outcome = run()
    assert time.monotonic() - start < 10
    assert {one.code for one in outcome.findings} == {"AAA01", "P003", "CCC01"}
    assert outcome.broken == ("BBB01",)
    (slow,) = (one for one in outcome.findings if one.code == "P003")
    assert slow.message == (
        "Aturan BBB01 (uji-bbb01) dihentikan sesudah 0,2 detik, jadi pohon ini belum diperiksa terhadapnya."
    )
    assert slow.severity is Severity.ERROR


def test_what_a_stopped_rule_found_before_is_not_reported(install):
    install(rule("BBB01", spins))
    assert [one.message for one in run().findings if one.code != "P003"] == []


def test_a_waiver_of_a_stopped_rule_is_not_called_idle(install):
    install(rule("BBB01", spins))
    waived = replace(TREE.find("o"), abaikan=(Waiver(kode="BBB01", alasan="sudah dibahas"),))
    assert [one.code for one in run(replace(TREE, nodes={"o": waived})).findings] == ["P003"]


def test_in_strict_runs_the_stop_comes_through(install):
    install(rule("BBB01", spins))
    with pytest.raises(TooSlow):
        run(strict=True)


def test_a_rule_has_two_seconds_when_nothing_else_is_said(install):
    install(rule("BBB01", spins))
    start = time.monotonic()
    run(limit=None)
    assert 1.9 < time.monotonic() - start < 10


@pytest.mark.parametrize("options", [{"select": ("AAA",)}, {"ignore": ("BBB01",)}, {"ignore": ("uji-bbb01",)}])
def test_a_rule_that_is_not_selected_is_neither_loaded_nor_run(install, options):
    loaded = install(rule("AAA01", found), rule("BBB01", spins))
    assert [one.code for one in run(**options).findings] == ["AAA01"]
    assert loaded == ["AAA01"]
