"""Edges of RED06 satu-kalimat-dua-komponen: what the page's examples do not show."""

from tests.rules.hits import numbers


def _two(first: str, second: str) -> str:
    return f"pohon:\n  - outcome: Menurunnya kesakitan warga\n    sebab:\n      - csf: {first}\n      - csf: {second}\n"


def test_equal_statements_with_different_programs_are_found_on_the_later_one() -> None:
    text = _two(
        "Naiknya keluarga sehat\n        program: 1.02.02", "Naiknya Keluarga Sehat\n        program: 1.02.05.2.01"
    )
    assert ["1.2"] == numbers("RED06", text)


def test_equal_indicators_with_different_programs_are_found() -> None:
    text = _two(
        "Naiknya keluarga sehat\n        indikator: [IKS]\n        program: 1.02.02",
        "Naiknya desa siaga\n        indikator: [IKS]\n        program: 1.02.05",
    )
    assert ["1.2:indikator.0"] == numbers("RED06", text)


def test_kegiatan_of_one_program_are_one_program() -> None:
    text = _two(
        "Naiknya keluarga sehat\n        program: [1.02.02.2.01, 1.02.02.2.02]",
        "Naiknya keluarga sehat\n        program: 1.02.02",
    )
    assert [] == numbers("RED06", text)


def test_as_many_indicators_as_programs_are_enough() -> None:
    assert ["1.1:program"] == numbers(
        "RED06",
        _two("Naiknya keluarga sehat\n        indikator: [a]\n        program: [1.02.02, 1.02.05]", "Naiknya desa"),
    )
    assert [] == numbers(
        "RED06",
        _two("Naiknya keluarga sehat\n        indikator: [a, b]\n        program: [1.02.02, 1.02.05]", "Naiknya desa"),
    )


def test_misshapen_codes_count_as_no_program() -> None:
    assert [] == numbers("RED06", _two("Naiknya keluarga sehat\n        program: [abc, 1.02]", "Naiknya desa"))
