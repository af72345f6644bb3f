"""IND21: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _found(statement: str, indicator: str) -> list[str]:
    return numbers("IND21", f"pohon:\n  - outcome: {statement}\n    indikator:\n      - {indicator}\n", tahap=4)


@pytest.mark.parametrize(
    ("statement", "indicator"),
    [
        ("Meningkatnya kesehatan ibu", "{nama: Angka kematian ibu, arah: naik}"),
        ("Meningkatnya kesehatan ibu", "{nama: Jumlah kasus anemia, target: {2025: 4, 2026: 5}}"),
        ("Meningkatnya kesehatan ibu", '{nama: Jumlah kasus anemia, awal: "1.000", target: {2025: "1.200"}}'),
        ("Menurunnya lahan kritis", "{nama: Luas lahan kritis, arah: naik}"),
        ("Meningkatnya minat baca", "{nama: Tingkat minat baca, arah: turun}"),
    ],
)
def test_contradictions_are_told(statement: str, indicator: str) -> None:
    assert ["1:indikator.0"] == _found(statement, indicator)


@pytest.mark.parametrize(
    ("statement", "indicator"),
    [
        ("Meningkatnya kesehatan ibu", "{nama: Angka kematian ibu, arah: turun}"),
        ("Meningkatnya kesehatan ibu", "{nama: Persentase kasus yang ditangani, arah: naik}"),
        ("Meningkatnya kesehatan ibu", "{nama: Angka penemuan kasus, arah: naik}"),
        ("Meningkatnya kesehatan ibu", "{nama: Jumlah kasus anemia, target: {2025: 5, 2026: 5}}"),
        ("Meningkatnya kesehatan ibu", '{nama: Jumlah kasus anemia, target: {2025: "6,800", 2026: "7,900"}}'),
        ("Meningkatnya ketangguhan", "{nama: Persentase desa tangguh bencana, arah: naik}"),
        ("Menurunnya kemiskinan", "{nama: Persentase keluarga mandiri, arah: naik}"),
        ("Meningkatnya minat baca", "{nama: Tingkat minat baca, target: {2025: 9, 2026: 8}}"),
    ],
    ids=[
        "down",
        "handled",
        "found",
        "flat",
        "ambiguous-figures",
        "resilient",
        "another-measure",
        "falling-targets-only",
    ],
)
def test_everything_that_can_be_meant_passes(statement: str, indicator: str) -> None:
    assert [] == _found(statement, indicator)


@pytest.mark.parametrize(
    ("name", "fires"),
    [
        ("Rata-rata waktu penyelesaian aduan", True), ("Lama tunggu kapal sandar", True), ("Rata-rata lama sekolah", False), ("Lama tinggal tamu", False),
        ("Angka prevalensi kontrasepsi modern", False),
    ],
)  # fmt: skip
def test_waits_grow_worse_and_stays_do_not(name: str, fires: bool) -> None:
    row = f"{{nama: {name}, target: {{2025: 3, 2026: 4}}}}"
    assert (["1:indikator.0"] if fires else []) == _found("Meningkatnya mutu layanan", row)


def test_a_share_served_in_time_is_no_wait() -> None:
    row = '{{nama: Tingkat waktu tanggap pemadam, satuan: "{}", target: {{2025: 70, 2026: 80}}}}'
    assert [] == _found("Meningkatnya mutu layanan", row.format("%"))
    assert ["1:indikator.0"] == _found("Meningkatnya mutu layanan", row.format("Menit"))


def test_words_that_say_little_do_not_part_a_fall_from_its_measure() -> None:
    row = "{nama: Jumlah desa sulit air, target: {2025: 3, 2026: 4}}"
    assert ["1:indikator.0"] == _found("Menurunnya wilayah sulit air", row)
    assert [] == _found("Menurunnya sawah sulit air", row)


@pytest.mark.parametrize(
    ("name", "fires"),
    [
        ("Panjang tebing sungai kritis", True), ("Luas kawasan kumuh", True), ("Jumlah rumah tidak layak huni", True),
        ("Panjang jalan rusak yang diperbaiki", False), ("Luas kawasan kumuh tertata", False), ("Nilai lahan kritis", False), ("Panjang jalan mantap", False),
    ],
)  # fmt: skip
def test_more_of_what_is_damaged_is_worse(name: str, fires: bool) -> None:
    row = f"{{nama: {name}, target: {{2025: 3, 2026: 4}}}}"
    assert (["1:indikator.0"] if fires else []) == _found("Meningkatnya mutu wilayah", row)
