"""Edges of DOK04 pk-tak-sesuai-pohon: what the page's examples do not show."""

import pytest

from tests.rules.hits import numbers


def _tree(*rows: str) -> str:
    listed = "".join(f"      - {row}\n" for row in rows)
    return f"pohon:\n  - outcome: Meningkatnya mutu air-minum warga\n    asal:\n{listed}"


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        ("{dokumen: pk, teks: Meningkatnya mutu air minum}", True),
        ("{dokumen: Renstra, teks: Meningkatnya layanan air minum warga}", True),
        ('{dokumen: pk, teks: "MENINGKATNYA MUTU AIR MINUM, WARGA."}', False),
        ('{dokumen: pk, teks: ""}', False),
        ("{dokumen: pk}", False),
        ("{tahap: 3, teks: Meningkatnya mutu}", False),
        ("{dokumen: berita acara, teks: Meningkatnya mutu}", False),
    ],
)
def test_other_words_in_a_planning_document_count(row: str, fires: bool) -> None:
    assert (["1:asal.0"] if fires else []) == numbers("DOK04", _tree(row))


def test_a_statement_printed_on_two_rows_is_one_statement() -> None:
    assert [] == numbers(
        "DOK04", _tree("{dokumen: iki, teks: Meningkatnya mutu}", "{dokumen: iki, teks: air minum warga}")
    )
