from itertools import combinations

import pytest

from pohon.model.node import Kind
from pohon.render import scene, theme
from tests.render.forest import grown

FINDINGS = {f"k{place}": [("RED01", "error"), ("BHS03", "warning"), ("IND02", "hint")] for place in range(9)}


@pytest.mark.parametrize("view", ["kinerja", "cascading"])
def test_every_text_has_a_contrast_of_at_least_four_and_a_half(view):
    drawn = scene.build(
        grown(60, 4), scene.SceneOptions(view=view, paper="A1", findings=FINDINGS, issues=True, target=2024)
    )
    for part in (*drawn.panels, *drawn.boxes):
        for text in part.texts:
            under = [shape for shape in part.shapes if theme.SURFACES[shape.surface].fill and _covers(shape, text)]
            fills = [theme.SURFACES[under[-1].surface].fill] if under else ["#FFFFFF", theme.SURFACES["band"].fill]
            colour = theme.TEXTS[text.look].colour
            assert all(theme.contrast(colour, fill) >= 4.5 for fill in fills), (text, fills)


def _covers(shape, text):
    return (
        shape.x - 1 <= text.x <= shape.x + shape.width + 1
        and shape.y - 1 <= text.y - text.size / 3 <= shape.y + shape.height + 1
    )


def test_levels_differ_in_shape():
    forms = [look.form for look in theme.LEVELS.values()]
    assert len(forms) == len(set(forms))


def test_levels_differ_in_grey_or_in_line_and_shape():
    for one, other in combinations([kind for kind in Kind if kind is not Kind.GAGASAN], 2):
        fills = [theme.luminance(theme.SURFACES[kind.value].fill) for kind in (one, other)]
        lines = [theme.SURFACES[kind.value].line for kind in (one, other)]
        assert abs(fills[0] - fills[1]) > 0.04 or abs(lines[0] - lines[1]) > 0.5, (one, other)


def test_severities_and_frames_stand_out_from_white():
    for surface in ("galat", "peringatan", "saran", "tag-utama", "tag-antara", "tag-operasional", "tag-gagasan"):
        assert theme.contrast(theme.SURFACES[surface].fill, "#FFFFFF") >= 4.5
    for surface in ("operasional", "gagasan", "partner", "edge", "support"):
        assert theme.contrast(theme.SURFACES[surface].stroke, "#FFFFFF") >= 3
