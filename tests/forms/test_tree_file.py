"""Tree -> text -> the same tree, and every hand-typed sentence as it was typed."""

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.forms.tree_file import canonical, parse, write
from pohon.model.tree import Tree

from ..build import complete, tree
from ..strategies import sentences, trees

_PROSE_KEYS = ("csf", "outcome", "operasional", "isu", "uraian", "catatan", "komponen")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees())
def test_any_tree_written_and_read_is_the_same_tree(original: Tree):
    assert original == parse(write(original))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees())
def test_any_written_tree_reads_the_same_in_another_yaml_tool(original: Tree):
    data = yaml.safe_load(write(original))
    top = data["pohon"][0]
    first = original.find(original.roots[0])
    assert first.statement == str(top[first.kind.value])
    assert original.judul == str(data["judul"])


@settings(max_examples=1000, deadline=None)
@given(sentences, st.sampled_from(_PROSE_KEYS))
def test_a_sentence_typed_by_hand_is_taken_as_typed(sentence: str, key: str):
    kind, field = (key, "statement") if key in ("csf", "outcome", "operasional") else ("csf", key)
    line = "" if field == "statement" else f"\n    {key}: {sentence}"
    text = f"pohon:\n  - {kind}: {sentence if field == 'statement' else 'Kondisi'}{line}\n    catatan: sesudahnya\n"
    if key == "catatan":
        text = text.replace("\n    catatan: sesudahnya", "")
    assert sentence == getattr(next(iter(tree(text))), field)


@settings(max_examples=200, deadline=None)
@given(sentences, sentences)
def test_canonical_text_reads_the_same_here_and_in_another_yaml_tool(sentence: str, name: str):
    text = complete(f"pohon:\n  - csf: {sentence}\n    indikator:\n      - nama: {name}\n        satuan: %\n")
    clean = canonical(text)
    assert parse(text) == parse(clean)
    assert sentence == str(yaml.safe_load(clean)["pohon"][0]["csf"])
    assert clean == canonical(clean)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees())
def test_canonical_changes_nothing_in_a_written_tree(original: Tree):
    assert write(original) == canonical(write(original))


def test_a_planner_types_at_most_eight_characters_a_node_beyond_the_texts():
    lines = [
        "outcome: A",
        "sebab:",
        "- csf: B",
        "  sebab:",
        "  - utama: C",
        "    sebab:",
        "    - antara: D",
        "      sebab:",
    ]
    text = "pohon:\n- " + "\n  ".join(lines) + "".join(f"\n        - operasional: {name}" for name in "EFGHIJ") + "\n"
    read = tree(text)
    assert "ABCDEFGHIJ" == "".join(node.statement for node in read)
