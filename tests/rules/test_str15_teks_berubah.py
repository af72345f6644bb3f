"""STR15: edges of the rule."""

import pytest

from tests.rules.hits import hits, numbers


def _tree(row: str) -> str:
    return f"pohon:\n  - outcome: Meningkatnya mutu air-minum warga\n    asal:\n      - {row}\n"


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        ("{tahap: 5, teks: Meningkatnya mutu air minum}", True),
        ("{tahap: 5, teks: MENINGKATNYA  MUTU AIR MINUM WARGA.}", False),
        ("{tahap: 5, teks: 1. Meningkatnya mutu air/minum warga}", False),
        ('{tahap: 5, teks: ""}', False),
        ("{tahap: 5}", False),
        ("{dokumen: pk, teks: Meningkatnya mutu air minum}", False),
    ],
)
def test_only_other_words_in_a_stage_table_count(row: str, fires: bool) -> None:
    assert (["1:asal.0"] if fires else []) == numbers("STR15", _tree(row), tahap=5)


def test_a_very_long_or_hostile_text_is_shortened_in_the_message() -> None:
    (found,) = hits("STR15", _tree(f'{{tahap: 5, teks: "<script>{"x" * 1_900}"}}'), tahap=5)
    assert len(found.message) < 250
