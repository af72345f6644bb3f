import re
import shutil
from xml.etree import ElementTree as ET

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.errors import Missing
from pohon.model.node import Kind, Node
from pohon.render import dot, graphml, mermaid, metrics, outline, scene
from tests.render.forest import grown, of_nodes
from tests.render.test_svg import HOSTILE

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")


@pytest.mark.dot
@needs_dot
@pytest.mark.parametrize("words", [*HOSTILE, "\\N \\l \\n", "<b>tebal</b>", "akhir\\"])
def test_dot_draws_hostile_words_as_they_are(words):
    tree = of_nodes([Node(key="a", kind=Kind.OUTCOME, statement=words)])
    drawn = ET.fromstring(dot.draw(tree, scene.SceneOptions(), "svg"))  # noqa: S314  # from dot itself
    shown = "".join("".join(one.itertext()) for one in drawn.iter("{http://www.w3.org/2000/svg}text"))
    assert "".join(metrics.clean(words).split()) in "".join(shown.split())


@pytest.mark.dot
@needs_dot
def test_dot_draws_a_tree_with_support_edges():
    drawn = dot.draw(grown(60, 2), scene.SceneOptions(view="cascading"), "svg")
    assert 60 <= drawn.count(b'class="node"')


def test_dot_missing_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Missing, match="belum terpasang"):
        dot.run("digraph { a }", "svg")


def test_dot_names_are_ours_and_labels_are_quoted():
    tree = of_nodes([Node(key='x"];evil', kind=Kind.OUTCOME, statement="<b>tebal</b>")])
    text = dot.render(tree, scene.SceneOptions())
    assert "evil" not in text
    assert "label=<" not in text


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10**6))
def test_mermaid_has_every_node_and_edge_and_only_quiet_signs_in_labels(count, seed):
    tree = grown(count, seed)
    text = mermaid.render(tree)
    labels = re.findall(r'"([^"]*)"', text)
    assert len(tree) + len(tree.belum) == len(labels)
    assert all(not re.search(r"[<>&\"\[\]{}`\\]", label.replace("<br/>", "")) for label in labels)
    assert sum(len(node.sebab) for node in tree) == text.count(" --- ")


def test_graphml_holds_the_tree_for_networkx():
    tree = grown(40, 3)
    graph = networkx.parse_graphml(graphml.render(tree))
    assert {*tree.nodes, *tree.belum} == set(graph)
    assert {node.key: node.statement for node in tree}.keys() <= graph.nodes.keys()
    assert all(graph.has_edge(child, node.key) for node in tree for child in node.sebab)


def test_the_outline_has_every_word_and_no_control_character():
    tree = of_nodes([Node(key="a", kind=Kind.OUTCOME, statement="a\x1b[31mb [red]c[/red] \x07")])
    assert "1 [outcome] a[31mb [red]c[/red]" in outline.render(tree, 80)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10**6), st.integers(60, 140))
def test_outline_lines_fit_the_terminal_unless_the_indentation_leaves_no_room(count, seed, columns):
    tree = grown(count, seed)
    lines = outline.render(tree, columns).splitlines()
    deepest = max(tree.depth(node) for node in tree) + 2
    assert all(len(line) <= max(columns, 3 * deepest + 24) for line in lines)
    assert all(tree.number(node.key) in "\n".join(lines) for node in tree)


def test_colour_is_ansi_and_only_on_demand():
    tree = grown(5, 1)
    assert "\x1b[" not in outline.render(tree, 80)
    assert "\x1b[1;34m" in outline.render(tree, 80, color=True)
