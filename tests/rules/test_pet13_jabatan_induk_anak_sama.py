"""Edges of PET13 jabatan-induk-anak-sama: what the page's examples do not show."""

from tests.rules.hits import hits, numbers

_POSITIONS = """jabatan:
  - id: kadis
    nama: Kepala Dinas
    jenjang: jpt-pratama
    bawahan:
      - id: kabid
        nama: Kepala Bidang
        jenjang: administrator
        bawahan:
          - {id: jf, nama: Ahli Muda, jenjang: jf}
"""


def _chain(above: str, below: str, kinds: tuple[str, str] = ("antara", "operasional")) -> str:
    return f"pohon:\n  - {kinds[0]}: Meningkatnya A\n    jabatan: {above}\n    sebab:\n      - {kinds[1]}: Tersedianya B\n        jabatan: {below}\n{_POSITIONS}"


def test_one_holder_on_both_levels_is_told_of_at_the_cause() -> None:
    assert ["1.1:jabatan"] == numbers("PET13", _chain("jf", "jf"))


def test_two_holders_two_nodes_of_one_level_and_the_head_of_the_agency_are_not() -> None:
    assert [] == numbers("PET13", _chain("kabid", "jf"))
    assert [] == numbers("PET13", _chain("jf", "jf", ("antara", "antara")))
    assert [] == numbers("PET13", _chain("kadis", "kadis", ("outcome", "csf")))


def test_one_position_is_told_of_once() -> None:
    twice = _chain("jf", "jf").replace(
        "jabatan:\n  - id", "      - operasional: Tersedianya C\n        jabatan: jf\njabatan:\n  - id"
    )
    (found,) = hits("PET13", twice)
    assert found.related == ("1.2",)
