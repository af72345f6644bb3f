"""Edges of RED07 tujuan-sama-dengan-sasaran: what the page's examples do not show."""

from tests.rules.hits import numbers


def test_case_and_full_stop_do_not_matter() -> None:
    assert ["1.1"] == numbers(
        "RED07", "pohon:\n  - outcome: Naiknya Mutu Air\n    sebab:\n      - csf: naiknya mutu air.\n"
    )


def test_only_the_step_from_tujuan_to_sasaran_is_judged() -> None:
    text = "pohon:\n  - outcome: Naiknya mutu air\n    sebab:\n      - csf: Turunnya limbah\n        sebab:\n          - utama: Turunnya limbah\n      - antara: Naiknya mutu air\n"
    assert [] == numbers("RED07", text)
