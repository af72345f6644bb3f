"""Narrowed columns: no row gets taller, no box too narrow for its words, and the drawing is never wider."""

import pytest

from pohon.render import content, fit
from pohon.render.layout import Spacing, hung, place
from pohon.render.options import SceneOptions
from pohon.render.selection import select
from pohon.render.snug import narrowed
from tests.render.forest import grown, regular

TREES = {"grown": grown(60, 3), "grown more": grown(120, 8), "regular": regular(5, 3, 3)}


@pytest.mark.parametrize("name", TREES)
@pytest.mark.parametrize("width", [120.0, 170.0, 230.0])
@pytest.mark.parametrize("rows", [0, 3])
def test_narrowing_takes_width_and_no_height(name, width, rows):
    tree, options = TREES[name], SceneOptions()
    chosen = select(tree, options)
    parts = fit.Parts.of(chosen.forest, content.contents(tree, chosen.nodes, options), ())
    forest, widths, heights = fit.sized(parts, fit.Style(width=width, rows=rows))
    before = hung(forest, widths, heights, Spacing()).rows
    narrow, high = narrowed(forest, (widths, heights), Spacing(), parts.own_least, parts.height)
    assert sum(narrow) < sum(widths)
    for one, wide, least in zip(narrow, widths, parts.own_least, strict=True):
        assert min(wide, max(least, wide * 0.73)) <= one <= wide
    assert high == [pytest.approx(parts.height(node, one)) for node, one in enumerate(narrow)]
    after = hung(forest, narrow, high, Spacing()).rows
    for old, new in zip(before, after, strict=True):
        assert new[1] - new[0] <= old[1] - old[0] + 1e-6
    assert place(forest, narrow, high, Spacing()).size[0] <= place(forest, widths, heights, Spacing()).size[0] + 1e-6
