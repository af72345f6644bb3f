import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFace

from pohon.render import glyphs, metrics
from pohon.render.png import font_file

texts = st.lists(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30), min_size=1, max_size=20
)


@pytest.mark.parametrize(("table", "name"), [(glyphs.REGULAR, "Regular"), (glyphs.BOLD, "Bold")])
def test_widths_are_those_of_the_font_and_never_smaller(table, name):
    face = TTFontFace(font_file(f"LiberationSans-{name}"))
    wrong = [
        character
        for advance, characters in table.items()
        for character in characters
        if not -0.01
        <= advance / 2048 - face.charWidths[ord(character)] / 1000
        <= (0 if ord(character) < 0x180 else 0.02) + 0.001
    ]
    assert [] == wrong


def test_both_weights_hold_the_same_characters():
    assert set("".join(glyphs.REGULAR.values())) == set("".join(glyphs.BOLD.values()))


def test_a_known_word_has_the_width_of_arial():
    assert 10 * (0.7221 + 0.5562 + 0.5562 + 0.5562) == pytest.approx(metrics.width("Dana", 10), abs=0.01)


def test_what_the_fonts_lack_is_named_once():
    assert "漢😀" == metrics.missing("padi 漢 😀 漢").replace(" ", "")


def test_a_joiner_takes_no_room():
    assert metrics.width("👩🌾", 10) == metrics.width("👩\u200d🌾", 10)


@given(texts, st.floats(20, 400), st.booleans())
def test_no_line_is_wider_than_its_limit_and_no_character_is_lost(words, limit, bold):
    text = metrics.clean(" ".join(words))
    lines = metrics.wrap(text, limit, 10, bold=bold)
    assert all(line.width <= limit + 0.001 for line in lines)
    assert text.replace(" ", "") == "".join(line.text for line in lines).replace(" ", "")
    assert len(lines) == metrics.count_lines(text, limit / 10, bold=bold) or not text


@given(texts)
def test_a_line_is_as_wide_as_its_text(words):
    for line in metrics.wrap(metrics.clean(" ".join(words)), 150, 10):
        assert line.width == pytest.approx(metrics.width(line.text, 10), abs=0.001)


def test_lines_are_balanced():
    lines = metrics.wrap("Meningkatnya kualitas pelayanan administrasi kependudukan desa", 200, 10)
    assert 2 == len(lines)
    assert max(line.width for line in lines) < 1.35 * min(line.width for line in lines)


def test_ordinary_words_stay_whole_and_a_long_one_breaks_after_a_slash():
    assert ["padi", "barang/", "jasa"] == [line.text for line in metrics.wrap("padi barang/jasa", 40, 9.5)]


def test_control_characters_and_hidden_direction_marks_vanish():
    assert "a b c" == metrics.clean("a\x00\u202e  b\n\tc\x07\ufeff")
