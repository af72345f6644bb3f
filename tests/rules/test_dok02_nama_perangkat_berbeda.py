"""Edges of DOK02 nama-perangkat-berbeda: what the page's examples do not show."""

from typing import Any

import pytest

from tests.rules.hits import hits, numbers


def _tree(judul: str, statement: str = "Meningkatnya mutu") -> str:
    return f'pohon:\n  - outcome: {statement}\ndokumen:\n  rkt:\n    judul: "{judul}"\n'


_OWN: dict[str, Any] = {
    "instansi": "Dinas Koperasi, Perdagangan dan Perindustrian",
    "pemerintah": "Kabupaten Suka Maju",
}


@pytest.mark.parametrize(
    ("judul", "fires"),
    [
        ("RENCANA KINERJA DINAS KOPERASI PERDAGANGAN DAN PERINDUSTRIAN", False),
        ("Rencana Kinerja Dinas Perdagangan dan Koperasi", True),
        ("Rencana Kinerja Dinas Koperasi, Perindustrian dan Perdagangan Kabupaten Suka Maju", True),
        ("Dinas Koperasi, Perdagangan", False),
        ("DINAS KOPERASI PERDAGANGAN DAN PERINDUSTRIAN PENJELASAN KINERJA", False),
        ("Dinas Perdagangan dan Koperasi Kabupaten Lain", False),
        ("Dinas Kesehatan dan Koperasi", False),
        ("Badan Perdagangan dan Perindustrian", False),
        ("dinas yang membidangi perdagangan dan koperasi", False),
    ],
)
def test_only_another_form_of_the_own_name_is_found(judul: str, fires: bool) -> None:
    assert (["dokumen.rkt.judul"] if fires else []) == numbers("DOK02", _tree(judul), **_OWN)


def test_every_form_is_named_in_one_finding() -> None:
    text = _tree("Dinas Perdagangan dan Koperasi", "Meningkatnya kinerja Dinas Perindustrian dan Perdagangan")
    (found,) = hits("DOK02", text, **_OWN)
    assert "Dinas Perindustrian dan Perdagangan" in found.message
    assert found.related == ("1",)


def test_a_name_without_end_is_cut_in_the_message() -> None:
    (found,) = hits("DOK02", _tree("Dinas " + "Perdagangan dan Koperasi dan " * 60), **_OWN)
    assert len(found.message) < 400
