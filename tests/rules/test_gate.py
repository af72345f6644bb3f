"""May a stage be closed? Each demand of the stage table, and what does not count."""

import pytest

from pohon.model.lexicon import default
from pohon.rules._engine import Options
from pohon.rules._gate import Reason, gate
from tests.build import tree

ONE = """\
pohon:
  - outcome: Menurunnya angka kematian ibu
    dasar: {harapan: "Ibu selamat saat bersalin"}
"""
TWO = (
    ONE
    + """\
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        isu: Masih rendahnya mutu pelayanan persalinan
      - csf: Meningkatnya cakupan pemeriksaan ibu hamil
        isu: Masih rendahnya cakupan pemeriksaan ibu hamil
"""
)
NOTHING = Options(select=("STR19",))
"""A rule that has nothing to say at these stages: only the stage table speaks."""


def asked(text, stage, tahap=None, options=NOTHING):
    return gate(tree(text, tahap=tahap or stage), default(), stage, options)


def said(answer):
    return [(one.reason, one.number, one.message) for one in answer.obstacles]


def test_a_complete_stage_may_be_closed():
    assert asked(ONE, 1).closed
    assert asked(TWO, 2).closed


@pytest.mark.parametrize(
    ("text", "stage", "number", "message"),
    [
        ("pohon:\n  - outcome: Menurunnya angka kematian ibu\n", 1, "1", "Outcome ini belum punya dasar."),
        ("pohon:\n  - csf: Meningkatnya mutu\n    isu: Rendahnya mutu\n", 2, "", "Belum ada outcome."),
        (ONE, 2, "1", "Outcome ini belum punya CSF."),
        (TWO.replace("        isu: Masih rendahnya cakupan pemeriksaan ibu hamil\n", ""), 2, "1.2", "Isu CSF ini belum ditulis."),
        (TWO, 3, "1.1", "CSF ini belum diuraikan sampai kondisi operasional."),
        (TWO, 4, "1", "Kondisi ini belum punya indikator."),
    ],
)  # fmt: skip
def test_what_the_stage_table_asks_for_is_missed(text, stage, number, message):
    assert (Reason.MISSING, number, message) in said(asked(text, stage))


def test_what_an_earlier_stage_asks_for_is_asked_at_a_later_one_too():
    text = TWO.replace('    dasar: {harapan: "Ibu selamat saat bersalin"}\n', "")
    assert (Reason.MISSING, "1", "Outcome ini belum punya dasar.") in said(asked(text, 2))


def test_a_chain_may_end_at_a_partner_or_run_over_a_support_edge():
    text = TWO.replace(
        "        isu: Masih rendahnya mutu pelayanan persalinan\n",
        "        isu: Masih rendahnya mutu pelayanan persalinan\n        sebab:\n"
        "          - utama: Meningkatnya jumlah bidan\n            crosscutting: [{mitra: BKPSDM, peran: menempatkan}]\n",
    ).replace(
        "        isu: Masih rendahnya cakupan pemeriksaan ibu hamil\n",
        "        isu: Masih rendahnya cakupan pemeriksaan ibu hamil\n        sebab:\n          - operasional: Terlaksananya kelas ibu hamil\n",
    )
    assert asked(text, 3).closed


def test_an_idea_without_a_place_keeps_stage_3_open():
    text = TWO + "belum_ditempatkan:\n  - gagasan: Posyandu keliling\n"
    assert (Reason.MISSING, "?1", "Gagasan ini belum punya jenis dan tempat pada pohon.") in said(asked(text, 3))
    assert asked(text, 2).closed


@pytest.mark.parametrize(
    ("text", "stage", "what"),
    [
        (TWO, 1, "kondisi di bawah outcome (pada 2 kondisi)"),
        (TWO.replace("isu: Masih rendahnya cakupan", "indikator: [Cakupan]\n        isu: Masih rendahnya cakupan"), 2, "indikator"),
        (ONE + "    komponen: Tujuan\n", 1, "komponen perencanaan"),
        (ONE + "    jabatan: kadis\njabatan:\n  - {id: kadis, nama: Kepala Dinas, jenjang: jpt-pratama}\n", 1, "jabatan"),
        (ONE + "    anggaran: 1.000.000\n", 1, "anggaran"),
    ],
)  # fmt: skip
def test_what_belongs_to_a_later_stage_keeps_the_stage_open(text, stage, what):
    early = [one.message for one in asked(text, stage).obstacles if one.reason is Reason.EARLY]
    assert early == [f"Sudah memuat {what}, padahal itu isi tahap berikutnya."]


def test_a_tree_that_has_gone_on_is_not_blamed_for_what_later_stages_add():
    assert asked(TWO + "        indikator: [Cakupan pemeriksaan]\n", 1, tahap=4).closed


def test_errors_of_rules_up_to_the_stage_count_and_warnings_do_not():
    twins = TWO.replace("Meningkatnya cakupan pemeriksaan ibu hamil", "Meningkatnya mutu pelayanan persalinan")
    answer = asked(twins, 2, options=Options(select=("RED01",)))
    assert [(one.reason, one.code, one.number) for one in answer.obstacles] == [(Reason.FINDING, "RED01", "1.2")]
    assert asked(twins, 1, tahap=2, options=Options(select=("RED01",))).closed
    waived = twins + '        abaikan: {RED01: "sasarannya berbeda"}\n'
    assert asked(waived, 2, options=Options(select=("RED01",))).closed


def test_a_fault_further_down_does_not_keep_an_earlier_stage_open():
    text = TWO + "        sebab:\n          - utama: Jumlah bidan yang dilatih\n"
    late = asked(text, 3, options=Options(select=("BHS06",)))
    assert [one.number for one in late.obstacles if one.code == "BHS06"] == ["1.2.1"]
    assert asked(text, 1, tahap=3, options=Options(select=("BHS06",))).closed


def test_what_a_rule_says_is_not_said_twice():
    codes = [(one.code, one.message) for one in asked(ONE, 2, options=Options()).obstacles if one.number == "1"]
    assert codes == [("STR11", "Outcome ini belum punya CSF.")]
