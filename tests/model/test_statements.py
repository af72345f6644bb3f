"""Which texts of a tree the language rules read."""

from pohon.model.statements import outputs, results, short_texts, stated
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
