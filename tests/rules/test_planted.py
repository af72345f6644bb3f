"""Fourteen defects, each planted alone into a clean tree of a hundred conditions: all are found, nothing else fires.

The same list was tried on other tools (parent that does not exist, cycle, double id, the same sentence twice ...).
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from pohon.errors import BadInput
from pohon.forms.tree_file import parse
from pohon.model.finding import Finding
from pohon.model.lexicon import default
from pohon.rules._engine import run

_CLEAN = (Path(__file__).parents[1] / "data" / "pohon-100.pohon.yaml").read_text(encoding="utf-8")
_BRANCH = "              - antara: Meningkatnya kecukupan gizi ibu hamil\n"
_LEAF = "                  - operasional: Tersedianya kebun sayur keluarga ibu hamil\n"
_KEBUN = (
    "                    indikator:\n                      - nama: Jumlah kebun sayur keluarga ibu hamil\n"
    "                        satuan: Kebun\n"
)
_SEPEDA = (
    "                  - operasional: Tersalurnya sepeda kepada murid dusun terpencil\n"
    "                    indikator:\n                      - nama: Jumlah murid penerima sepeda\n"
)
_LONG = (
    "Tersedianya kebun sayur keluarga ibu hamil. Kebun itu dirawat setiap pagi. Hasilnya dimasak untuk ibu hamil. "
    "Bibitnya datang dari penyuluh. Airnya diambil dari sumur. Panennya setiap dua pekan"
)


class Planted(NamedTuple):
    """A defect as a change of the text: `new` in the place of `old`; the codes that name it and a part of its line."""

    old: str
    new: str
    codes: tuple[str, ...]
    at: str


def _cut_leaves() -> Planted:
    start = _CLEAN.index(_BRANCH)
    sebab = _CLEAN.index("                sebab:\n", start)
    end = _CLEAN.index("      - csf: Menurunnya kesakitan", start)
    return Planted(_CLEAN[sebab:end], "", ("STR06",), "antara: Meningkatnya kecukupan gizi ibu hamil")


_UNDER_OUTCOME = (
    "      - operasional: Tersedianya angkutan murah bagi masyarakat\n"
    "        indikator:\n          - nama: Jumlah angkutan murah bagi masyarakat\n            satuan: Unit\n"
)
_LOOSE = (
    "  - antara: Meningkatnya kepatuhan warga berobat\n    indikator:\n      - nama: Persentase warga yang berobat tuntas\n"
    '        satuan: "%"\n    sebab:\n      - operasional: Tersalurnya obat kepada warga yang berobat\n        indikator:\n'
    "          - nama: Jumlah warga yang menerima obat\n            satuan: Orang\n"
    "      - operasional: Terlaksananya kunjungan kader kepada warga yang berobat\n        indikator:\n"
    "          - nama: Jumlah kunjungan kader kepada warga yang berobat\n            satuan: Kunjungan\n"
)
_FACTOR = (
    "                  - csf: Meningkatnya kepatuhan warga mencuci tangan\n"
    "                    isu: Masih rendahnya kepatuhan warga mencuci tangan\n"
    "                    crosscutting:\n"
    "                      - {mitra: Dinas Sosial Kabupaten Lembah Sari, kontribusi: menyediakan sabun}\n"
)
_CSF = "      - csf: Menurunnya anak putus sekolah\n"
_READING = "      - csf: Meningkatnya kemampuan membaca murid sekolah dasar\n"
_UTAMA = "          - utama: Meningkatnya mutu pelayanan kesehatan ibu\n"

_PLANTED = {
    "parent does not exist": Planted(_LEAF, f"                  - ref: kebun\n{_LEAF}", (), "ref: kebun"),
    "cycle": Planted(
        _UTAMA + "            indikator:\n",
        _UTAMA.replace("- utama", "- id: mutu\n            utama") + "            indikator:\n",
        ("STR02",),
        "antara: Meningkatnya kecukupan gizi ibu hamil",
    ),
    "double id": Planted(_UTAMA, _UTAMA.replace("- utama", "- id: kembar\n            utama"), (), "id: kembar"),
    "same sentence twice": Planted(
        _LEAF + _KEBUN,
        _LEAF.replace("kebun sayur keluarga ibu hamil", "alat ultrasonografi di puskesmas")
        + _KEBUN.replace("kebun sayur keluarga ibu hamil", "alat ultrasonografi yang terpasang"),
        ("RED01",),
        "operasional: Tersedianya alat ultrasonografi",
    ),
    "nearly the same sentence": Planted(
        _SEPEDA,
        _SEPEDA.replace("Tersalurnya sepeda kepada murid", "Terselenggaranya kelas jauh di").replace(
            "murid penerima sepeda", "kelas jauh yang terselenggara"
        ),
        ("RED03",),
        "Terselenggaranya kelas jauh",
    ),
    "operational node directly under the outcome": Planted(
        _CSF, _UNDER_OUTCOME + _CSF, ("STR04",), "operasional: Tersedianya angkutan murah"
    ),
    "CSF below a kondisi antara": Planted(_LEAF, _FACTOR + _LEAF, ("STR05",), "csf: Meningkatnya kepatuhan"),
    "indicator empty": Planted(
        _LEAF + _KEBUN,
        _LEAF + "                    indikator: []\n",
        ("IND01",),
        _LEAF.strip(" -\n"),
    ),
    "node without parent": Planted("\npohon:\n", "\npohon:\n" + _LOOSE, ("STR01",), "antara: Meningkatnya kepatuhan warga"),
    "branch without operational leaf": _cut_leaves(),
    "unknown kind": Planted(_LEAF, _LEAF.replace("operasional:", "operasi:"), (), "operasi: Tersedianya kebun"),
    "output verb at CSF level": Planted(
        _READING, _READING.replace("Meningkatnya", "Terlatihnya"), ("BHS01", "BHS03"), "csf: Terlatihnya"
    ),
    "program and budget before stage 5": Planted(
        _LEAF, f"{_LEAF}                    program: 1.02.02\n                    anggaran: 150.000.000\n", ("ANG01", "PET03"), "anggaran: 150"
    ),
    "label of six sentences": Planted(
        "Tersedianya kebun sayur keluarga ibu hamil\n", f"{_LONG}\n", ("BHS16",), "operasional: Tersedianya kebun sayur"
    ),
}  # fmt: skip


def _spoilt(name: str) -> str:
    one = _PLANTED[name]
    assert _CLEAN.count(one.old) == 1, "the place of the defect stands there once"
    text = _CLEAN.replace(one.old, one.new)
    if name == "cycle":
        text = text.replace(_LEAF, f"                  - ref: mutu\n{_LEAF}")
    if name == "double id":
        text = text.replace(_LEAF, _LEAF.replace("- operasional", "- id: kembar\n                    operasional"))
    return text


def _found(text: str) -> tuple[Finding, ...]:
    return run(parse(text), default()).findings


def test_the_clean_tree_holds_a_hundred_conditions_and_nothing_to_find() -> None:
    assert len(parse(_CLEAN)) == 100
    assert parse(_CLEAN).tahap == 4
    assert [(one.code, one.message) for one in _found(_CLEAN)] == []


def test_there_are_fourteen_defects() -> None:
    assert len(_PLANTED) == 14


@pytest.mark.parametrize("name", [name for name, one in _PLANTED.items() if not one.codes])
def test_a_defect_of_the_file_is_refused_with_its_line(name: str) -> None:
    text = _spoilt(name)
    with pytest.raises(BadInput) as caught:
        parse(text)
    lines = [text.splitlines()[problem.place.line - 1].strip() for problem in caught.value.problems]
    assert lines
    assert all(_PLANTED[name].at in line for line in lines)


@pytest.mark.parametrize("name", [name for name, one in _PLANTED.items() if one.codes])
def test_a_defect_of_the_tree_is_found_with_its_line_and_nothing_else_is(name: str) -> None:
    text = _spoilt(name)
    found = _found(text)
    assert tuple(sorted(one.code for one in found)) == _PLANTED[name].codes, [one.message for one in found]
    lines = [text.splitlines()[one.place.line - 1] for one in found]
    assert any(_PLANTED[name].at in line for line in lines)
