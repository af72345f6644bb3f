"""Rules on language and redundancy stand any text: they neither fail nor take long, whatever a label holds."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.model.indicator import Indicator
from pohon.model.lexicon import default, extend
from pohon.model.node import Kind, Node
from pohon.model.profile import load_builtin
from pohon.model.tree import Tree
from pohon.rules import _registry
from pohon.rules._base import Hit, Rule

_WORDS = st.sampled_from(
    [
        "Meningkatnya",
        "Tersedianya",
        "kualitas",
        "jalan",
        "desa",
        "dan",
        "Dinas",
        "Jumlah",
        "Presentase",
        "yang",
        "23",
        ",",
        "/",
        "program",
        "belum",
        "<script>",
        "]]>",
        "[b]",
        "\u202e",
        "🌳",
        "\x00",
    ]
)
_TEXT = st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=12).map(" ".join))


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(_registry.load(entry) for entry in _registry.entries() if entry.code[:3] in ("RED", "BHS"))


def _tree(*texts: str) -> Tree:
    """Return a chain of nodes, one for each text, the last two siblings; the last text unplaced too."""
    kinds = (Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL, Kind.OPERASIONAL)
    keys = [f"n{place}" for place in range(len(texts))]
    nodes = {}
    for place, (key, text) in enumerate(zip(keys, texts, strict=True)):
        below = keys[place + 1 : place + 2] if place < 3 else keys[4:] if place == 3 else []
        parent = None if place == 0 else keys[min(place - 1, 3)]
        nodes[key] = Node(
            key=key,
            kind=kinds[place],
            statement=text,
            isu=text,
            parent=parent,
            sebab=tuple(below),
            indikator=(Indicator(nama=text),),
        )
    loose = {"x": Node(key="x", kind=Kind.GAGASAN, statement=texts[-1])}
    return Tree(
        judul="Uji",
        instansi="Uji",
        profile=load_builtin("balangan"),
        tahap=5,
        nodes=nodes,
        roots=("n0",),
        belum=loose,
        belum_roots=("x",),
    )


def _all_hits(tree: Tree) -> list[tuple[str, Hit]]:
    lexicon = extend(default(), {"nomenklatur": ["Program Pemeliharaan Jalan Desa"]})
    return [(rule.code, hit) for rule in _rules() for hit in rule.check(tree, lexicon)]


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXT, min_size=6, max_size=6))
def test_every_hit_names_a_node_and_says_something(texts: list[str]) -> None:
    tree = _tree(*texts)
    for code, hit in _all_hits(tree):
        assert hit.node in {*tree.nodes, *tree.belum}, code
        assert hit.message.strip()
        assert hit.node not in hit.related
        assert hit.fix is None or hit.fix.text != tree.find(hit.node).statement


@pytest.mark.parametrize(
    "text",
    [
        "1," * 10_000,
        " " * 20_000 + "dan",
        "dan " * 5_000,
        "a, " * 7_000,
        " ".join(f"kata{place}nya" for place in range(2_500)),
        "(" * 20_000,
        "1. " * 7_000,
        "Tersedianya " + "x" * 20_000,
    ],
    ids=["commas", "spaces", "joints", "list", "many words", "brackets", "numbering", "one long word"],
)
def test_twenty_thousand_signs_are_read_once_not_squared(text: str) -> None:
    assert isinstance(_all_hits(_tree(*[f"{text} {place}" for place in range(6)])), list)
