"""The home page: trees with their facts or their problem, profiles, the text of a new tree."""

import pytest

from pohon.board.begin import first_text, listing, profiles
from pohon.errors import BadInput
from pohon.forms.tree_file import parse

from ..build import complete

GIVEN = {
    "judul": "Pohon Kinerja Dinas Kesehatan", "instansi": "Dinas Kesehatan", "pemerintah": "Kabupaten Uji",
    "profil": "balangan", "periode": "2025-2029",
}  # fmt: skip


def test_a_readable_tree_is_told_with_its_facts_and_a_broken_one_with_its_problem(tmp_path):
    (tmp_path / "a.pohon.yaml").write_text(complete("pohon:\n  - outcome: X\n"), encoding="utf-8")
    (tmp_path / "b.pohon.yaml").write_text("pohon: [\n", encoding="utf-8")
    good, bad, gone = listing(tmp_path, ["a.pohon.yaml", "b.pohon.yaml", "hilang.pohon.yaml"])
    assert (good["judul"], good["instansi"], good["tahap"], good["kondisi"], good["masalah"]) == (
        "Pohon Uji", "Dinas Uji", 5, 1, ""
    )  # fmt: skip
    assert good["diubah"] > 0
    assert bad["masalah"].startswith("baris ")
    assert gone["masalah"]


def test_profiles_of_the_folder_stand_beside_the_built_in_ones(tmp_path):
    names = [one["nama"] for one in profiles(tmp_path)]
    assert names[0] == "balangan"
    assert len(names) == len(set(names)) >= 7
    assert all(one["label"] for one in profiles(tmp_path))


def test_a_new_tree_is_at_stage_1_with_one_outcome_that_has_an_id(tmp_path):
    tree = parse(first_text(tmp_path, GIVEN))
    assert (tree.tahap, tree.judul, tree.instansi, tree.pemerintah) == (
        1, GIVEN["judul"], GIVEN["instansi"], GIVEN["pemerintah"]
    )  # fmt: skip
    assert str(tree.periode) == "2025-2029"
    assert [node.id for node in tree] == ["o1"]


@pytest.mark.parametrize("text", ['a: b # c "d"', "{x}: [y]", "- satu", "'", "=1+1", "😀 \u202e"])
def test_what_people_type_into_the_form_is_kept_as_typed(tmp_path, text):
    assert parse(first_text(tmp_path, GIVEN | {"judul": text})).judul == text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"judul": " "}, "judul belum diisi"),
        ({"instansi": None, "judul": ""}, "instansi belum diisi"),
        ({"profil": "entah"}, "profil entah tidak dikenal"),
        ({"periode": "kapan"}, "periode"),
        ({"judul": "x" * 301}, "terlalu panjang"),
    ],
)
def test_a_form_that_cannot_be_used_is_refused_with_everything_that_is_wrong(tmp_path, change, words):
    with pytest.raises(BadInput, match=words):
        first_text(tmp_path, GIVEN | change)
