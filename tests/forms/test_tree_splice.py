"""Edits written into a file: the edited tree comes out, and no other line changes."""

import difflib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.errors import BadEdit
from pohon.forms.condensed import condensed
from pohon.forms.tree_file import parse, splice, splice_all, write
from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink, apply
from pohon.model.indicator import Indicator, Target
from pohon.model.node import Kind, Node

from ..build import complete
from ..strategies import edits, trees

TEXT = complete("""# kepala berkas
pohon:
  # sebelum outcome
  - outcome: Terwujudnya: satu # dua
    id: o1

    # sebelum sebab
    sebab:
      - csf: B
        isu: lama     # tanpa kutip: ini teks
        catatan: "dikutip"   # komentar tetap
        sebab:
        # sebelum C
        - utama:    C
          uraian: |
            baris satu

            baris dua
        - ref: c2
      # sebelum D
      - {csf: D, id: c2, indikator: [X, Y]}
# ekor
belum_ditempatkan:
  - gagasan lepas
""")


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and the lines that came."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


@pytest.mark.parametrize(
    ("edit", "gone", "came"),
    [
        (Reword(key="1.1", statement="E: #"), ["      - csf: B"], ['      - csf: "E: #"']),
        (SetField(key="1.1", field="catatan", value="baru"), ['        catatan: "dikutip"   # komentar tetap'], ['        catatan: "baru"   # komentar tetap']),
        (SetField(key="1.1", field="isu", value=""), ["        isu: lama     # tanpa kutip: ini teks"], []),
        (SetField(key="1.1", field="waktu", value="depan"), [], ["        waktu: depan"]),
        (SetField(key="1.1.1", field="kind", value=Kind.ANTARA), ["        - utama:    C"], ["        - antara:    C"]),
        (SetField(key="1.1.1", field="uraian", value="satu"), ["          uraian: |", "            baris satu", "", "            baris dua"], ["          uraian: satu"]),
        (Remove(key="1.1.1"), ["        - utama:    C", "          uraian: |", "            baris satu", "", "            baris dua"], []),
        (Unlink(key="1.1", cause="c2"), ["        - ref: c2"], []),
        (Link(key="1.1.1", cause="o1"), [], ["          sebab:", "            - ref: o1"]),
        (Add(parent="1.1", index=1, branch=(Node(key="k", kind=Kind.ANTARA, statement="F"),)), [], ["        - antara: F"]),
        (Add(parent=None, index=1, belum=True, branch=(Node(key="k", kind=Kind.ANTARA, statement="F"),)), [], ["  - antara: F"]),
        (SetField(key="", field="tahap", value=3), ["tahap: 5"], ["tahap: 3"]),
        (SetField(key="", field="pemerintah", value="Kab. A"), [], ["pemerintah: Kab. A"]),
        (
            SetField(key="1.1", field="indikator", value=(Indicator(nama="I", satuan="%", target=(Target(2025, "98,5"),)),)),
            [],
            ["        indikator:", "          - nama: I", '            satuan: "%"', '            target: {2025: "98,5"}'],
        ),
    ],
)  # fmt: skip
def test_only_its_own_lines_change(edit: Edit, gone: list[str], came: list[str]):
    after = splice(TEXT, edit)
    assert (gone, came) == changed(TEXT, after)


def test_a_moved_node_takes_its_inner_layout_along():
    after = splice(TEXT, Move(key="1.1.1", parent="o1", index=0))
    assert (
        "      - utama:    C\n        uraian: |\n          baris satu\n\n          baris dua\n      - csf: B" in after
    )
    assert "        # sebelum C\n" in after


def test_a_node_in_braces_is_written_out_before_it_gets_children():
    edit = Add(parent="c2", index=0, branch=(Node(key="k", kind=Kind.UTAMA, statement="F"),))
    gone, came = changed(TEXT, splice(TEXT, edit))
    assert ["      - {csf: D, id: c2, indikator: [X, Y]}"] == gone
    assert "          - utama: F" == came[-1]


def test_crlf_files_stay_crlf():
    text = TEXT.replace("\n", "\r\n")
    after = splice(text, Move(key="1.1.1", parent="o1", index=0))
    assert "\n" not in after.replace("\r\n", "")


def test_an_unfit_edit_is_refused():
    with pytest.raises(BadEdit, match="tidak ada simpul"):
        splice(TEXT, Remove(key="zz"))


def _sprinkle(text: str, places: list[int]) -> str:
    """Put comment lines between the lines of a written tree (never inside a block text)."""
    lines, at = text.split("\n"), 0
    safe = [i for i, line in enumerate(lines) if line.strip() and ":" in line and "|" not in text]
    for place in places:
        if safe:
            spot = safe[place % len(safe)] + at
            indent = len(lines[spot]) - len(lines[spot].lstrip())
            lines.insert(spot, " " * indent + f"# catatan {place}")
            safe = [i + (i >= spot - at) for i in safe]
    return "\n".join(lines)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_any_edit_on_a_file_with_comments_gives_the_edited_tree_and_keeps_every_comment(data: st.DataObject):
    before = data.draw(trees(max_nodes=8))
    edit = data.draw(edits(before))
    text = _sprinkle(write(before), data.draw(st.lists(st.integers(0, 400), max_size=4)))
    assert before == parse(text)
    try:
        expected, undo = apply(before, edit)
    except BadEdit:
        return
    after = splice(text, edit)
    assert expected == parse(after)
    if not isinstance(edit, Remove | SetField):
        comments = [line.strip() for line in text.split("\n") if line.strip().startswith("# catatan")]
        assert sorted(comments) == sorted(
            line.strip() for line in after.split("\n") if line.strip().startswith("# catatan")
        )
    assert before == parse(splice(after, undo))


@given(trees(), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_many_edits_at_once_give_what_they_give_one_after_the_other(tree, data):
    text, one_by_one, made = write(tree), write(tree), []
    for _ in range(data.draw(st.integers(1, 6))):
        edit = data.draw(edits(tree))
        try:
            tree, _ = apply(tree, edit)
            one_by_one = splice(one_by_one, edit)
        except BadEdit:
            break
        made.append(edit)
    assert parse(splice_all(text, made)) == parse(one_by_one)
    assert parse(splice_all(text, condensed(made))) == parse(one_by_one)


def test_fields_that_are_set_together_leave_all_other_lines_alone():
    together = [
        Reword(key="o1", statement="Terwujudnya dua"), SetField(key="c2", field="isu", value="baru"),
        SetField(key="1.1", field="waktu", value="depan"), SetField(key="1.1", field="waktu", value="kini"),
        Reword(key="1.1.1", statement="E"),
    ]  # fmt: skip
    one_by_one = TEXT
    for edit in together:
        one_by_one = splice(one_by_one, edit)
    assert splice_all(TEXT, together) == one_by_one


def test_of_many_values_of_one_field_only_the_last_is_written_field_by_field():
    values = ("a", "b", "c")
    typed = [
        SetField(key=key, field=field, value=value) for value in values for key in "xy" for field in ("isu", "waktu")
    ]
    added = Remove(key="z")
    assert list(condensed([*typed, added, Reword(key="x", statement="s")])) == [
        SetField(key="x", field="isu", value="c"), SetField(key="y", field="isu", value="c"),
        SetField(key="x", field="waktu", value="c"), SetField(key="y", field="waktu", value="c"),
        added, Reword(key="x", statement="s"),
    ]  # fmt: skip
