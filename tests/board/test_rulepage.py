"""The page of a rule, cut into parts for the panel."""

import pytest

from pohon.board.rulepage import page
from pohon.errors import PohonError
from pohon.rules import _registry


@pytest.mark.parametrize("code", [entry.code for entry in _registry.entries()])
def test_every_rule_has_its_parts_in_plain_text(code):
    shown = page(code)
    assert shown["kode"] == code
    assert shown["nama"]
    assert shown["ringkas"]
    headings = [heading for heading, _ in shown["bagian"]]
    assert headings[:2] == ["Apa", "Mengapa"]
    assert all(text for _, text in shown["bagian"])
    assert not any("```" in text or "**" in text for _, text in shown["bagian"])


def test_examples_keep_their_lines():
    wrong = dict(page("RED01")["bagian"])["Salah"]
    assert wrong.startswith("pohon:\n")


def test_a_rule_over_several_trees_shows_all_of_them():
    right = dict(page("XCT08")["bagian"])["Benar"]
    assert right.count("# berkas: ") == 3


def test_an_unknown_rule_is_refused():
    with pytest.raises(PohonError, match="tidak ada aturan"):
        page("XYZ99")
