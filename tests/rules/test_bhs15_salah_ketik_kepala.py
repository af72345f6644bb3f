"""Edges of BHS15 salah-ketik-kepala: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import hits


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Terlaksanannya senam warga", "Terlaksananya senam warga"),
        ("TERSUSUNYA peta", "TERSUSUNNYA peta"),
        ("1. presentase jalan", "1. persentase jalan"),
        ("Meningkatnya pelayananan, dan masyarkat", "Meningkatnya pelayanan, dan masyarakat"),
    ],
)
def test_the_fix_rights_every_known_slip_and_keeps_the_letter_case(wrong: str, right: str) -> None:
    (hit,) = hits("BHS15", _csf(wrong), tahap=1)
    assert hit.fix is not None
    assert (right, "", True) == (hit.fix.text, hit.fix.field, hit.fix.safe)


def test_indicator_names_are_mended_in_their_own_field() -> None:
    (hit,) = hits("BHS15", _csf("Naiknya mutu air\n        indikator: [Indek mutu air]"), tahap=1)
    assert hit.fix is not None
    assert ("indikator.0", "indikator.0.nama", "Indeks mutu air") == (hit.field, hit.fix.field, hit.fix.text)


@pytest.mark.parametrize(
    "statement", ["Terjalinnya kerja sama", "Terjadinya perubahan", "Tersosialisasikannya aturan", "Indeksasi arsip"]
)
def test_right_words_that_look_like_slips_are_left_alone(statement: str) -> None:
    assert [] == hits("BHS15", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Menurunnya resiko banjir", "Menurunnya risiko banjir"),
        ("Meningkatnya Efektifitas layanan", "Meningkatnya Efektivitas layanan"),
        ("Turunnya kwalitas, aktifitas dan obyek PROPINSI", "Turunnya kualitas, aktivitas dan objek PROVINSI"),
    ],
)
def test_a_form_that_many_hold_right_is_only_pointed_at(wrong: str, right: str) -> None:
    (hit,) = hits("BHS15", _csf(wrong), tahap=1)
    assert hit.fix is not None
    assert (Severity.HINT, right, False) == (hit.severity, hit.fix.text, hit.fix.safe)


def test_a_slip_and_a_loose_form_are_told_apart() -> None:
    found = hits("BHS15", _csf("Terlaksanannya analisa air"), tahap=1)
    assert [Severity.WARNING, Severity.HINT] == [hit.severity for hit in found]
