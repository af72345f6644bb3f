"""STR18: edges of the rule."""

from tests.rules.hits import hits


def test_all_shifted_rows_of_a_condition_are_one_finding() -> None:
    text = """pohon:
  - outcome: A
    indikator:
      - nama: Jumlah B
        asal: [{dokumen: iki, baris: "9", geser: ya}]
    asal:
      - {tahap: 3, baris: "5"}
      - {tahap: 4, baris: "7", geser: ya}
"""
    (found,) = hits("STR18", text, tahap=5)
    assert ("1", "asal.1", "7, 9") == (found.node, found.field, found.evidence)
    assert "tahap 4 baris 7 dan iki baris 9" in found.message


def test_a_row_without_a_line_is_told_too() -> None:
    (found,) = hits("STR18", "pohon:\n  - outcome: A\n    asal: [{geser: ya}]\n", tahap=3)
    assert "baris sumber ini" in found.message
