"""STR16: edges of the rule."""

import pytest

from tests.rules.hits import hits, numbers


def _tree(*labels: str) -> str:
    rows = "".join(f"      - {{tahap: 4, keterangan: {label}}}\n" for label in labels)
    return f"pohon:\n  - utama: A\n    asal:\n{rows}"


@pytest.mark.parametrize(
    ("label", "known"),
    [
        ("kinerja taktikal intermediate", True),
        ("Kinerja  Taktikal INTERMEDIATE", True),
        ("kondisi antara Utama", True),
        ("kinerja operasional", True),
        ("Crosscutting DISKOMINFO", True),
        ("kinerja immediate", False),
        ("kinerja immediate (kinerja taktikal)", False),
        ("taktikal", False),
    ],
)
def test_labels_are_known_whatever_their_case_and_spacing(label: str, known: bool) -> None:
    assert ([] if known else ["1:asal.0"]) == numbers("STR16", _tree(label), tahap=4)


def test_the_same_label_is_told_once_with_its_count() -> None:
    (found,) = hits("STR16", _tree("kinerja puncak", "Kinerja  Puncak", "kinerja strategis"), tahap=4)
    assert "2 baris" in found.message


def test_an_empty_label_says_nothing() -> None:
    assert [] == numbers("STR16", _tree('""'), tahap=4)


def test_a_kind_that_the_profile_does_not_use_is_told() -> None:
    assert ["1"] == numbers("STR16", "pohon:\n  - antara: A\n", tahap=3, profil="tematik")
