"""Edges of BHS01 kepala-bukan-hasil: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded, numbers


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Tersedianya dokter",
        "Terlaksanannya pelatihan",
        "Air bersih",
        "Meningkat mutu air",
        "Semua warga sehat",
        "Sekurang-kurangnya 50% warga sehat",
    ],
)
def test_statements_without_a_result_head_are_found(statement: str) -> None:
    assert ["1.1"] == numbers("BHS01", _csf(statement), tahap=1)


@pytest.mark.parametrize(
    "statement",
    [
        "Optimalnya layanan",
        "1. Meningkatnya mutu",
        "Terpenuhinya gizi",
        "Terjalinnya kerja sama",
        "Tepat waktunya penetapan anggaran",
        "Siap siaganya warga pesisir",
        "Semakin meratanya akses listrik",
        "Peningkatan mutu",
        "Meningkatkan mutu",
        "Jumlah desa",
        "Rendahnya mutu",
        "Program air bersih",
        "...",
    ],
)
def test_result_heads_unknown_heads_in_nya_and_what_other_rules_say_are_left_alone(statement: str) -> None:
    assert [] == numbers("BHS01", _csf(statement), tahap=1)


def test_the_profile_decides_which_levels_speak_of_results() -> None:
    text = "pohon:\n  - outcome: Naiknya a b\n    sebab:\n      - antara: Tersedianya dokter\n      - operasional: Tersedianya obat\n"
    assert ["1.1"] == numbers("BHS01", text)
    assert [] == numbers("BHS01", text, profil="renstra-2025")


def test_own_result_words_are_honoured() -> None:
    assert [] == numbers("BHS01", _csf("Guyubnya warga desa"), {"kata": {"hasil": ["guyubnya"]}})
    assert [] == numbers("BHS01", _csf("Guyub warga desa"), {"kata": {"hasil": ["guyub"]}})


def test_an_output_word_is_warned_of_and_a_noun_only_hinted_at() -> None:
    text = "pohon:\n  - outcome: Kesehatan untuk semua warga\n"
    assert {"1": Severity.HINT} == graded("BHS01", text, tahap=1)
    assert {} == graded("BHS01", text.replace("Kesehatan", "Tersedianya kesehatan"), tahap=1)


def test_the_words_of_an_election_are_not_judged() -> None:
    assert {} == graded("BHS01", "pohon:\n  - outcome: Pesisir maju dan sejahtera\n    komponen: Visi\n", tahap=1)
