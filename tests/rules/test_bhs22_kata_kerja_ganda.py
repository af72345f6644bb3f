"""Edges of BHS22 kata-kerja-ganda: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


def _nodes(csf: str, last: str) -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - csf: {csf}\n        sebab:\n          - operasional: {last}\n"


@pytest.mark.parametrize(
    "statement",
    [
        "Terlaksananya penyelenggaraan pasar murah",
        "Tersusunnya penyusunan renja",
        "Terpeliharanya pemeliharaan alat",
        "Terkelolanya pengelolaan arsip",
    ],
)
def test_one_meaning_twice_is_certain_at_every_level(statement: str) -> None:
    both = graded("BHS22", _nodes(statement, statement))
    assert {"1.1": Severity.WARNING, "1.1.1": Severity.WARNING} == both


def test_change_of_change_is_a_hint_also_for_outputs() -> None:
    assert {"1.1": Severity.HINT, "1.1.1": Severity.HINT} == graded(
        "BHS22", _nodes("Terwujudnya penguatan koperasi", "Terlaksananya peningkatan jalan desa")
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Terlaksananya pembinaan koperasi",
        "Tersedianya pelayanan kapal",
        "Meningkatnya",
        "Peningkatan pengelolaan",
        "Terbangunnya jalan",
        "Meningkatnya tingkat hunian",
    ],
)
def test_a_process_is_what_an_output_may_name(statement: str) -> None:
    assert {} == graded("BHS22", _nodes("Meningkatnya mutu jalan", statement))


def test_the_words_of_an_election_are_not_judged() -> None:
    assert {} == graded("BHS22", "pohon:\n  - outcome: Mewujudkan penguatan ekonomi\n    komponen: Misi\n")


@pytest.mark.parametrize(
    "statement",
    [
        "Meningkatnya usaha mikro yang naik kelas",
        "Menguatnya dukungan keluarga",
        "Meningkatnya pengurangan risiko bencana",
    ],
)
def test_a_trade_and_what_supports_are_no_effort(statement: str) -> None:
    assert [] == numbers("BHS22", f"pohon:\n  - outcome: {statement}\n")


@pytest.mark.parametrize("statement", ["Meningkatnya usaha pencegahan banjir", "Meningkatnya upaya warga"])
def test_what_is_tried_is_an_effort(statement: str) -> None:
    assert ["1"] == numbers("BHS22", f"pohon:\n  - outcome: {statement}\n")


def test_a_repair_is_work_like_any_other() -> None:
    row = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - operasional: Terlaksananya {} pipa bocor\n"
    assert [] == numbers("BHS22", row.format("perbaikan"), tahap=3)
    assert ["1.1"] == numbers("BHS22", row.format("penguatan"), tahap=3)
