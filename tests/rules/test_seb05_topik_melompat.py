"""SEB05: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _tree(*causes: str, effect: str = "Meningkatnya keterampilan bidan desa") -> str:
    rows = "".join(f"          - antara: {cause}\n" for cause in causes)
    return (
        f"pohon:\n  - outcome: Meningkatnya kesehatan ibu\n    sebab:\n      - utama: {effect}\n        sebab:\n{rows}"
    )


def test_one_cause_out_of_line_is_told() -> None:
    text = _tree("Meningkatnya pelatihan bidan", "Tertatanya parkir kantor", "Meningkatnya jumlah bidan")
    assert ["1.1.2"] == numbers("SEB05", text, tahap=3)


def test_when_no_cause_fits_the_words_prove_nothing() -> None:
    assert [] == numbers("SEB05", _tree("Tertatanya parkir kantor", "Lancarnya rapat dinas"), tahap=3)


def test_a_lone_cause_may_speak_of_something_else() -> None:
    assert [] == numbers("SEB05", _tree("Tertatanya parkir kantor"), tahap=3)


@pytest.mark.parametrize(
    "cause", ["Terampilnya kader", "Meningkatnya jumlah pelatihan", "Terlaksananya pendidikan kebidanan desa"]
)
def test_forms_of_one_root_and_words_of_siblings_tie(cause: str) -> None:
    assert [] == numbers("SEB05", _tree("Meningkatnya pelatihan bidan", cause), tahap=3)


def test_abbreviations_are_read_in_full() -> None:
    text = _tree("Tersusunnya silabus bidan", "Terlaksananya bimtek", effect="Meningkatnya bimbingan teknis bidan")
    assert [] == numbers("SEB05", text, tahap=3)


def test_the_condition_of_a_partner_is_left_alone() -> None:
    text = _tree("Meningkatnya pelatihan bidan", "Tertatanya parkir kantor\n            crosscutting: [{mitra: M}]")
    assert [] == numbers("SEB05", text, tahap=3)


def test_every_trade_has_words_of_its_own() -> None:
    text = _tree("Meningkatnya pelatihan bidan", "Tersedianya partograf", "Berjalannya rujukan PONED")
    assert [] == numbers("SEB05", text, tahap=3)


def test_a_list_of_occasions_has_no_home() -> None:
    text = _tree("Meningkatnya pelatihan bidan", "Terlaksananya expo, lomba tumpeng dan karnaval")
    assert ["1.1.2"] == numbers("SEB05", text, tahap=3)


def test_affairs_of_the_office_are_at_home_under_the_office() -> None:
    text = _tree(
        "Meningkatnya kinerja pegawai", "Tertibnya kendaraan dinas", effect="Meningkatnya kinerja pegawai kantor"
    )
    assert [] == numbers("SEB05", text, tahap=3)
