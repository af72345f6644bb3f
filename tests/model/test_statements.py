"""Which texts of a tree the language rules read."""

from pohon.model.statements import every_text, outputs, results, short_texts, stated
from tests.build import tree

_TEXT = """pohon:
  - outcome: Naiknya mutu air
    indikator: [Indeks mutu air]
    sebab:
      - antara: Turunnya limbah
        sebab:
          - operasional: Tersedianya bak olah
            indikator: [Jumlah bak]
belum_ditempatkan:
  - Bersih sungai
"""


def test_the_profile_divides_the_placed_statements_into_results_and_outputs() -> None:
    balangan, renstra = tree(_TEXT), tree(_TEXT, profil="renstra-2025")
    assert (["1", "1.1"], ["1.1.1"]) == (
        [node.key for node in results(balangan)],
        [node.key for node in outputs(balangan)],
    )
    assert (["1"], ["1.1", "1.1.1"]) == (
        [node.key for node in results(renstra)],
        [node.key for node in outputs(renstra)],
    )


def test_unplaced_conditions_are_not_among_the_statements() -> None:
    assert ["1", "1.1", "1.1.1"] == [node.key for node in stated(tree(_TEXT))]


def test_short_texts_are_statements_and_indicator_names_with_their_field() -> None:
    found = [(node.key, field, text) for node, field, text in short_texts(tree(_TEXT))]
    assert [
        ("1", "", "Naiknya mutu air"),
        ("1", "indikator.0", "Indeks mutu air"),
        ("1.1", "", "Turunnya limbah"),
        ("1.1.1", "", "Tersedianya bak olah"),
        ("1.1.1", "indikator.0", "Jumlah bak"),
    ] == found


def test_visi_and_misi_are_statements_but_neither_results_nor_judged_as_outputs() -> None:
    given = tree("pohon:\n  - outcome: Pesisir maju\n    komponen: Visi\n    sebab: [{csf: Naiknya hasil laut}]\n")
    assert ["1", "1.1"] == [node.key for node in stated(given)]
    assert ["1.1"] == [node.key for node in results(given)]


def test_fillings_are_no_statements() -> None:
    given = tree('pohon:\n  - outcome: "-"\n    sebab: [{csf: Belum diisi}, {csf: Tidak ada warga tanpa air}]\n')
    assert ["1.2"] == [node.key for node in stated(given)]


def test_every_text_adds_formulas_and_sources() -> None:
    given = tree("pohon:\n  - outcome: A\n    indikator:\n      - nama: B\n        rumus: C\n        sumber: D\n")
    found = [(field, text) for _, field, text in every_text(given)]
    assert [("", "A"), ("indikator.0", "B"), ("indikator.0.rumus", "C"), ("indikator.0.sumber", "D")] == found
