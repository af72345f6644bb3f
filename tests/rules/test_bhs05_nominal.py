"""Edges of BHS05 nominal: what the page's examples do not show."""

import pytest

from pohon.rules._base import Severity
from tests.rules.hits import graded


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


def _both(profile: str, stage: int) -> dict[str, Severity]:
    text = "pohon:\n  - outcome: Peningkatan mutu air\n    sebab:\n      - utama: Pengawasan sumur warga\n"
    return graded("BHS05", text, profil=profile, tahap=stage)


def test_from_stage_five_only_a_goal_is_warned_of_for_a_program_row_may_bear_its_own_name() -> None:
    warned = {"1": Severity.WARNING, "1.1": Severity.WARNING}
    assert warned == _both("renstra-2025", 4)
    assert {"1": Severity.WARNING, "1.1": Severity.HINT} == _both("renstra-2025", 5)
    assert warned == _both("balangan", 5)


def test_the_words_of_an_election_are_not_goals() -> None:
    text = "pohon:\n  - outcome: Peningkatan daya saing kota\n    komponen: Misi\n"
    assert {"1": Severity.HINT} == graded("BHS05", text, profil="renstra-2025")


@pytest.mark.parametrize(
    "statement",
    ["Pengelolaan sampah berjalan", "Pelayanan kesehatan yang ramah", "Meningkatnya pembinaan", "Pertanian organik"],
)
def test_states_and_other_nouns_are_left_alone(statement: str) -> None:
    assert {} == graded("BHS05", _csf(statement), tahap=1)


def test_a_head_of_two_words_is_known() -> None:
    assert {"1.1": Severity.WARNING} == graded("BHS05", _csf("Bimbingan Teknis Operator"), tahap=1)
