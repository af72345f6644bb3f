"""Room that is left over makes boxes wider: never smaller text, never off the paper, no box over another."""

from pathlib import Path

import pytest

from pohon.forms import tree_file
from pohon.model.node import Kind
from pohon.render import airy, fit, surround
from pohon.render.options import SceneOptions
from tests.render.forest import grown, regular

TREE = Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan.pohon.yaml"
TREES = {"grown": grown(45, 3), "more": grown(120, 8), "regular": regular(3, 3, 2), "few": regular(2, 1, 4)}


@pytest.mark.parametrize("name", TREES)
@pytest.mark.parametrize("share", [1.0, 0.8])
def test_boxes_get_wider_and_everything_stays_on_the_paper(name, share):
    options = SceneOptions(paper="A3", orientation="landscape")
    plan = surround.plan(TREES[name], options)
    room = surround.room(plan, surround.pages(options)[0])
    found = fit.best(plan.parts, [room], 1.6)
    scale = found.scale * share
    plain, drawn = fit.arrange(plan.parts, found.style), airy.airy(plan.parts, found.style, room, scale)
    assert drawn.size[0] * scale <= room[0] + 0.01
    assert drawn.size[1] * scale <= room[1] + 0.01
    assert all(new >= old - 0.2 for new, old in zip(drawn.widths, plain.widths, strict=True))
    assert drawn.heights == [pytest.approx(plan.parts.height(at, wide)) for at, wide in enumerate(drawn.widths)]
    if share < 1 and name == "regular":
        assert sum(drawn.widths) > sum(plain.widths) * 1.02


def test_single_columns_and_boxes_without_causes_take_the_room_beside_them():
    text = TREE.read_text(encoding="utf-8")
    plan = surround.plan(tree_file.parse(text), SceneOptions(paper="A3", stage=3))
    style = fit.Style(width=110.0, spread=1.4, stack=3, own=((Kind.OPERASIONAL, 0.9),))
    plain = fit.arrange(plan.parts, style)
    drawn = airy.airy(plan.parts, style, (plain.size[0] * 1.001, plain.size[1] * 1.001), 1.0)
    lowest = [at for at, one in enumerate(plan.parts.placed) if one.kind is Kind.OPERASIONAL]
    shares = [drawn.widths[at] / plain.widths[at] for at in lowest]
    assert sum(share > 1.04 for share in shares) >= 3
    assert all(1 <= share <= 1.4 for share in shares)
    assert min(shares) == 1, "no whole level would fit: columns were widened one by one"
    assert drawn.size[0] <= plain.size[0] * 1.001
