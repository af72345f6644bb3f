"""STR12: edges of the rule."""

import pytest

from tests.rules.hits import numbers


@pytest.mark.parametrize("profile", ["berjenjang", "renstra-2025", "pra-penyetaraan", "kl"])
def test_only_profiles_with_one_utama_are_judged(profile: str) -> None:
    text = "pohon:\n  - csf: A\n    isu: X\n    sebab: [{utama: B}, {utama: C}]\n"
    assert ["1"] == numbers("STR12", text, tahap=3)
    assert [] == numbers("STR12", text, tahap=3, profil=profile)


def test_a_csf_without_any_cause_belongs_to_another_rule() -> None:
    assert [] == numbers("STR12", "pohon:\n  - csf: A\n", tahap=3)


def test_an_antara_beside_the_utama_is_allowed() -> None:
    assert [] == numbers("STR12", "pohon:\n  - csf: A\n    sebab: [{utama: B}, {antara: C}]\n", tahap=3)
