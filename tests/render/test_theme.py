from itertools import combinations

import pytest

from pohon.model.colours import ROLES
from pohon.model.node import Kind
from pohon.render import scene, theme
from tests.render.eyes import EYES, difference
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


@pytest.mark.parametrize("eyes", EYES)
def test_levels_can_be_told_apart_by_every_eye_and_on_a_grey_copy(eyes):
    for one, other in combinations([kind for kind in Kind if kind is not Kind.GAGASAN], 2):
        looks = [theme.SURFACES[kind.value] for kind in (one, other)]
        fills, lines = (
            difference(looks[0].fill, looks[1].fill, eyes),
            difference(looks[0].stroke, looks[1].stroke, eyes),
        )
        assert max(fills, lines) >= 8, (one, other)


@pytest.mark.parametrize("eyes", EYES)
def test_severities_can_be_told_apart_by_every_eye_and_on_a_grey_copy(eyes):
    fills = [theme.SURFACES[word].fill for word in ("galat", "peringatan", "saran")]
    assert all(difference(one, other, eyes) >= 8 for one, other in combinations(fills, 2))


@pytest.mark.parametrize("eyes", EYES)
def test_lines_can_be_told_apart_by_colour_or_by_dashes(eyes):
    names = ("edge", "support", "disetujui", "existing", "menunggu", "ditolak", "tanpa-status")
    for one, other in combinations([theme.SURFACES[name] for name in names], 2):
        assert one.dash != other.dash or one.line != other.line or difference(one.stroke, other.stroke, eyes) >= 5
    for one, other in combinations([theme.SURFACES[name] for name in names[2:]], 2):
        assert (one.dash, one.line) != (other.dash, other.line)


def test_the_known_eyes_see_grey_as_grey_and_red_and_green_alike_where_they_should():
    assert 0.5 > max(difference("#808080", "#818181", eyes) for eyes in EYES)
    assert difference("#C00000", "#6B6B00", "deutan") < 0.4 * difference("#C00000", "#6B6B00", "biasa")


@pytest.mark.parametrize("view", ["kinerja", "cascading", "jabatan", "crosscutting"])
def test_every_pair_of_text_and_surface_that_is_drawn_is_checked_for_own_colours(view):
    from pohon.render import sheets, theme_own

    own = {"paper", "title-rule", "edge", "panel", "glyph"}
    for drawn in sheets.build(grown(60, 4), scene.SceneOptions(view=view, paper="A1", findings=FINDINGS, issues=True)):
        for part in (*drawn.panels, *drawn.boxes):
            for text in part.texts:
                under = [one for one in part.shapes if theme.SURFACES[one.surface].fill and _covers(one, text)]
                if under and under[-1].surface not in own and not under[-1].surface.startswith("label-"):
                    assert text.look in theme_own.PAIRS[under[-1].surface], (text.look, under[-1].surface)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_colours_something_and_an_unreadable_colour_is_named(role):
    from pohon.render import theme_own

    before = {**theme.SURFACES}, {**theme.TEXTS}
    with theme_own.applied({role: "#123456"}):
        assert ({**theme.SURFACES}, {**theme.TEXTS}) != before
    assert ({**theme.SURFACES}, {**theme.TEXTS}) == before
    bad = {"#000000", "#FFFFFF", "#777777"}
    assert any(role in dict(theme_own.problems({role: colour})) for colour in bad)


def test_the_colours_that_ship_are_no_problem():
    from pohon.render import theme_own

    shipped = {role: theme.SURFACES[role].fill for role in ("outcome", "csf", "utama", "antara", "operasional")}
    assert {} == dict(theme_own.problems(shipped))


def test_own_colours_hold_only_in_their_thread():
    from concurrent.futures import ThreadPoolExecutor

    from pohon.render import theme_own

    with theme_own.applied({"outcome": "#000000"}), ThreadPoolExecutor(1) as pool:
        assert "#000000" == theme.SURFACES["outcome"].fill
        assert "#12304F" == pool.submit(lambda: theme.SURFACES["outcome"].fill).result()
