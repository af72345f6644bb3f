"""Checking again after an edit gives what a full run gives, and every rule keeps to the scope it declares."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pohon import api
from pohon.errors import BadEdit
from pohon.model.edits import Edit, Reword, SetField, applied
from pohon.model.facts import facts
from pohon.model.finding import Finding
from pohon.model.indicator import Indicator
from pohon.model.lexicon import default
from pohon.model.topic import field_words
from pohon.model.tree import Tree
from pohon.rules import _registry
from pohon.rules._base import Hit, Rule, Scope
from pohon.rules._engine import Options, run
from pohon.rules._registry import Entry
from pohon.rules._relint import focused, relint
from tests import strategies
from tests.build import tree
from tests.lively import lively_edit, lively_tree, with_ids

_SEEDS = st.integers(0, 2**32)
_STRICT = Options(strict=True, limit=0)
_every_rule = pytest.mark.parametrize("entry", _registry.entries(), ids=lambda entry: entry.code)


def _fitting(random: Random, given_tree: Tree) -> Iterator[Edit]:
    while True:
        edit = lively_edit(random, given_tree)
        try:
            applied(given_tree, edit)
        except BadEdit:
            continue
        yield edit


def _compare(given_tree: Tree, edit: Edit, options: Options = _STRICT) -> tuple[Tree, tuple[Finding, ...]]:
    before = run(given_tree, default(), options).findings
    again = relint(given_tree, edit, before, default(), options)
    assert again.findings == run(replace(again.tree), default(), options).findings
    return again.tree, again.findings


@given(_SEEDS)
@example(347911)  # a repair of several nodes whose keys shift
@settings(max_examples=250)
def test_findings_after_edits_are_those_of_a_full_run(seed: int) -> None:
    random = Random(seed)
    given_tree = lively_tree(random)
    findings = run(given_tree, default(), _STRICT).findings
    for _ in range(4):
        edit = next(_fitting(random, given_tree))
        given_tree, findings = relint(given_tree, edit, findings, default(), _STRICT)
        assert findings == run(replace(given_tree), default(), _STRICT).findings, edit


@given(_SEEDS)
@settings(max_examples=60)
def test_the_same_holds_on_a_board_where_every_node_has_an_id(seed: int) -> None:
    random = Random(seed)
    given_tree = with_ids(lively_tree(random, size=random.randint(6, 24)))
    findings = run(given_tree, default(), _STRICT).findings
    for _ in range(8):
        edit = next(_fitting(random, given_tree))
        given_tree, findings = relint(given_tree, edit, findings, default(), _STRICT)
        assert findings == run(replace(given_tree), default(), _STRICT).findings, edit


@given(_SEEDS)
@settings(max_examples=60)
def test_an_edit_taken_back_leaves_the_findings_of_before(seed: int) -> None:
    random = Random(seed)
    given_tree = replace(lively_tree(random), places={})
    findings = run(given_tree, default(), _STRICT).findings
    edit = next(_fitting(random, given_tree))
    after, found = relint(given_tree, edit, findings, default(), _STRICT)
    assert relint(after, applied(given_tree, edit).undo, found, default(), _STRICT) == (given_tree, findings)


@given(_SEEDS)
@settings(max_examples=100)
def test_facts_and_numbers_carried_on_are_those_of_a_tree_read_anew(seed: int) -> None:
    random = Random(seed)
    given_tree = lively_tree(random)
    for _ in range(4):
        edit = next(_fitting(random, given_tree))
        given_tree, _ = relint(given_tree, edit, (), default(), Options(select=("RED01",), limit=0))
        anew = replace(given_tree)
        assert (facts(given_tree), given_tree.numbers) == (facts(anew), anew.numbers)
        assert list(given_tree.nodes) == [
            node.key for root in given_tree.roots for node in anew.branch(anew.find(root))
        ]


@given(st.data())
@settings(max_examples=40)
def test_the_same_holds_for_texts_of_any_kind(data: st.DataObject) -> None:
    given_tree = data.draw(strategies.trees())
    edit = data.draw(strategies.edits(given_tree))
    try:
        applied(given_tree, edit)
    except BadEdit:
        with pytest.raises(BadEdit):
            relint(given_tree, edit, (), default())
    else:
        _compare(given_tree, edit)


@given(_SEEDS, st.sampled_from([Options(stage=3), Options(select=("RED", "IND")), Options(ignore=("BHS", "P001"))]))
@settings(max_examples=40)
def test_the_same_holds_for_a_choice_of_rules_and_another_stage(seed: int, options: Options) -> None:
    random = Random(seed)
    given_tree = lively_tree(random)
    _compare(given_tree, next(_fitting(random, given_tree)), replace(options, strict=True, limit=0))


def test_findings_of_a_file_lose_the_places_that_the_edit_makes_untrue() -> None:
    given_tree = tree("pohon:\n  - outcome: Meningkatkan mutu\n    sebab:\n      - csf: Meningkatkan mutu\n", tahap=2)
    again, findings = _compare(given_tree, SetField(key="1.1", field="isu", value="Mutu masih rendah"))
    assert findings
    assert not any(one.place.line for one in findings)
    assert again.find("1.1").isu == "Mutu masih rendah"


def test_a_rule_that_looks_up_the_branch_notices_a_change_far_above() -> None:
    given_tree = tree(
        "pohon:\n  - outcome: Meningkatnya kesehatan\n    sebab:\n      - csf: Meningkatnya gizi balita\n        sebab:\n"
        "          - utama: Meningkatnya mutu posyandu\n            sebab:\n"
        "              - antara: Meningkatnya mutu kader posyandu\n                sebab:\n"
        "                  - operasional: Terlaksananya pelatihan kader\n                  - operasional: Tertibnya kendaraan dinas\n",
        tahap=3,
    )
    _, before = _compare(given_tree, Reword(key="1.1", statement="Tertibnya kendaraan operasional"))
    again, after = _compare(given_tree, Reword(key="1.1", statement="Meningkatnya gizi ibu hamil"))
    jumps = [{one.node for one in found if one.code == "SEB05"} for found in (before, after)]
    assert jumps == [set(), {"1.1.1.1.2"}]
    assert again.find("1.1").statement == "Meningkatnya gizi ibu hamil"


def test_the_first_of_something_makes_the_rules_speak_that_need_it_and_the_last_silences_them() -> None:
    given_tree = tree("pohon:\n  - outcome: Meningkatnya mutu gizi balita\n", tahap=4)
    bad = (Indicator(nama="Prosentase balita sehat", satuan="%"),)
    filled, found = _compare(given_tree, SetField(key="1", field="indikator", value=bad))
    assert "IND24" in {one.code for one in found}
    _, left = _compare(filled, SetField(key="1", field="indikator", value=()))
    assert "IND24" not in {one.code for one in left}


def test_a_view_of_some_nodes_still_knows_what_the_whole_tree_holds() -> None:
    given_tree = tree("pohon:\n  - outcome: Meningkatnya mutu gizi balita\n    sebab:\n      - csf: A\n", tahap=3)
    view = focused(given_tree, ["1.1"])
    assert [node.key for node in view] == ["1.1"]
    assert view.parent(view.find("1.1")) == given_tree.find("1")
    assert (field_words(view, default()), facts(view)) == (field_words(given_tree, default()), facts(given_tree))


def test_the_use_case_takes_the_settings_of_an_office() -> None:
    given_tree = tree("pohon:\n  - outcome: Meningkatkan mutu gizi balita\n", tahap=1)
    choice = api.Choice(ignore=("BHS02",))
    found = api.relint(given_tree, Reword(key="1", statement="Menyediakan gizi"), (), choice=choice).findings
    assert "BHS02" not in {one.code for one in found}


def test_a_rule_that_breaks_is_reported_as_in_a_full_run(monkeypatch: pytest.MonkeyPatch) -> None:
    given_tree = tree("pohon:\n  - outcome: Meningkatkan mutu\n", tahap=2)
    before = run(given_tree, default()).findings
    (entry,) = (one for one in _registry.entries() if one.code == "BHS02")
    broken = replace(_registry.load(entry), check=_breaks)
    load = _registry.load
    monkeypatch.setattr(_registry, "load", lambda one: broken if one.code == "BHS02" else load(one))
    again = relint(given_tree, SetField(key="1", field="uraian", value="x"), before, default())
    assert [one.code for one in again.findings if one.code == "P000"] == ["P000"]
    assert again.findings == run(again.tree, default()).findings


def _breaks(_tree: Tree, _lexicon: object) -> Iterator[Hit]:
    yield from [Hit(node="tidak ada", message="x")] * (1 // 0)


def _hits(rule: Rule, given_tree: Tree, key: str) -> list[Hit]:
    return [hit for hit in rule.check(given_tree, default()) if hit.node == key]


def _pivots(given_tree: Tree, key: str, scope: Scope) -> set[str]:
    node = given_tree.find(key)
    helped = {one.key for one in given_tree if node.id and node.id in one.ref}
    above = {node.parent} if node.parent else set()
    return {key} if scope is Scope.NODE else {key, *above, *helped}


@_every_rule
def test_a_rule_of_a_small_scope_finds_the_same_on_a_node_when_it_is_shown_nothing_else(entry: Entry) -> None:
    rule = _registry.load(entry)
    if rule.scope is Scope.TREE:
        assert rule.context is None
        return
    assert not rule.reads or rule.scope is Scope.BELOW
    for seed in range(60):
        given_tree = replace(lively_tree(Random(seed), size=8), tahap=max(entry.stage, 4))
        every = list(rule.check(given_tree, default()))
        for key in (*given_tree.nodes, *given_tree.belum):
            shown = focused(given_tree, _pivots(given_tree, key, rule.scope))
            assert _hits(rule, shown, key) == [hit for hit in every if hit.node == key]


@_every_rule
def test_a_rule_of_scope_tree_reads_only_the_fields_it_names(entry: Entry) -> None:
    rule = _registry.load(entry)
    if not rule.reads:
        return
    for seed in range(60):
        random = Random(seed)
        given_tree = replace(lively_tree(random), tahap=max(entry.stage, 4))
        for edit in islice(_fitting(random, given_tree), 6):
            if isinstance(edit, SetField) and edit.key and edit.field not in rule.reads | {"id"}:
                after = applied(given_tree, edit).tree
                if facts(given_tree) == facts(after):
                    assert list(rule.check(after, default())) == list(rule.check(given_tree, default()))


@_every_rule
def test_a_rule_of_scope_tree_takes_nothing_from_nodes_but_its_notes(entry: Entry) -> None:
    rule = _registry.load(entry)
    if rule.notes is None:
        return
    for seed in range(60):
        random = Random(seed)
        given_tree = replace(lively_tree(random), tahap=max(entry.stage, 4))
        for edit in islice(_fitting(random, given_tree), 6):
            if not isinstance(edit, SetField | Reword) or not edit.key or getattr(edit, "field", "") == "id":
                continue
            after = applied(given_tree, edit).tree
            told = [note.all(given_tree, default()) == note.all(after, default()) for note in rule.notes]
            if facts(given_tree) == facts(after) and all(told):
                assert list(rule.check(after, default())) == list(rule.check(given_tree, default()))
