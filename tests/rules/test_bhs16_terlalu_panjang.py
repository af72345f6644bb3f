"""Edges of BHS16 terlalu-panjang: what the page's examples do not show."""

from tests.rules.hits import numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


def test_eighteen_words_are_too_many_and_seventeen_are_not() -> None:
    assert ["1.2"] == numbers("BHS16", _csf("Naiknya" + " air" * 16, "Naiknya" + " air" * 17), tahap=1)


def test_the_limit_can_be_moved() -> None:
    assert ["1.1"] == numbers(
        "BHS16", _csf("Naiknya mutu air minum warga kota kecil"), {"ambang": {"BHS16.kata": 7}}, tahap=1
    )
