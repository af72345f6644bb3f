"""Edges of SEB04 anak-lebih-luas: what the page's examples do not show."""

from tests.rules.hits import numbers


def _edge(effect: str, cause: str) -> str:
    return f"pohon:\n  - outcome: {effect}\n    sebab:\n      - csf: {cause}\n"


def test_a_qualifier_narrows_and_does_not_widen() -> None:
    assert [] == numbers("SEB04", _edge("Meningkatnya mutu benih", "Meningkatnya mutu benih padi gogo"))
    assert ["1.1"] == numbers("SEB04", _edge("Meningkatnya mutu benih", "Meningkatnya mutu benih, luas panen"))


def test_fixed_names_are_not_taken_apart() -> None:
    assert [] == numbers("SEB04", _edge("Meningkatnya sarana kantor", "Meningkatnya sarana dan prasarana kantor"))
