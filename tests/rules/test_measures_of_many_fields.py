"""Indicators, units and targets as different fields of government write them: nothing to find, and what is planted is found."""

from pathlib import Path

import pytest

from pohon.forms.tree_file import parse
from pohon.model.finding import Finding, Severity
from pohon.model.lexicon import default
from pohon.rules._engine import Options, run

_FILES = sorted((Path(__file__).parents[1] / "data" / "ukuran").glob("*.pohon.yaml"))
_MEASURES = ("IND", "TGT", "ANG", "XCT", "DOK")
_ASKED = frozenset({"XCT01", "IND13", "IND16", "IND19", "TGT09"})
"""Hints that ask for what the files leave out on purpose (partners, sources) or that fit any plan."""
_DOUBTS = {"pariwisata": {"IND05"}, "pengawasan": {"IND05"}, "pertanian": {"IND33"}}
"""Hints that remain: a count of works listed by others, of offices with a predicate, terms of cattle breeding."""


def _found(text: str) -> list[Finding]:
    outcome = run(parse(text), default(), Options())
    return [one for one in outcome.findings if one.code.startswith(_MEASURES)]


def _named(stem: str) -> str:
    return next(path for path in _FILES if path.name.startswith(stem)).read_text(encoding="utf-8")


def test_the_fields_are_here() -> None:
    assert len(_FILES) >= 10


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name.partition(".")[0])
def test_real_measures_raise_no_error_and_hardly_a_question(path: Path) -> None:
    found = _found(path.read_text(encoding="utf-8"))
    assert [] == [one.message for one in found if one.severity is not Severity.HINT]
    allowed = _ASKED | _DOUBTS.get(path.name.partition(".")[0], set())
    assert [] == [one.message for one in found if one.code not in allowed]


@pytest.mark.parametrize(
    ("stem", "right", "wrong", "code"),
    [
        ("bencana", "satuan: Relawan", 'satuan: "%"', "IND14"),
        ("perempuan", "nama: Laju Pertumbuhan Penduduk", "nama: Jumlah Penduduk", "IND14"),
        ("kesehatan", "nama: Treatment Coverage TBC", "nama: Terlaksananya pengobatan TBC", "IND03"),
        ("lingkungan", '2025: "34"', '2025: "TBD"', "TGT13"),
        ("pertanian", '2027: "60,3"', '2027: "#REF!"', "TGT13"),
        ("koperasi", '2027: "31"', '2027: "131"', "TGT03"),
        ("pengawasan", '2028: "92", 2029: "93"', '2028: "82", 2029: "81"', "TGT10"),
        ("kecamatan", '2028: "14", 2029: "12"', '2028: "34", 2029: "42"', "IND21"),
        ("pariwisata", "Jumlah desa wisata kategori maju", "Jumlah laporan desa wisata", "IND05"),
        ("perpustakaan", '2025: "1.500"', '2025: "1.500 eksemplar"', "TGT04"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(stem: str, right: str, wrong: str, code: str) -> None:
    text = _named(stem)
    planted = text.replace(right, wrong, 1)
    assert planted != text, "the file no longer holds the words to be spoilt"
    before, after = (sum(one.code == code for one in _found(each)) for each in (text, planted))
    assert after > before
