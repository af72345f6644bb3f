"""The panel of a stage: words for all five, the questions of that stage, the gate of the command line."""

import pytest

from pohon.board.guide import guide, stages

from ..build import tree

TEXT = """\
pohon:
  - outcome: Menurunnya angka kematian ibu
    dasar: {permasalahan: Masih tingginya angka kematian ibu}
    jawab: {TNY11: disepakati pimpinan pada rapat Maret}
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        isu: Masih rendahnya mutu pelayanan persalinan
"""


@pytest.mark.parametrize("stage", range(1, 6))
def test_every_stage_says_what_to_decide_and_has_tricks(stage):
    shown = guide(tree(TEXT, tahap=5), stage)
    assert shown["tahap"] == stage
    assert shown["judul"]
    assert len(shown["putuskan"]) >= 3
    assert len(shown["trik"]) >= 4


def test_the_words_are_of_five_stages_and_none_says_the_same_twice():
    words = [text for stage in stages() for text in (*stage.decide, *stage.tricks)]
    assert [stage.number for stage in stages()] == [1, 2, 3, 4, 5]
    assert len(words) == len(set(words))


def test_questions_are_those_of_the_stage_with_their_answers():
    shown = guide(tree(TEXT, tahap=2), 1)
    answers = {one["kode"]: one["jawab"] for one in shown["tanya"]}
    assert answers["TNY11"] == "disepakati pimpinan pada rapat Maret"
    later = guide(tree(TEXT, tahap=2), 2)
    assert not answers.keys() & {one["kode"] for one in later["tanya"]}


def test_the_gate_says_what_is_missing_and_where():
    shown = guide(tree(TEXT, tahap=3), 3)["gerbang"]
    assert not shown["boleh"]
    assert {"pesan", "saran", "alasan", "kode", "simpul"} == set(shown["kurang"][0])
    assert any(one["simpul"] == "1.1" for one in shown["kurang"])


def test_a_stage_with_nothing_missing_may_be_closed():
    assert guide(tree(TEXT, tahap=1), 1)["gerbang"]["kurang"][0]["alasan"] == "belum waktunya"
    assert guide(
        tree("pohon:\n  - outcome: Menurunnya angka kematian ibu\n    dasar: {mandat: Urusan kesehatan}\n", tahap=1), 1
    )["gerbang"]["boleh"]
