"""Facts that hold for every rule on any tree, however odd its words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.model.lexicon import default
from pohon.model.node import Kind, Node, Waiver
from pohon.model.profile import builtin_names, load_builtin
from pohon.model.tree import Tree
from pohon.rules import _registry
from pohon.rules._engine import Options, run
from tests.build import tree
from tests.strategies import trees

_HOSTILE = [
    "<script>alert(1)</script>",
    "]]> {{7*7}} ${jndi:x} =HYPERLINK(1)",
    "[bold]Meningkatnya[/bold] \x07\x1b[31m mutu",
    "\u202eMeningkatnya\u200b mutu \U0001f600",
    "Meningkatnya " + "a" * 20_000,
    "Meningkatnya " + "mutu dan " * 2_000,
    "---",
    "&",
    "1.",
    "\\frac{a}{b} \\frac{ \\frac{",
]


@given(trees(), st.sampled_from(builtin_names()), st.integers(1, 5))
@settings(max_examples=120)
def test_no_rule_breaks_and_no_finding_points_nowhere(given_tree: Tree, profile: str, stage: int) -> None:
    judged = replace(given_tree, profile=load_builtin(profile))
    outcome = run(judged, default(), Options(stage=stage, strict=True))
    known = {"", *judged.nodes, *judged.belum}
    assert {finding.node for finding in outcome.findings} <= known
    assert {one.node for finding in outcome.findings for one in finding.related} <= known
    assert all(finding.message for finding in outcome.findings)


@given(trees())
@settings(max_examples=40)
def test_waivers_mark_findings_and_never_hide_one(given_tree: Tree) -> None:
    bare = replace(
        given_tree,
        abaikan=(),
        nodes={key: replace(node, abaikan=()) for key, node in given_tree.nodes.items()},
        belum={key: replace(node, abaikan=()) for key, node in given_tree.belum.items()},
    )
    every = tuple(Waiver(kode=entry.code, alasan="sudah dibahas") for entry in _registry.entries())
    found = run(bare, default(), Options(ignore=("P001",))).findings
    waived = run(replace(bare, abaikan=every), default(), Options(ignore=("P001",))).findings
    assert found == tuple(replace(finding, waiver=None) for finding in waived)
    assert all(finding.waiver for finding in waived)


@pytest.mark.parametrize("text", _HOSTILE, ids=range(len(_HOSTILE)))
def test_hostile_texts_in_every_place_break_nothing(text: str) -> None:
    given_tree = tree(
        "pohon:\n  - outcome: A\n    sebab:\n      - csf: B\n        isu: C\n        indikator: [{nama: D, satuan: E, rumus: F, target: {2025: G}}]\n"
        "        crosscutting: [{mitra: H, kontribusi: I}]\n        asal: [{tahap: 4, teks: J, keterangan: K, rujukan: L}]\n"
    )
    csf = given_tree.find("1.1")
    indicator = replace(csf.indikator[0], nama=text, satuan=text, rumus=text, target=())
    spoiled = replace(
        csf,
        statement=text,
        isu=text,
        indikator=(indicator,),
        crosscutting=(replace(csf.crosscutting[0], mitra=text, kontribusi=text),),
        asal=(replace(csf.asal[0], teks=text, keterangan=text, rujukan=text),),
    )
    outcome = run(replace(given_tree, nodes={**given_tree.nodes, "1.1": spoiled}), default(), Options(strict=True))
    assert all(len(finding.message) < 600 for finding in outcome.findings)


def test_a_tree_without_nodes_can_be_judged_at_every_stage() -> None:
    empty = replace(tree("pohon:\n  - outcome: A\n"), nodes={}, roots=())
    for stage in range(1, 6):
        assert run(empty, default(), Options(stage=stage, strict=True)).broken == ()


def test_the_deepest_chain_that_a_file_may_hold_is_no_trouble() -> None:
    size = 64
    nodes = {
        f"n{n}": Node(
            key=f"n{n}",
            kind=Kind.ANTARA if n else Kind.OUTCOME,
            statement=f"Meningkatnya mutu layanan ke {n}",
            parent=f"n{n - 1}" if n else None,
            sebab=(f"n{n + 1}",) if n + 1 < size else (),
        )
        for n in range(size)
    }
    given_tree = replace(tree("pohon:\n  - outcome: A\n"), nodes=nodes, roots=("n0",))
    assert run(given_tree, default(), Options(stage=3, strict=True)).broken == ()
