"""IND24: edges of the rule."""

import pytest

from tests.rules.hits import hits, numbers


def _found(name: str, **more: str) -> list[str]:
    fields = "".join(f"        {key}: {value}\n" for key, value in more.items())
    return numbers("IND24", f"pohon:\n  - outcome: A\n    indikator:\n      - nama: {name}\n{fields}", tahap=4)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Presentase warga", "Persentase warga"),
        ("PROSENTASE WARGA", "PERSENTASE WARGA"),
        ("Rata-rata prosentase warga", "Rata-rata persentase warga"),
        ("Indek gini", "Indeks gini"),
    ],
)
def test_the_repair_keeps_case_and_the_rest_of_the_name(name: str, right: str) -> None:
    (found,) = hits("IND24", f"pohon:\n  - outcome: A\n    indikator: [{name}]\n", tahap=4)
    assert found.fix is not None
    assert ("indikator.0.nama", right, True) == (found.fix.field, found.fix.text, found.fix.safe)


@pytest.mark.parametrize("name", ["Persentase warga", "Jumlah presentasi", "Indeks gini", "Jumlah masyarkat"])
def test_right_spelling_and_other_words_pass(name: str) -> None:
    assert [] == _found(name)
