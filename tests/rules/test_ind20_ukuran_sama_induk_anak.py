"""Edges of IND20 ukuran-sama-induk-anak: what the page's examples do not show."""

from tests.rules.hits import numbers


def _edge(above: str, below: str, more: str = "") -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    indikator:\n      - nama: {above}\n    sebab:\n      - csf: Naiknya c d\n        indikator:\n          - nama: {below}\n{more}"


def test_the_same_words_with_the_same_measure_are_left_to_red04() -> None:
    assert [] == numbers("IND20", _edge("Jumlah kapal berizin", "Jumlah kapal berizin"))
    assert ["1.1:indikator.0"] == numbers("IND20", _edge("Rasio kapal berizin", "Jumlah kapal berizin"))


def test_a_declared_relation_is_honoured() -> None:
    relation = "            hubungan: pembilang dari indikator di atasnya\n"
    assert [] == numbers("IND20", _edge("Rasio kapal berizin", "Jumlah kapal berizin", relation))


def test_different_objects_are_left_alone() -> None:
    assert [] == numbers("IND20", _edge("Rasio kapal berizin", "Jumlah nelayan terlatih"))


def test_a_quantity_of_its_own_is_another_measure() -> None:
    assert [] == numbers("IND20", _edge("Produktivitas tambak garam", "Produksi tambak garam"))
    assert ["1.1:indikator.0"] == numbers("IND20", _edge("Persentase tambak garam aktif", "Jumlah tambak garam aktif"))
