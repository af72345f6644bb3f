"""Edges of RED08 kembar-resmi: what the page's examples do not show."""

from tests.rules.hits import hits


def _rows(*rows: str) -> str:
    listed = "".join(f"  - kode: {code}\n    nama: {name}\n" for code, _, name in (row.partition(" ") for row in rows))
    return f"program:\n{listed}pohon:\n  - outcome: Naiknya a b\n"


def test_the_second_code_is_named_with_the_first() -> None:
    (found,) = hits("RED08", _rows("1.02.02 Program Gizi", "1.02.03 program gizi"))
    assert ("", "program.1") == (found.node, found.field)
    assert "1.02.02 dan 1.02.03" in found.message


def test_other_names_and_a_repeated_code_are_left_alone() -> None:
    assert [] == hits("RED08", _rows("1.02.02 Program Gizi", "1.02.03 Program Gizi Ibu"))
