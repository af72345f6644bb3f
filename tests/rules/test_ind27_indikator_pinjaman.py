"""Edges of IND27 indikator-pinjaman: what the page's examples do not show."""

from tests.rules.hits import numbers


def _two(above: tuple[str, ...], below: tuple[str, ...], more: str = "") -> str:
    def rows(names: tuple[str, ...], pad: str) -> str:
        return "".join(f"{pad}- nama: {name}\n{more}" for name in names)

    return (
        "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - antara: Terlaksananya c d\n        indikator:\n"
        + rows(above, " " * 10)
        + "        sebab:\n          - operasional: Terlaksananya e f\n            indikator:\n"
        + rows(below, " " * 14)
    )


def test_one_measure_of_its_own_is_enough() -> None:
    assert [] == numbers("IND27", _two(("Jumlah a", "Jumlah b"), ("Jumlah a",)), profil="renstra-2025")
    assert ["1.1:indikator.0"] == numbers(
        "IND27", _two(("Jumlah a", "Jumlah b"), ("Jumlah b", "Jumlah a")), profil="renstra-2025"
    )


def test_results_are_the_business_of_red04() -> None:
    assert [] == numbers("IND27", _two(("Jumlah a",), ("Jumlah a",)), profil="balangan")


def test_without_causes_nothing_is_borrowed() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - antara: Terlaksananya c d\n        indikator:\n          - Jumlah a\n"
    assert [] == numbers("IND27", text, profil="renstra-2025")
