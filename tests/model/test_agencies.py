"""When two names mean one agency, and which of several agencies a name means."""

import pytest

from pohon.model.agencies import Agencies, agency, same

_REGENCY = "Kabupaten Suka Maju"
_TREES = (
    "Dinas Kesehatan Kabupaten Suka Maju",
    "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    "Dinas Komunikasi dan Informatika (Diskominfo)",
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Kecamatan Rimba",
    "Kecamatan Rimba Jaya",
    "Badan Perencanaan Pembangunan Daerah",
)


def _found(name: str, government: str = _REGENCY) -> list[str]:
    known = Agencies(agency(one, _REGENCY) for one in _TREES)
    return [_TREES[place] for place in known.find(agency(name, government))]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("dinas kesehatan", 0),
        ("Dinas Kesehatan Kab. Suka Maju", 0),
        ("Dinas Kesehatan Kabupaten", 0),
        ("DINKES", 0),
        ("Dinas Sosial", 1),
        ("Dinas Sosial PPPA", 1),
        ("Dinas Sosial, PP dan PA", 1),
        ("Dinas Kominfo", 2),
        ("Diskominfo", 2),
        ("Dinas Komunikasi & Informatika", 2),
        ("Dinas PUPR", 3),
        ("Dinas Pekerjaan Umum", 3),
        ("Kecamatan Rimba", 4),
        ("Kecamatan Rimba Jaya", 5),
        ("BPPD", 6),
    ],
)
def test_a_partner_is_found_however_offices_write_it(name: str, place: int) -> None:
    assert _found(name) == [_TREES[place]]


@pytest.mark.parametrize(
    "name",
    [
        "Dinas",
        "",
        "---",
        "Dinas Pendidikan",
        "Dinas Kesehatan Kabupaten Lain",
        "Kecamatan",
        "Kementerian Sosial",
        "PU",
        "Dinas Sosial KB",
        "Dinas Kesehatan Provinsi",
    ],
)
def test_another_unit_is_not_found(name: str) -> None:
    assert _found(name) == []


def test_the_same_name_under_another_government_is_another_agency() -> None:
    assert _found("Dinas Kesehatan", "Kabupaten Lain") == []
    assert _found("Dinas Kesehatan", "Pemerintah Kabupaten Suka Maju") == [_TREES[0]]
    assert _found("Dinas Kesehatan", "") == [_TREES[0]]


def test_a_short_name_that_fits_two_agencies_names_none() -> None:
    known = Agencies(
        (agency("Dinas Perikanan"), agency("Dinas Perikanan dan Kelautan"), agency("Dinas Pertanian Pangan"))
    )
    assert known.find(agency("Dinas Perikanan")) == (0,)
    assert Agencies((agency("Dinas Sosial A"), agency("Dinas Sosial B"))).find(agency("Dinas Sosial")) == ()


def test_a_tree_may_bear_the_short_name_itself() -> None:
    known = Agencies((agency("DISDIK"), agency("PUPR"), agency("Dinas Perhubungan")))
    assert known.find(agency("Dinas Pendidikan Kota Jaya")) == (0,)
    assert known.find(agency("Pekerjaan Umum dan Penataan Ruang")) == (1,)


def test_two_trees_of_one_agency_are_both_found() -> None:
    twice = Agencies((agency("Dinas Sosial"), agency("Dinas Sosial Kota Jaya"), agency("Dinas Sosial Kota Raya")))
    assert twice.find(agency("Dinas Sosial", "Kota Jaya")) == (0, 1)


def test_full_names_are_the_same_without_joints_and_government() -> None:
    assert same(agency("Dinas Pangan dan Pertanian Kota Jaya"), agency("Dinas Pangan & Pertanian", "Kota Jaya"))
    assert not same(agency("Dinas Pangan"), agency("Dinas Pangan dan Pertanian"))
    assert not same(agency(""), agency(""))
    assert not same(agency("Dinas Pangan Provinsi", "Kota Jaya"), agency("Dinas Pangan", "Kota Jaya"))
    assert not same(agency("Dinas Pangan Provinsi"), agency("Dinas Pangan Kota Jaya"))
    assert same(agency("Dinas Pangan Kota"), agency("Dinas Pangan Kota Jaya"))


@pytest.mark.parametrize("loosely", [False, True])
def test_kin_are_the_trees_of_one_agency_under_any_of_its_names(loosely: bool) -> None:
    names = ("Dinas Sosial", "Dinsos", "Dinas Sosial dan Tenaga Kerja", "Dinas Kesehatan", "", "Dinas Sosial")
    known = Agencies(agency(name) for name in names)
    assert known.kin(0, loosely=loosely) == ((0, 1, 2, 5) if loosely else (0, 1, 5))
    assert known.kin(4, loosely=loosely) == (4,)
    assert known.kin(3, loosely=loosely) == (3,)
