"""Edges of SEB07 csf-mengulang-outcome: what the page's examples do not show."""

from tests.rules.hits import numbers


def _edge(kind: str, above: str, below: str, more: str = "") -> str:
    return f"pohon:\n  - outcome: Naiknya a b\n    indikator:\n      - nama: {above}\n    sebab:\n      - {kind}: Naiknya c d\n        indikator:\n          - nama: {below}\n{more}"


def test_only_csf_under_an_outcome() -> None:
    assert ["1.1:indikator.0"] == numbers("SEB07", _edge("csf", "Cakupan air bersih", "Persentase air bersih"))
    assert [] == numbers("SEB07", _edge("utama", "Cakupan air bersih", "Cakupan air bersih"))


def test_a_declared_relation_is_honoured() -> None:
    relation = "            hubungan: rata-rata dari bawah\n"
    assert [] == numbers("SEB07", _edge("csf", "Cakupan air bersih", "Cakupan air bersih", relation))
