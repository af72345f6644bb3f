"""Edges of TGT07 aritmetika-penjelasan: what the page's examples do not show."""

from pathlib import Path

import pytest

from pohon.forms.tree_file import parse
from pohon.model.lexicon import default
from pohon.rules import _registry
from tests.rules.hits import hits, numbers


def _one(indicator: str, statement: str = "Meningkatnya mutu layanan", kind: str = "outcome") -> str:
    return f"pohon:\n  - {kind}: {statement}\n    indikator:\n      - {indicator}\n"


def _explained(target: str, why: str, rumus: str, name: str = "Persentase selesai", unit: str = '"%"') -> str:
    return _one(
        f'{{nama: {name}, satuan: {unit}, rumus: "{rumus}", target: {{2024: "{target}"}}, penjelasan_target: "{why}"}}'
    )


_RATIO = "jumlah selesai dibagi jumlah masuk dikali 100%"


@pytest.mark.parametrize(
    ("hitung", "values", "target", "fires"),
    [
        ("a / b * 100", {"a": "76.226", "b": "78.000"}, "98 %", True),
        ("a / b * 100", {"a": "76.226", "b": "78.000"}, "97,73 %", False),
        ("a / b * 100", {"a": "76.226", "b": "78.000"}, "97,7 %", False),
        ("rata(a, b, c)", {"a": "99,85", "b": "98,21", "c": "55,85"}, "84,64", False),
        ("a + b", {"a": "25,50", "b": "24,00"}, "49,50", False),
        ("a * 25", {"a": "3,2530"}, "81,33", False),
        ("a + b", {"a": "25,50", "b": "24,00"}, "50", True),
    ],
)
def test_a_formula_is_computed_and_rounded_as_printed(
    hitung: str, values: dict[str, str], target: str, fires: bool
) -> None:
    given = ", ".join(f'{name}: "{value}"' for name, value in values.items())
    row = f'{{nama: Nilai selesai, hitung: "{hitung}", variabel: {{{given}}}, target: {{2024: "{target}"}}}}'
    assert (["1:indikator.0.target.2024"] if fires else []) == numbers("TGT07", _one(row))


def test_a_doubtful_figure_is_not_guessed() -> None:
    row = '{nama: Nilai, hitung: a * 25, variabel: {a: "3,253"}, target: {2025: "81,33"}}'
    assert ["1:indikator.0.hitung"] == numbers("TGT07", _one(row))


def test_the_baseline_may_be_what_is_computed() -> None:
    row = '{nama: Persentase selesai, satuan: "%", awal: "72,00", hitung: a / b * 100, variabel: {a: "5400", b: "7500"}, target: {2025: "76", 2026: "80"}}'
    assert [] == numbers("TGT07", _one(row))


def test_what_cannot_be_computed_says_why() -> None:
    row = '{nama: Nilai, hitung: a / b, variabel: {a: "1", b: "0"}, target: {2025: "3"}}'
    (found,) = hits("TGT07", _one(row))
    assert found.field == "indikator.0.hitung"
    assert "nol" in found.message


@pytest.mark.parametrize(
    ("target", "why", "rumus", "fires"),
    [
        ("98", "Selesai 76.226 layanan dari 78.000 layanan", _RATIO, True),
        ("97,73", "Selesai 76.226 layanan dari 78.000 layanan", _RATIO, False),
        ("98", "1. Selesai 76.226 layanan pada tahun 2023, 2. Ditargetkan 78.000", _RATIO, True),
        ("50", "Selesai 76.226 layanan dari 78.000 layanan", _RATIO, False),
        ("98", "Ada 12 loket, 3 petugas, dan 76.226 berkas", _RATIO, False),
        ("98", "Selesai 76.226 dari 78.000", "hasil pencatatan", False),
        ("80", "Nilai 70; 80; 93", "nilai a ditambah nilai b ditambah nilai c dibagi tiga", False),
        ("82", "Ada 3 aspek: 70,5; 80,5; 93", "rata-rata ketiga aspek", True),
        ("81,33", "Ada 3 aspek: 70,5; 80,5; 93", "rata-rata ketiga aspek", False),
        ("82", "Nilai 70,5; 80,5; 93", "nilai a ditambah nilai b ditambah nilai c dibagi tiga", True),
    ],
)
def test_figures_of_the_explanation_are_put_together_as_the_formula_says(
    target: str, why: str, rumus: str, fires: bool
) -> None:
    assert (["1:indikator.0.target.2024"] if fires else []) == numbers("TGT07", _explained(target, why, rumus))


@pytest.mark.parametrize(("target", "fires"), [("77,5", False), ("78", True), ("12", False)])
def test_figures_may_stand_in_the_formula_itself(target: str, fires: bool) -> None:
    row = f'{{nama: Persentase patuh, satuan: "%", rumus: "(930 / 1.200) x 100%", target: {{2024: "{target}"}}}}'
    assert (["1:indikator.0.target.2024"] if fires else []) == numbers("TGT07", _one(row))


@pytest.mark.parametrize(("target", "fires"), [("81,33", False), ("81,3", False), ("83,00", True), ("12", False)])
def test_a_survey_mean_times_25_is_the_value(target: str, fires: bool) -> None:
    text = _explained(
        target,
        f"Nilai unsur 3,253 setelah dikonversi {target}",
        "rata-rata tertimbang",
        "Indeks Kepuasan Masyarakat",
        "Nilai",
    )
    assert (["1:indikator.0.target.2024"] if fires else []) == numbers("TGT07", text)


def test_the_real_agreement_has_one_wrong_sum_and_three_right_ones() -> None:
    path = Path(__file__).parents[2] / "trees" / "pk-disdukcapil-luwu-timur-2024.pohon.yaml"
    (entry,) = (entry for entry in _registry.entries() if entry.code == "TGT07")
    found = list(_registry.load(entry).check(parse(path.read_text(encoding="utf-8")), default()))
    assert [("1", "indikator.1.target.2024", "97,73")] == [(hit.node, hit.field, hit.evidence) for hit in found]
