"""Edges of DOK09 sisa-konversi: what the page's examples do not show."""

import time

import pytest

from pohon.model.debris import debris
from tests.rules.hits import hits, numbers


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("**Meningkatnya** mutu", "Meningkatnya mutu"),
        ("Meningkatnya ***mutu*** gizi", "Meningkatnya mutu gizi"),
        ("**Meningkatnya mutu", "Meningkatnya mutu"),
        ("Menurunnya angka *stunting*, balita", "Menurunnya angka stunting, balita"),
        ("__Meningkatnya mutu__ gizi", "Meningkatnya mutu gizi"),
        ("## Meningkatnya mutu", "Meningkatnya mutu"),
        ("Nilai `SAKIP` dinas", "Nilai SAKIP dinas"),
        ("Mutu ~~lama~~ gizi", "Mutu lama gizi"),
        ("Pangan &amp;amp; gizi", "Pangan & gizi"),
        ("Mutu&nbsp;gizi &#8211; balita", "Mutu gizi – balita"),
        ("Nilai &lt; 5", "Nilai < 5"),
        ("Mutu<br/>gizi", "Mutu gizi"),
        ("<p>Mutu <b>gizi</b></p>", "Mutu gizi"),
        ('<span style="color:red">Mutu</span> gizi', "Mutu gizi"),
        ("Nilai ekspor US\\$", "Nilai ekspor US$"),
        ("1\\. Nilai ekspor", "1. Nilai ekspor"),
        ("Nilai 98\\%", "Nilai 98%"),
        ("| Meningkatnya mutu |", "Meningkatnya mutu"),
        ("Mutu â€œgiziâ€\x9d balita", "Mutu “gizi” balita"),
        ("Suhu 30Â°C di cafÃ©", "Suhu 30°C di café"),
        ("Mutu\u00adnya ter\u00adjaga", "Mutunya terjaga"),
        ("\ufeffMutu gizi\u200b", "Mutu gizi"),
    ],
)
def test_what_is_certain_is_mended_and_stays_so(text: str, mended: str) -> None:
    found = debris(text)
    assert found is not None
    assert (found.mended, found.safe) == (mended, True)
    assert debris(mended) is None


@pytest.mark.parametrize(
    "text",
    [
        "Meningkatnya mutu � gizi",
        "Meningkatnya mutu**",
        "__Meningkatnya mutu",
        "Luas m<sup>2</sup>",
        "|Dinas A|Dinas B|",
        "Mutu |---| gizi",
        "Mutu â€ gizi",
        "<script>alert(1)</script>",
    ],
)
def test_what_only_the_source_can_tell_is_found_and_left(text: str) -> None:
    found = debris(text)
    assert found is not None
    assert found.mended == ""


@pytest.mark.parametrize(
    "text",
    [
        "Meningkatnya hasil R&D; A&B, S&P dan Johnson & Johnson",
        "Nilai ekspor (US$)",
        "Investasi $ 5 juta sampai $ 10 juta",
        "Naik dari US$ 5 = Rp 80.000 menjadi US$ 6",
        "Persentase balita sehat *",
        "*) data sementara",
        "Persentase balita **)",
        "Persentase balita*) dan ibu*)",
        "Tanggal ____ bulan __ tahun 20__",
        "nama__variabel dan kode_data_2",
        "Kemampuan C++, C# dan .NET",
        "Nomor #1 di Indonesia",
        "Nilai < 5 dan > 3",
        "Analis Kebijakan | Analis Data",
        "Arsip di D:\\data\\arsip dan \\\\server\\bagian",
        "A\\B",
        "Luas < a dan b > c",
        "~ 5 hari",
        "Jumat–Sabtu, “mutu”, café, Ångström, São Paulo",
        "Keluarga 👨\u200d👩\u200d👧 bahagia",
        "معهد\u200f الإسلام",
        "Belanja @ Rp5.000",
    ],
)
def test_signs_that_people_write_are_left_alone(text: str) -> None:
    assert debris(text) is None


def test_in_a_formula_stars_and_bars_are_reckoning() -> None:
    for text in ("(a*b*c) / 2", "|a - b|", "a ** b", "2 x *b* y"):
        assert debris(text, formula=True) is None
    assert debris("**a** / b", formula=True) is not None


def test_a_latex_formula_is_proposed_in_signs_of_forms() -> None:
    found = debris(r"$\frac{\text{Jumlah balita}}{\text{Seluruh balita}} \times 100\%$", formula=True)
    assert found is not None
    assert (found.mended, found.safe) == ("(Jumlah balita) / (Seluruh balita) x 100%", False)
    nested = debris(r"\frac{\frac{a}{b}}{\sqrt{c}}", formula=True)
    assert nested is not None
    assert nested.mended == ""


@pytest.mark.parametrize(
    ("name", "fires"),
    [
        ("INDIKATOR KI", True),
        ("NERJA INDIVIDU", True),
        ("Sumber da", True),
        ("Sumber Data", False),
        ("Indikator Kinerja", False),
        ("Saran", False),
        ("Sasaran", False),
        ("Sumber data kemiskinan", False),
    ],
)
def test_a_heading_cut_inside_a_word_is_no_indicator(name: str, fires: bool) -> None:
    text = f"pohon:\n  - outcome: Meningkatnya mutu\n    indikator: [{name}]\n"
    assert (["1:indikator.0.nama"] if fires else []) == numbers("DOK09", text)


def test_every_printed_text_is_looked_at_and_notes_and_sources_are_not() -> None:
    text = (
        'dasar_hukum: ["UU **1**"]\nbelum_ditempatkan:\n  - gagasan: "**a** b"\ndokumen:\n  rkt: {judul: "R **K** T", uraian: {a: "x&nbsp;y"}}\n'
        'jabatan:\n  - {id: k, nama: "Kepala **Dinas**", jenjang: jpt-pratama, fungsi: ["a", "b<br>c"]}\n'
        'program:\n  - {nama: "Program **A**", kode: 1.02.03}\npohon:\n  - outcome: Meningkatnya mutu\n    dasar: {harapan: "a &amp; b"}\n'
        '    catatan: "**penting**"\n    jawab: {a: "**ya**"}\n    crosscutting: [{mitra: "Dinas **A**"}]\n'
        '    indikator: [{nama: A, target: {2025: "**5**"}, catatan: "**x**"}]\n    asal: [{dokumen: rkt, teks: "**Meningkatnya** mutu"}]\n'
    )
    assert {
        ":dasar_hukum.0", ":dokumen.rkt.judul", ":dokumen.rkt.uraian.a", ":jabatan.0.nama", ":jabatan.0.fungsi.1",
        ":program.0.nama", "1:dasar.harapan", "1:crosscutting.0.mitra", "1:indikator.0.target.2025", "?1",
    } == {f"{hit.node}:{hit.field}".rstrip(":") for hit in hits("DOK09", text)}  # fmt: skip


@pytest.mark.parametrize("piece", ["*", "$=", "<a ", "&#", "\\", "__a", "|", "`", "~~", "â€", "**a ", "a\u200b"])
def test_a_long_text_of_odd_signs_takes_no_time(piece: str) -> None:
    start = time.process_time()
    debris(piece * (20_000 // len(piece)))
    assert time.process_time() - start < 1
