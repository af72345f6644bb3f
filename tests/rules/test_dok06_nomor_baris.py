"""Edges of DOK06 nomor-baris: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


@pytest.mark.parametrize(
    ("listed", "fires"),
    [
        ("1 2 3", False),
        ("1 2 4", True),
        ("1 2 2 3", True),
        ("1 2 1 2 3", False),
        ("3 4 5", False),
        ("1", False),
        ("10 20", False),
    ],
)
def test_a_skipped_or_repeated_number_is_found(listed: str, fires: bool) -> None:
    block = "".join(f"      {number}. Butir\n" for number in listed.split())
    text = f"pohon:\n  - outcome: Meningkatnya mutu\n    uraian: |-\n{block}"
    assert (["1:uraian"] if fires else []) == numbers("DOK06", text)


def test_functions_of_a_position_are_one_list() -> None:
    position = "jabatan:\n  - id: k\n    nama: Kepala\n    jenjang: jpt-pratama\n    fungsi:\n      - 1. Memimpin\n      - 3. Membina\n"
    assert ["jabatan.0.fungsi"] == numbers("DOK06", f"pohon:\n  - outcome: Meningkatnya mutu\n{position}")
