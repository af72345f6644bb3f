"""Lines of further effects: they go around the boxes."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.render import paths, scene
from tests.render.forest import grown, of_nodes


def supported(count, seed, further):
    """A tree with many more further effects than offices draw."""
    tree = grown(count, seed)
    keys = list(tree.nodes)
    nodes = [
        replace(node, ref=(keys[(place * further + seed) % len(keys)],) if place % 7 == 0 else ())
        for place, node in enumerate(tree)
    ]
    nodes = [replace(node, ref=tuple(key for key in node.ref if key != node.key)) for node in nodes]
    return of_nodes(nodes)


def samples(wire):
    points = wire.points
    for at in range(0, len(points) - 3, 3):
        one, two, three, four = points[at : at + 4]
        for step in range(9):
            t = step / 8
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield tuple(
                sum(weight * point[axis] for weight, point in zip(weights, (one, two, three, four), strict=True))
                for axis in (0, 1)
            )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(2, 120),
    st.integers(0, 10**6),
    st.integers(1, 50),
    st.sampled_from(["bawah", "kanan"]),
    st.sampled_from(["", "A3"]),
)
def test_support_lines_cross_no_text(count, seed, further, direction, paper):
    tree = supported(count, seed, further)
    drawn = scene.build(tree, scene.SceneOptions(direction=direction, paper=paper, unplaced=False))
    wires = [wire for wire in drawn.wires if wire.curved]
    assert sum(len(node.ref) for node in tree) == len(wires)
    for wire in wires:
        for x, y in samples(wire):
            for box in drawn.boxes:
                if box.x < x < box.x + box.width and box.y < y < box.y + box.height:
                    for text in box.texts:
                        inside = text.x < x < text.x + text.width and text.y - 0.7 * text.size < y < text.y
                        assert not inside, (wire.ends, box.number, text.text)


@pytest.mark.parametrize("direction", ["bawah", "kanan"])
def test_support_lines_enter_no_box_but_their_ends_in_an_ordinary_tree(direction):
    tree = supported(60, 4, 11)
    drawn = scene.build(tree, scene.SceneOptions(direction=direction, unplaced=False))
    for wire in drawn.wires:
        if wire.curved:
            for x, y in samples(wire):
                for box in drawn.boxes:
                    within = box.x + 0.2 < x < box.x + box.width - 0.2 and box.y + 0.2 < y < box.y + box.height - 0.2
                    assert not within, (wire.ends, box.number)


def test_curves_are_joined_and_end_in_an_arrow_at_the_effect():
    tree = supported(40, 2, 5)
    drawn = scene.build(tree, scene.SceneOptions())
    boxes = {box.key: box for box in drawn.boxes}
    for wire in drawn.wires:
        if wire.curved:
            assert len(wire.points) % 3 == 1
            effect, (x, y) = boxes[wire.ends[0]], wire.points[-1]
            assert effect.x - 0.01 <= x <= effect.x + effect.width + 0.01
            assert effect.y <= y <= effect.y + effect.height
            assert 4 == len(paths.arrow(wire))
