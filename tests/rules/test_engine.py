"""The engine: selection, severities, waivers, places, order, and what happens when a rule breaks."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pohon.model.finding import Severity
from pohon.model.lexicon import Lexicon, default
from pohon.model.node import Waiver
from pohon.model.tree import Tree
from pohon.rules import _engine, _registry
from pohon.rules._base import Check, Hit, Rule
from pohon.rules._engine import Options, Outcome
from pohon.rules._registry import Entry
from tests.build import tree

_TEXT = """pohon:
  - outcome: Meningkatnya mutu gizi
    id: o
    sebab:
      - csf: Meningkatnya konsumsi ikan
        id: c
        isu: Rendahnya konsumsi ikan
        indikator: [Jumlah ikan, Jumlah kolam]
      - csf: Meningkatnya konsumsi sayur
        id: d
"""

Install = Callable[..., None]


def _rule(code: str, check: Check, **given: object) -> Rule:
    facts = {
        "name": f"uji-{code.lower()}",
        "summary": "Uji.",
        "severity": Severity.WARNING,
        "stage": 1,
        "source": "uji",
    }
    return Rule(code=code, check=check, **(facts | given))


def _on(*keys: str, **given: object) -> Check:
    def check(_tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
        yield from (Hit(node=key, message=f"temuan pada {key}", **given) for key in keys)

    return check


def _breaks(_tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    yield Hit(node="o", message="sebelum rusak")
    raise ZeroDivisionError("bagi nol")


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return a function that puts other rules in the place of the registered ones."""

    def put(*rules: Rule) -> None:
        known = tuple(Entry(rule.code, rule.name, rule.stage, rule.code) for rule in rules)
        by_code = {rule.code: rule for rule in rules}
        monkeypatch.setattr(_registry, "entries", lambda: known)
        monkeypatch.setattr(_registry, "load", lambda entry: by_code[entry.code])

    return put


def _run(text: str = _TEXT, **options: object) -> Outcome:
    return _engine.run(tree(text), default(), Options(**options))


def _waived(key: str, waiver: Waiver) -> Tree:
    given = tree(_TEXT)
    return replace(given, nodes={**given.nodes, key: replace(given.find(key), abaikan=(waiver,))})


def _codes(outcome: Outcome) -> list[str]:
    return [finding.code for finding in outcome.findings]


def test_a_finding_says_where_it_stands_and_repeats_what_the_rule_says(install: Install) -> None:
    check = _on("c", field="indikator.1", related=("d",), evidence="kolam")
    install(_rule("UJI01", check, hint="perbaiki", source="kitab"))
    (found,) = _run().findings
    assert (8, 34) == (found.place.line, found.place.column)
    assert ("c", "1.1", "perbaiki", "kitab", "kolam", 1) == (
        found.node,
        found.number,
        found.hint,
        found.source,
        found.evidence,
        found.stage,
    )
    assert [("d", 9)] == [(one.node, one.line) for one in found.related]


def test_a_finding_about_the_whole_file_has_no_number(install: Install) -> None:
    install(_rule("UJI01", _on("")))
    (found,) = _run().findings
    assert ("", "") == (found.node, found.number)


def test_findings_come_in_the_order_of_the_file_then_by_code(install: Install) -> None:
    install(_rule("UJI02", _on("d", "o", "c")), _rule("UJI01", _on("c")))
    assert [("o", "UJI02"), ("c", "UJI01"), ("c", "UJI02"), ("d", "UJI02")] == [
        (found.node, found.code) for found in _run().findings
    ]


def test_without_places_the_order_of_the_tree_counts(install: Install) -> None:
    install(_rule("UJI01", _on("d", "c", "o")))
    bare = replace(tree(_TEXT), places={})
    assert ["o", "c", "d"] == [found.node for found in _engine.run(bare, default()).findings]


def test_a_rule_waits_for_its_stage_and_the_stage_can_be_given(install: Install) -> None:
    install(_rule("UJI01", _on("o"), stage=3), _rule("UJI02", _on("o"), stage=5))
    assert ["UJI01"] == _codes(_run(_TEXT + "tahap: 3\n"))
    assert ["UJI01", "UJI02"] == _codes(_run(_TEXT + "tahap: 3\n", stage=5))
    assert [] == _codes(_run(_TEXT + "tahap: 5\n", stage=2))


def test_a_rule_sees_the_given_stage_as_the_stage_of_the_tree(install: Install) -> None:
    def check(given: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
        yield Hit(node="o", message=str(given.tahap))

    install(_rule("UJI01", check))
    assert ["2"] == [found.message for found in _run(stage=2).findings]


def test_families_codes_and_names_select_and_ignore(install: Install) -> None:
    install(_rule("UJI01", _on("o")), _rule("UJI02", _on("o")), _rule("LAIN01", _on("o")))
    assert ["UJI01", "UJI02"] == _codes(_run(select=("uji",)))
    assert ["UJI02"] == _codes(_run(select=("UJI",), ignore=("uji-uji01",)))
    assert ("LAIN01",) == _run(ignore=("UJI",)).ran


def test_severity_comes_from_the_user_then_the_hit_then_the_rule(install: Install) -> None:
    install(_rule("UJI01", _on("o")), _rule("UJI02", _on("o", severity=Severity.ERROR)))
    assert [Severity.WARNING, Severity.ERROR] == [found.severity for found in _run().findings]
    wished = (("UJI", Severity.HINT), ("UJI02", Severity.WARNING))
    assert [Severity.HINT, Severity.WARNING] == [found.severity for found in _run(severity=wished).findings]
    assert [Severity.HINT, Severity.WARNING] == [found.severity for found in _run(severity=wished[::-1]).findings]


def test_a_waiver_with_a_reason_marks_the_finding_of_its_node_only(install: Install) -> None:
    install(_rule("UJI01", _on("c", "d")))
    outcome = _run(_TEXT + "        abaikan: {UJI01: sudah dibahas}\n")
    assert [None, "sudah dibahas"] == [found.waiver and found.waiver.alasan for found in outcome.findings]


def test_a_waiver_of_the_file_covers_every_node(install: Install) -> None:
    install(_rule("UJI01", _on("", "c", "d")))
    outcome = _run(_TEXT + "abaikan: {UJI01: unit kecil}\n")
    assert {"unit kecil"} == {found.waiver and found.waiver.alasan for found in outcome.findings}
    assert 3 == len(outcome.findings)


@pytest.mark.parametrize(
    ("waiver", "said"),
    [
        (Waiver(kode="UJI01", alasan="sudah benar"), "tidak terpakai"),
        (Waiver(kode="UJI99", alasan="entah"), "tidak ada aturan"),
        (Waiver(kode="UJI01", alasan="  "), "alasannya kosong"),
    ],
    ids=["idle", "unknown", "without-reason"],
)
def test_a_waiver_that_waives_nothing_is_reported_as_a_hint(install: Install, waiver: Waiver, said: str) -> None:
    install(_rule("UJI01", _on("c")))
    (found,) = [one for one in _engine.run(_waived("d", waiver), default()).findings if one.code == "P001"]
    assert ("d", Severity.HINT) == (found.node, found.severity)
    assert said in found.message
    assert found.hint


def test_an_idle_waiver_is_reported_where_it_is_written(install: Install) -> None:
    install(_rule("UJI01", _on("c")))
    found = _run(_TEXT + "        abaikan: {UJI01: sudah benar}\n").findings
    assert [("UJI01", 5), ("P001", 11)] == [(one.code, one.place.line) for one in found]


def test_a_waiver_of_a_rule_that_did_not_run_is_left_alone(install: Install) -> None:
    install(_rule("UJI01", _on("c")), _rule("UJI02", _on(), stage=5))
    text = _TEXT + "        abaikan: {UJI02: nanti}\ntahap: 3\n"
    assert ["UJI01"] == _codes(_run(text))
    assert ["UJI01"] == _codes(_run(text, stage=5, ignore=("UJI02",)))
    assert ["UJI01", "P001"] == _codes(_run(text, stage=5))
    assert ["UJI01"] == _codes(_run(text, stage=5, ignore=("P001",)))


def test_a_waiver_without_reason_does_not_waive(install: Install) -> None:
    install(_rule("UJI01", _on("d")))
    found = _engine.run(_waived("d", Waiver(kode="UJI01", alasan="")), default()).findings
    assert [("P001", None), ("UJI01", None)] == [(one.code, one.waiver) for one in found]


def test_a_broken_rule_becomes_a_finding_and_the_others_still_speak(install: Install) -> None:
    install(_rule("UJI01", _breaks), _rule("UJI02", _on("d")))
    outcome = _run()
    assert ("UJI01",) == outcome.broken
    assert ["P000", "UJI02"] == _codes(outcome)
    broken = outcome.findings[0]
    assert (Severity.ERROR, "ZeroDivisionError: bagi nol") == (broken.severity, broken.evidence)
    assert "UJI01" in broken.message


def test_a_hit_on_a_node_that_does_not_exist_is_a_broken_rule(install: Install) -> None:
    install(_rule("UJI01", _on("tidak-ada")))
    assert ("UJI01",) == _run().broken


def test_a_waiver_of_a_broken_rule_is_not_called_idle(install: Install) -> None:
    install(_rule("UJI01", _breaks))
    assert ["P000"] == _codes(_run(_TEXT + "        abaikan: {UJI01: sudah dibahas}\n"))


def test_in_strict_runs_the_exception_comes_through(install: Install) -> None:
    install(_rule("UJI01", _breaks))
    with pytest.raises(ZeroDivisionError):
        _run(strict=True)


_PRINT_FINDINGS = """
import sys
from pohon.forms.tree_file import parse
from pohon.model.lexicon import default
from pohon.rules._engine import Options, run
for found in run(parse(sys.stdin.read()), default(), Options(strict=True)).findings:
    print(found)
"""


def test_findings_do_not_depend_on_the_hash_seed() -> None:
    text = (Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan.pohon.yaml").read_text(encoding="utf-8")
    printed = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_FINDINGS],
            input=text,
            capture_output=True,
            check=True,
            encoding="utf-8",
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(printed) == 1
    assert printed.pop().count("Finding(") > 50


def test_rules_are_not_imported_before_they_run() -> None:
    probe = (
        "import sys, pohon.rules._engine, pohon.rules._registry as r; r.entries();"
        "print([m for m in sys.modules if m.startswith('pohon.rules.') and m.count('.') > 2])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, check=True, encoding="utf-8", cwd=Path(__file__).parents[2]
    )
    assert done.stdout.strip() == "[]"
