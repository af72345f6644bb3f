"""Edges of IND22 iku-berganti: what the page's examples do not show."""

import pytest

from tests.rules.hits import beside

_OLD = ("Usia harapan hidup", "Prevalensi stunting", "Angka kematian ibu")
_NEW = ("Usia harapan hidup", "Indeks keluarga sehat", "Cakupan imunisasi")


def _year(tahun: int, *names: str, head: str = "periode: 2025-2029\n", office: str = "Dinas Kesehatan") -> str:
    rows = "".join(f"      - {{nama: {name}, satuan: nilai, iku: ya}}\n" for name in names)
    more = f"    indikator:\n{rows}" if rows else ""
    return f"instansi: {office}\ntahun: {tahun}\n{head}pohon:\n  - outcome: Meningkatnya derajat kesehatan\n{more}"


def _told(*trees: str) -> dict[str, list[str]]:
    """Return what is found in each file: place and message."""
    hits = beside("IND22", {f"{number}.pohon.yaml": text for number, text in enumerate(trees)})
    return {name[0]: [f"{hit.node}:{hit.field} {hit.message}" for hit in one] for name, one in hits.items()}


def test_the_later_year_is_told_whatever_the_order_of_the_files() -> None:
    said = (
        "IKU berganti dibanding tahun 2025 (1.pohon.yaml): 2 baru (“Indeks keluarga sehat” dan “Cakupan imunisasi”) "
        "dan 2 tidak dipakai lagi (“Prevalensi stunting” dan “Angka kematian ibu”)."
    )
    assert _told(_year(2026, *_NEW), _year(2025, *_OLD)) == {"0": [f"1:indikator.1 {said}"]}


@pytest.mark.parametrize(
    ("after", "fires"),
    [
        (("Usia harapan hidup", "Prevalensi stunting", "Cakupan imunisasi"), False),
        (_OLD[:2], False),
        (_OLD[:1], True),
        ((*_OLD, "Cakupan imunisasi"), False),
        ((*_OLD, "Cakupan imunisasi", "Indeks keluarga sehat"), True),
        (("usia harapan-hidup", "Prevalensi Stunting tahun 2026", "Angka  kematian ibu"), False),
        (("Usia harapan hidup", "Jumlah stunting", "Angka kematian bayi"), True),
        ((), False),
    ],
)
def test_two_changes_count_and_another_spelling_is_none(after: tuple[str, ...], fires: bool) -> None:
    assert bool(_told(_year(2025, *_OLD), _year(2026, *after))) is fires


def test_what_only_went_is_told_for_the_file() -> None:
    (said,) = _told(_year(2025, *_OLD), _year(2026, _OLD[0]))["1"]
    assert said.startswith(": IKU berganti dibanding tahun 2025 (0.pohon.yaml): 2 tidak dipakai lagi (")


@pytest.mark.parametrize(
    ("before", "after", "fires"),
    [
        ("", "periode: 2025-2029\n", True),
        ("", "", False),
        ("periode: 2021-2025\n", "periode: 2026-2030\n", False),
        ("periode: 2021-2025\n", "", False),
    ],
)
def test_only_years_of_one_period_are_compared(before: str, after: str, fires: bool) -> None:
    assert bool(_told(_year(2025, *_OLD, head=before), _year(2026, *_NEW, head=after))) is fires


def test_each_year_is_compared_with_the_nearest_before_it() -> None:
    assert set(_told(_year(2025, *_OLD), _year(2026, *_OLD), _year(2028, *_NEW), _year(2029, *_NEW))) == {"2"}


def test_other_agencies_lower_levels_and_plain_indicators_do_not_count() -> None:
    assert not _told(_year(2025, *_OLD), _year(2026, *_NEW, office="Dinas Sosial"))
    assert _told(_year(2025, *_OLD), _year(2026, *_NEW, office="Dinkes"))
    assert not _told(_year(2025, *_OLD), _year(2026, *_NEW).replace("iku: ya", "iku: tidak"))
    lower = "    sebab:\n      - operasional: Terlatihnya kader\n        indikator: [{nama: Jumlah kader, satuan: orang, iku: ya}]\n"
    assert not _told(_year(2025, *_OLD), _year(2026, *_OLD[:2]) + lower)


def test_several_trees_of_a_year_are_read_as_one_and_told_once() -> None:
    assert not _told(_year(2025, *_OLD), _year(2026, _OLD[0]), _year(2026, *_OLD[1:]))
    found = _told(_year(2025, *_OLD), _year(2026, _OLD[0]), _year(2026, *_NEW[1:]))
    assert {name: len(said) for name, said in found.items()} == {"2": 1}


def test_many_names_are_counted_and_a_few_are_named() -> None:
    names = [f"Jumlah {word}" for word in ("guru", "dokter", "nelayan", "petani", "perajin")]
    (said,) = _told(_year(2025, _OLD[0]), _year(2026, _OLD[0], *names))["1"]
    assert "5 baru (“Jumlah guru”, “Jumlah dokter”, “Jumlah nelayan” dan 2 lainnya)." in said
