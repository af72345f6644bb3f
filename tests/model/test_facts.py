"""What a tree holds at all."""

from dataclasses import replace

from pohon.model.facts import WORDS, facts
from pohon.model.tree import Tree
from tests.build import tree

_HEAD = "pohon:\n  - outcome: A\n"


def held(text: str, **head: str | int) -> frozenset[str]:
    return facts(tree(text, **head))


def test_a_bare_tree_holds_nothing_but_what_its_profile_wants() -> None:
    assert held(_HEAD, tahap=4) <= {"tunggal", "tahun", "periode"}


def test_fields_of_nodes_and_of_indicators_are_told_by_their_keys() -> None:
    text = f"{_HEAD}    anggaran: Rp1\n    indikator:\n      - {{nama: B, rumus: C, target: {{2025: 7}}}}\n"
    assert {"anggaran", "indikator", "rumus", "target"} <= held(text)


def test_what_stands_on_an_unplaced_node_counts_too() -> None:
    assert "asal" in held(f"{_HEAD}belum_ditempatkan:\n  - csf: B\n    asal: [{{tahap: 3}}]\n")
    assert "belum" in held(f"{_HEAD}belum_ditempatkan:\n  - csf: B\n")


def test_an_origin_of_an_indicator_is_an_origin() -> None:
    assert "asal" in held(f"{_HEAD}    indikator:\n      - {{nama: B, asal: [{{tahap: 4}}]}}\n")


def test_the_top_is_worth_a_word_unless_it_is_one_outcome() -> None:
    assert "akar" not in held(_HEAD)
    assert "akar" in held(f"{_HEAD}  - outcome: B\n")
    assert "akar" in held("pohon:\n  - csf: A\n")
    assert "akar" in facts(replace(tree(_HEAD), nodes={}, roots=()))


def test_a_tree_at_stage_5_without_a_trace_of_the_stages_began_as_a_plan() -> None:
    assert "rencana" in held(_HEAD, tahap=5)
    assert "rencana" not in held(_HEAD, tahap=4)
    assert "rencana" not in held(f"{_HEAD}    dasar: {{harapan: B}}\n", tahap=5)
    assert "rencana" not in held(f"{_HEAD}    indikator:\n      - {{nama: B, asal: [{{tahap: 4}}]}}\n", tahap=5)
    assert "rencana" in held(f"{_HEAD}    asal: [{{dokumen: rkt}}]\n", tahap=5)


def test_a_kind_that_the_profile_does_not_know_is_told() -> None:
    assert "jenjang" not in held(_HEAD, tahap=3)
    known = tree(f"{_HEAD}    sebab:\n      - utama: B\n")
    levels = {kind: level for kind, level in known.profile.levels.items() if kind != "utama"}
    assert "jenjang" in facts(replace(known, profile=replace(known.profile, levels=levels)))


def test_every_word_that_is_found_can_be_named_and_the_answer_is_kept() -> None:
    given: Tree = tree(_HEAD)
    assert facts(given) <= WORDS
    assert facts(given) is facts(given)
